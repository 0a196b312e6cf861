import type { Inputs } from '../../cells/inputs';
import type { Options } from '../../cells/options';
import { readArray, readObject, type JsonObject } from '../../client/json';
import {
  listReversePartners,
  partnerGraph as askGraph,
  sharedPartners as askSharedPartners,
  PARTNER_SORTS,
  type Partner,
  type PartnersRecord,
} from '../../client/resources/partnerships';
import { lookup, type Alongside } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';
import type { LookupOutcome } from '../../records/outcome';
import type { FunctionBody } from '../arguments';
import { chooseItems } from './choose-items';
import { sharedOf } from './shared-partners';
import { reachOf, readRows, showRows, type RowsOutcome } from './read-rows';

/** Tables of partnerships: who lists a company, which partners two companies share, and a company's graph. */

export const partnerOf: FunctionBody = function* (received) {
  const { inputs, options } = received;
  const request = listReversePartners(oneCompany(inputs), options.given.get('type') ?? null, toServerSort(options));
  return yield* showRows(received, yield* readRows(request, 'page', reachOf(received)));
};

export const sharedPartners: FunctionBody = function* (received) {
  const { inputs, otherInputs, options } = received;
  const [a, b] = [oneCompany(inputs), oneCompany(otherInputs)];
  if (a === b) throw new TraceError('sameCompany', { company: a });
  const alongside = partnersAlongside([a, b]);
  const outcome = yield* readRows(askSharedPartners(a, b), 'page', reachOf(received), false, alongside);
  return yield* showRows(
    received,
    outcome.is === 'noRoute' ? yield* intersect(a, b, outcome.question, options) : outcome,
  );
};

/** The company that a table is about. Throws the problem of its cell. Blank cells are handled earlier. */
function oneCompany({ rows: [input] }: Inputs): string {
  if (input?.is === 'problem') throw input.error;
  return input?.is === 'company' ? input.identifier : '';
}

/** What the documented route reads. */
function partnersAlongside(identifiers: readonly string[]): readonly Alongside[] {
  return [{ kind: 'partners', identifiers, shownAs: '' }];
}

/**
 * The documented route: the partners of both companies in one request, reduced to those in both lists.
 * @param question of the missing route: this answer is kept in place of its answer
 */
function* intersect(a: string, b: string, question: string, options: Options): FormulaTask<RowsOutcome> {
  const outcomes = yield* lookup('partners', [a, b], options);
  const [left, right] = [withPartners(outcomes.get(a), question), withPartners(outcomes.get(b), question)];
  if (left.is !== 'found') return left;
  if (right.is !== 'found') return right;
  const { partners, isWhole } = sharedOf(left.record, right.record);
  return toFound(partners ?? [], (partner) => ({ ...partner }), options, {
    asOfMs: Math.min(left.asOfMs, right.asOfMs),
    question,
    isCut: !isWhole,
    mayLackRows: !isWhole,
  });
}

export const partnerGraph: FunctionBody = function* (received) {
  const { inputs, options } = received;
  const company = oneCompany(inputs);
  const request = askGraph(company, options.given.get('depth') ?? null, options.top ?? received.spec.top.most);
  const outcome = yield* readRows(request, 'none', reachOf(received), false, partnersAlongside([company]));
  return yield* showRows(
    received,
    outcome.is === 'noRoute' ? yield* edgesOf(company, outcome.question, options) : withEnds(outcome),
  );
};

/** The documented route reaches one step: an edge to each partner. */
function* edgesOf(company: string, question: string, options: Options): FormulaTask<RowsOutcome> {
  const outcome = withPartners((yield* lookup('partners', [company], options)).get(company), question);
  if (outcome.is !== 'found') return outcome;
  const { name, domain } = outcome.record.company;
  const toEdge = (partner: Partner): JsonObject => ({
    source: name ?? company,
    source_domain: domain,
    target: partner.name,
    target_domain: partner.domain,
    partnership_type: partner.type,
    observation_count: partner.observation_count,
  });
  return toFound(outcome.partners, toEdge, options, outcome);
}

/** Reads the ends of each edge, which are slugs, domains, ids or objects. A row without both names is not an edge. */
function withEnds(outcome: RowsOutcome): RowsOutcome {
  if (outcome.is !== 'found') return outcome;
  const { record } = outcome;
  const nodes = nodesOf(record.about['nodes']);
  const ends = (row: JsonObject, side: string): JsonObject => {
    const end = row[side];
    const node = readObject(end) ?? nodes.get(String(end)) ?? { name: end };
    return { [side]: node['name'], [`${side}_domain`]: node['domain'] ?? node['primary_domain'] };
  };
  const edges = record.rows.filter(({ source, target }) => isEnd(source) && isEnd(target));
  if (edges.length === 0 && record.rows.length > 0) throw new TraceError('unreadable', {});
  const rows = edges.map((row) => ({ ...row, ...ends(row, 'source'), ...ends(row, 'target') }));
  return { ...outcome, record: { ...record, rows } };
}

function isEnd(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || readObject(value) !== null;
}

function nodesOf(list: unknown): ReadonlyMap<string, JsonObject> {
  const nodes = new Map<string, JsonObject>();
  for (const value of readArray(list) ?? []) {
    const node = readObject(value);
    for (const name of ['slug', 'domain', 'primary_domain', 'id', 'company_id']) {
      const id = node?.[name];
      if (node !== null && (typeof id === 'string' || typeof id === 'number')) nodes.set(String(id), node);
    }
  }
  return nodes;
}

function toServerSort({ sort }: Options): string | null {
  if (sort === null) return null;
  if (!PARTNER_SORTS.has(sort.field)) {
    const expected = `${[...PARTNER_SORTS].join(', ')}, with a minus sign for descending order`;
    throw new TraceError('optionRefused', { option: 'sort', value: sort.field, expected });
  }
  return `${sort.descending ? '-' : ''}${sort.field}`;
}

/** The partners and whether Trace has more, or why there are none. Unknown partners are not "none". */
function withPartners(
  outcome: LookupOutcome<PartnersRecord> | undefined,
  question: string,
):
  | Exclude<RowsOutcome, { is: 'found' }>
  | (Extract<LookupOutcome<PartnersRecord>, { is: 'found' }> & {
      readonly question: string;
      readonly partners: readonly Partner[];
      readonly isCut: boolean;
    }) {
  if (outcome === undefined) return { is: 'failed', error: new TraceError('leftOut', {}), question };
  if (outcome.is !== 'found') return { ...outcome, question };
  const { partners, count, isPartial } = outcome.record;
  if (partners === null) return { is: 'failed', error: new TraceError('unreadable', {}), question };
  return { ...outcome, question, partners, isCut: isPartial === true || (count !== null && count > partners.length) };
}

/** In the usual order of partners, cut after sorting. */
function toFound(
  partners: readonly Partner[],
  toRow: (partner: Partner) => JsonObject,
  options: Options,
  from: { readonly asOfMs: number; readonly question: string; readonly isCut: boolean; readonly mayLackRows?: boolean },
): RowsOutcome {
  const { asOfMs, question, isCut, mayLackRows = false } = from;
  const sorted = chooseItems(partners, options, {}, { field: 'last_observed_at', descending: true });
  const rows = sorted.slice(0, options.top ?? sorted.length).map(toRow);
  const total = isCut ? null : sorted.length;
  return {
    is: 'found',
    asOfMs,
    question,
    record: {
      rows,
      isList: true,
      total,
      isCut: isCut || rows.length < sorted.length,
      isPartial: false,
      mayLackRows,
      about: {},
    },
  };
}
