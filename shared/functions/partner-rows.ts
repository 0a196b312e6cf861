import { REVERSE_PARTNER_FIELDS, SHARED_PARTNER_FIELDS, EDGE_FIELDS } from '../catalogue/table-fields';
import type { Options } from '../cells/options';
import { readArray, readObject, type JsonObject } from '../client/json';
import {
  listReversePartners,
  partnerGraph as askGraph,
  PARTNER_SORTS,
  sharedPartners as askSharedPartners,
  type PartnersRecord,
} from '../client/resources/partnerships';
import type { RowsRecord } from '../client/rows';
import { lookup, type Task } from '../effects';
import { TraceError } from '../errors';
import type { LookupOutcome } from '../lookup/outcome';
import type { FunctionBody } from './body';
import { oneCompany } from './one-company';
import { asOfOf, readRows, showRows, type RowsOutcome } from './read-rows';
import { readRecordField } from './record-field';

/** Tables of partnerships: who lists a company, whom two share, what is around one. */

export const partnerOf: FunctionBody = function* (received) {
  const { inputs, options } = received;
  const partner = oneCompany(inputs);
  if (partner === null) return [['']];
  const request = listReversePartners(partner, options.given.get('type') ?? null, toServerSort(options));
  const outcome = yield* readRows(request, 'page', options.top, received);
  return yield* showRows(received, outcome, (row, field) =>
    readRecordField(row, field, REVERSE_PARTNER_FIELDS, asOfOf(outcome)),
  );
};

export const sharedPartners: FunctionBody = function* (received) {
  const { inputs, otherInputs, options } = received;
  const [a, b] = [oneCompany(inputs), oneCompany(otherInputs)];
  if (a === null || b === null) return [['']];
  if (a === b) throw new TraceError('sameCompany', { company: a });
  let outcome = yield* readRows(askSharedPartners(a, b), 'page', options.top, received);
  if (outcome.is === 'noRoute') outcome = yield* intersect(a, b, options);
  return yield* showRows(received, outcome, (row, field) =>
    readRecordField(row, field, SHARED_PARTNER_FIELDS, asOfOf(outcome)),
  );
};

/** The documented way: the partners of both, in one request, and those that are in either list. */
function* intersect(a: string, b: string, options: Options): Task<RowsOutcome> {
  const outcomes = yield* lookup('partners', [a, b], options);
  const [left, right] = [outcomes.get(a), outcomes.get(b)];
  if (left?.is !== 'found') return withoutRecord(left);
  if (right?.is !== 'found') return withoutRecord(right);
  const others = new Set((right.record.partners ?? []).flatMap(({ domain, slug }) => [domain, slug]));
  const isShared = ({ domain, slug }: { domain: string | null; slug: string | null }): boolean =>
    (domain !== null && others.has(domain)) || (slug !== null && others.has(slug));
  const rows = (left.record.partners ?? []).filter(isShared).map((partner) => ({ ...partner }));
  return found(rows, options.top, Math.min(left.asOfMs, right.asOfMs), [left.record, right.record].some(isCutShort));
}

export const partnerGraph: FunctionBody = function* (received) {
  const { inputs, options } = received;
  const company = oneCompany(inputs);
  if (company === null) return [['']];
  const top = options.top ?? received.spec.top.most;
  let outcome = yield* readRows(askGraph(company, options.given.get('depth') ?? null, top), 'none', top, received);
  if (outcome.is === 'noRoute') outcome = yield* edgesOf(company, options);
  const nodes = outcome.is === 'found' ? nodesOf(outcome.record) : new Map<string, JsonObject>();
  return yield* showRows(received, outcome, (row, field) =>
    readRecordField(toEdge(row, nodes), field, EDGE_FIELDS, asOfOf(outcome)),
  );
};

/** The documented way reaches one step: an edge to each partner. */
function* edgesOf(company: string, options: Options): Task<RowsOutcome> {
  const outcome = (yield* lookup('partners', [company], options)).get(company);
  if (outcome?.is !== 'found') return withoutRecord(outcome);
  const { company: self, partners } = outcome.record;
  const rows = (partners ?? []).map((partner) => ({
    source: { name: self.name ?? company, domain: self.domain },
    target: { name: partner.name, domain: partner.domain },
    partnership_type: partner.type,
    observation_count: partner.observation_count,
  }));
  return found(rows, options.top, outcome.asOfMs, isCutShort(outcome.record));
}

/** Ends of an edge are named by slug, domain or id, or are objects themselves. */
function toEdge(row: JsonObject, nodes: ReadonlyMap<string, JsonObject>): JsonObject {
  const end = (value: unknown): JsonObject =>
    readObject(value) ?? nodes.get(String(value)) ?? { name: typeof value === 'object' ? undefined : value };
  const [source, target] = [end(row['source']), end(row['target'])];
  return {
    ...row,
    source: source['name'],
    source_domain: source['domain'] ?? source['primary_domain'],
    target: target['name'],
    target_domain: target['domain'] ?? target['primary_domain'],
  };
}

function nodesOf({ about }: RowsRecord): Map<string, JsonObject> {
  const nodes = new Map<string, JsonObject>();
  for (const value of readArray(about['nodes']) ?? []) {
    const node = readObject(value);
    for (const name of ['slug', 'domain', 'id', 'company_id']) {
      const id = node?.[name];
      if (node !== null && (typeof id === 'string' || typeof id === 'number')) nodes.set(String(id), node);
    }
  }
  return nodes;
}

function toServerSort({ sort }: Options): string | null {
  if (sort === null) return null;
  if (!PARTNER_SORTS.has(sort.field)) {
    const expected = `one of ${[...PARTNER_SORTS].join(', ')}, with a minus sign before it for descending order`;
    throw new TraceError('optionRefused', { option: 'sort', value: sort.field, expected });
  }
  return `${sort.descending ? '-' : ''}${sort.field}`;
}

/** What is put together from several look-ups is remembered by these. */
const NOT_KEPT = '';

function isCutShort({ partners, count }: PartnersRecord): boolean {
  return partners !== null && count !== null && count > partners.length;
}

function withoutRecord(outcome: LookupOutcome | undefined): RowsOutcome {
  if (outcome === undefined || outcome.is === 'found') {
    return { is: 'failed', error: new TraceError('leftOut', {}), question: NOT_KEPT };
  }
  return { ...outcome, question: NOT_KEPT };
}

function found(rows: readonly JsonObject[], top: number | null, asOfMs: number, isCutByTrace: boolean): RowsOutcome {
  const shown = rows.slice(0, top ?? rows.length);
  const isCut = isCutByTrace || shown.length < rows.length;
  const total = isCutByTrace ? null : rows.length;
  return {
    is: 'found',
    asOfMs,
    question: NOT_KEPT,
    record: { rows: shown, total, isCut, isPartial: false, about: {} },
  };
}
