import { readDomain } from '../../cells/identifier';
import { firstOf, readText, type JsonObject } from '../../client/json';
import { searchCompanies } from '../../client/resources/companies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { account } from '../../lookup/ports';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { COMPARED_COMPANIES, priceOfLists, addSpent } from '../../credits/action-prices';
import { traitsOf } from '../../errors/traits';
import type { LookupOutcome } from '../../records/outcome';
import { bareName } from './bare-name';
import { fetchKind, stopIn, type Fetching } from '../fetch/fetch-kind';
import type { RunPorts } from '../sheet/ports';
import { RunBudget } from '../../credits/run-budget';
import { runLimits } from '../fetch/waits';
import { mayBeName } from '../plan/name-cell';
import type { Triage } from '../plan/triage';

/** How many searches are in flight before the user can stop. */
const NAMES_AT_ONCE = 20;

/** A name in the column, and its row. */
export interface NamedCompany {
  readonly name: string;
  readonly rows: readonly number[];
}

interface Candidate {
  readonly name: string;
  readonly domain: string;
  readonly country: string;
}

export interface NameMatch extends NamedCompany {
  /** Best first, in the service's order. */
  readonly candidates: readonly Candidate[];
  /** Why there are none; `null`: there are some, or Trace knows none. */
  readonly problem: TraceError | null;
}

export interface FoundDomains {
  readonly matches: readonly NameMatch[];
  readonly credits: number;
  /** What it may have cost besides, for searches whose answer was lost. */
  readonly unsure: number;
  /** Whether the limit, the user or a failure ended it before all names were searched. */
  readonly isCut: boolean;
  /** A failure that every further search would get. */
  readonly why: TraceError | null;
}

/** The names of a column, without repeats. Domains, email addresses, numbers and errors are not names. */
export function readNames({ rows, looksLikeNames }: Pick<Triage, 'rows' | 'looksLikeNames'>): readonly NamedCompany[] {
  const names = new Map<string, { name: string; rows: number[] }>();
  for (const { row, input } of rows) {
    const given = input.is === 'blank' ? '' : input.given.trim();
    const isName =
      input.is === 'problem' ? mayBeName(input) : looksLikeNames && input.is === 'company' && !given.includes('.');
    if (!isName) continue;
    const known = names.get(given.toLowerCase());
    if (known === undefined) names.set(given.toLowerCase(), { name: given, rows: [row] });
    else known.rows.push(row);
  }
  return [...names.values()];
}

/** The most that searching costs, in credits. */
export function priceOfNames(names: readonly NamedCompany[]): number {
  return priceOfLists(names.map(({ name }) => toQuestion(name)));
}

/**
 * Searches companies by name. A search with a saved answer of this age is free. Writes nothing. Throws `noKey`, or
 * why the host sends nothing at all.
 */
export async function findDomains(
  ports: RunPorts,
  names: readonly NamedCompany[],
  { cap, maxAgeMs }: { readonly cap: number; readonly maxAgeMs: number },
): Promise<FoundDomains> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  const budget = new RunBudget(cap);
  const run: Fetching = { ports, payer, maxAgeMs, budget, toLimits: runLimits, missingRoutes: new Map() };
  const matches: NameMatch[] = [];
  let why: TraceError | null = null;
  for (let start = 0; start < names.length; start += NAMES_AT_ONCE) {
    if (ports.person.wish() !== 'goOn') break;
    const some = names.slice(start, start + NAMES_AT_ONCE);
    const questions = some.map(({ name }) => toQuestion(name));
    let outcomes: ReadonlyMap<string, LookupOutcome>;
    try {
      outcomes = await fetchKind(run, 'rows', questions);
    } catch (thrown) {
      if (matches.length + budget.used === 0) throw thrown;
      why = toTraceError(thrown);
      break;
    }
    const found = some.map((name, index) => toMatch(name, outcomes.get(questions[index]!)));
    matches.push(...found.filter((match): match is NameMatch => match !== null));
    const progress = { rows: names.length, done: matches.length, credits: budget.used, elapsedMs: 0, rowsPerMinute: 0 };
    ports.person.tell({ is: 'progress', progress });
    why = stopIn(outcomes.values());
    if (why !== null || found.includes(null)) break;
  }
  const { used, unsure } = budget;
  return { matches, credits: used - unsure, unsure, isCut: matches.length < names.length, why };
}

/** The names still to be searched, including failed ones. */
export function namesLeft(names: readonly NamedCompany[], matches: readonly NameMatch[]): readonly NamedCompany[] {
  const searched = new Set(matches.filter(({ problem }) => problem === null).map(({ name }) => name));
  return names.filter(({ name }) => !searched.has(name));
}

/** Merges the results of an earlier search and a later one. */
export function withMore(before: FoundDomains, more: FoundDomains): FoundDomains {
  const again = new Set(more.matches.map(({ name }) => name));
  const matches = [...before.matches.filter(({ name }) => !again.has(name)), ...more.matches];
  return { ...more, matches, ...addSpent(before, more) };
}

function toQuestion(name: string): string {
  const { operation, path } = searchCompanies({ q: bareName(name) });
  return toQuestionText({ operation, path, paging: 'page', top: COMPARED_COMPANIES, mayBeOne: false });
}

/** `null`: it was not searched. */
function toMatch(name: NamedCompany, outcome: LookupOutcome | undefined): NameMatch | null {
  if (outcome?.is === 'failed') {
    const { ends } = traitsOf(outcome.error);
    if (ends === 'limit' || ends === 'all') return null;
    return { ...name, candidates: [], problem: outcome.error };
  }
  const rows = outcome?.is === 'found' ? (outcome.record as RowsRecord).rows : [];
  return { ...name, candidates: rows.flatMap(toCandidate).slice(0, COMPARED_COMPANIES), problem: null };
}

function toCandidate(row: JsonObject): readonly Candidate[] {
  const domain = readDomain(readText(firstOf(row, ['primary_domain', 'domain'])) ?? '');
  if (domain === null) return [];
  const name = readText(firstOf(row, ['name', 'company_name'])) ?? domain;
  return [{ name, domain, country: readText(row['country']) ?? '' }];
}
