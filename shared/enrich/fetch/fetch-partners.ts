import { listPartnersOf, toPartnersRecord, type PartnersRecord } from '../../client/resources/partnerships';
import { MAX_ROWS, ROWS_PER_PAGE, toQuestionText, type RowsRecord } from '../../client/rows';
import { CHARGE_OF_COMPANY } from '../../credits/charges';
import { paid } from '../../lookup/ports';
import { partnersCounted } from '../../credits/quote';
import { isCountWorthIt, leftAfter, listsWithin, rowsWithin } from '../../credits/rows-within';
import { lookupName } from '../../credits/run-budget';
import { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import type { LookupOutcome } from '../../records/outcome';
import type { PartnerList } from '../plan/column-spec';
import { fetchKind, recallFresh, stopIn, type Fetching, type Outcomes } from './fetch-kind';

/** The greatest age of a partner count that a limit may rely on. */
const COUNT_MAX_AGE_MS = 10 * 60_000;
/** As many as the limit allows. */
const ALL: PartnerList = { type: null };
/** With types, the most partners of one company that are read: one page. */
const TYPED_TOP = ROWS_PER_PAGE;
/** Each list is one request. */
const LISTS_AT_ONCE = 100;

/**
 * Fetches partners, which cost a credit each. Companies are asked for in order, as many at once as their greatest
 * cost fits the rest of the limit. The number of a company's partners comes from its own record, read just before,
 * since it may have grown. The first company that does not fit gets its list, cut at the credits left. Later
 * companies are not asked for.
 *
 * @param mayCut whether part of a list is useful
 */
export async function fetchPartners(
  run: Fetching,
  identifiers: readonly string[],
  known: Outcomes | null = null,
  mayCut = true,
): Promise<Outcomes> {
  const outcomes = new Map(known ?? (await recallFresh(run, 'partners', identifiers)));
  let needed = identifiers.filter((identifier) => !outcomes.has(identifier));
  if (needed.length === 0) return outcomes;
  const counting = { ...run, maxAgeMs: Math.min(run.maxAgeMs, COUNT_MAX_AGE_MS) };
  // A saved answer that the company is not tracked applies to its partners too, and costs nothing.
  for (const [identifier, outcome] of await recallFresh(run, 'company', needed)) {
    if (outcome.is === 'notTracked') outcomes.set(identifier, outcome);
  }
  needed = needed.filter((identifier) => !outcomes.has(identifier));
  const isPaid = await run.ports.perform(paid(needed));
  const isCounted = (identifier: string): boolean =>
    !mayCut || isCountWorthIt(run.budget.left) || isPaid.has(identifier);
  const companies = await fetchKind(counting, 'company', needed.filter(isCounted));
  // The record pays for the company itself.
  const bounds = new Map(needed.map((identifier) => [identifier, partnersCounted(companies.get(identifier))]));
  const isUncounted = (each: string): boolean => companies.get(each)?.is === 'found' && bounds.get(each) === null;
  if (!mayCut) await countByList(run, needed.filter(isUncounted), bounds, outcomes);
  let left = needed.filter((identifier) => !outcomes.has(identifier));
  while (left.length > 0) {
    const batch = takeFitting(run, left, bounds, companies, outcomes);
    const fetched = await fetchKind(run, 'partners', batch, new Map(), (each) => bounds.get(each) ?? 1);
    for (const [each, outcome] of fetched) outcomes.set(each, outcome);
    left = left.filter((each) => !outcomes.has(each));
    const stop = stopIn(outcomes.values());
    if (stop !== null || isCapped(outcomes.values())) return fill(outcomes, left, stop ?? capReached());
    if (batch.length > 0 || left.length === 0) continue;
    if (!mayCut) return fill(outcomes, left, capReached());
    await fetchLists(run, left.slice(0, 1), ALL, outcomes);
    left = left.slice(1);
  }
  return outcomes;
}

/**
 * If a record does not count the partners, a list of one partner says how many there are, for a credit.
 *
 * @param bounds is added to
 * @param outcomes is added to
 */
async function countByList(
  run: Fetching,
  identifiers: readonly string[],
  bounds: Map<string, number | null>,
  outcomes: Map<string, LookupOutcome>,
): Promise<void> {
  const questions = identifiers.map((identifier) => listQuestion(identifier, ALL, 1));
  const answers = await fetchKind(run, 'rows', questions);
  for (const [at, identifier] of identifiers.entries()) {
    const outcome = toPartners(answers.get(questions[at]!), false);
    if (outcome.is === 'found') bounds.set(identifier, (outcome.record as PartnersRecord).count);
    else outcomes.set(identifier, outcome);
  }
}

/**
 * The first companies that fit the credits left, even at their greatest cost. Those that need no request are settled.
 * @param outcomes is added to
 */
function takeFitting(
  { budget }: Fetching,
  identifiers: readonly string[],
  bounds: ReadonlyMap<string, number | null>,
  companies: Outcomes,
  outcomes: Map<string, LookupOutcome>,
): readonly string[] {
  const batch: string[] = [];
  let room = budget.left;
  for (const identifier of identifiers) {
    const company = companies.get(identifier);
    const bound = bounds.get(identifier) ?? null;
    if (company !== undefined && company.is !== 'found') outcomes.set(identifier, company);
    else {
      if (bound === null) break;
      room = leftAfter(room, bound, budget.lostFor(lookupName('partners', identifier)));
      if (room < 0) break;
      batch.push(identifier);
    }
  }
  return batch;
}

/**
 * Fetches the partner lists of companies, one by one and in order, as records of partners. Once the limit has cut
 * one, later ones are not asked for.
 *
 * @param outcomes is added to
 */
export async function fetchLists(
  run: Fetching,
  identifiers: readonly string[],
  list: PartnerList,
  outcomes = new Map<string, LookupOutcome>(),
): Promise<Outcomes> {
  const { budget } = run;
  const wanted = topOf(list);
  let left = identifiers;
  while (left.length > 0) {
    // Repeating a lost request unchanged costs nothing.
    const isLost = budget.lostFor(lookupName('rows', listQuestion(left[0]!, list, wanted))) > 0;
    const top = isLost ? wanted : rowsWithin(budget.left, wanted);
    const isWhole = top === wanted && wanted <= TYPED_TOP && !isLost;
    const some = left.slice(0, isWhole ? Math.min(LISTS_AT_ONCE, listsWithin(budget.left, wanted)) : 1);
    left = left.slice(some.length);
    const questions = some.map((identifier) => listQuestion(identifier, list, top));
    const answers = await fetchKind(run, 'rows', questions);
    for (const [at, identifier] of some.entries()) {
      outcomes.set(identifier, toPartners(answers.get(questions[at]!), top < wanted));
    }
    const stop = stopIn(outcomes.values());
    if (stop !== null || isCapped(outcomes.values())) return fill(outcomes, left, stop ?? capReached());
  }
  return outcomes;
}

/** @param isLimited whether the limit cut a list that has more */
function toPartners(outcome: LookupOutcome | undefined, isLimited: boolean): LookupOutcome {
  if (outcome?.is === 'noRoute') {
    return failed(new TraceError('routeMissing', { operation: outcome.operation }));
  }
  if (outcome?.is !== 'found') return outcome ?? failed(new TraceError('leftOut', {}));
  const rows = outcome.record as RowsRecord;
  const record = toPartnersRecord(rows);
  const isPartial = rows.isPartial || (isLimited && rows.isCut);
  return { ...outcome, record: { ...record, count: rows.total ?? record.count, isPartial } };
}

/** Whether the limit cut the answer short. */
export function isCapped(outcomes: Iterable<LookupOutcome | undefined>): boolean {
  for (const outcome of outcomes) {
    if (outcome?.is === 'failed' && traitsOf(outcome.error).ends === 'limit') return true;
    if (outcome?.is === 'found' && (outcome.record as PartnersRecord).isPartial === true) return true;
  }
  return false;
}

/** @param outcomes is added to */
function fill(
  outcomes: Map<string, LookupOutcome>,
  identifiers: readonly string[],
  error: TraceError,
): Map<string, LookupOutcome> {
  for (const identifier of identifiers) outcomes.set(identifier, failed(error));
  return outcomes;
}

/** How many partners of one company a list has if the limit allows it. */
export function topOf({ type, top }: PartnerList): number {
  return top ?? (type === null ? MAX_ROWS - 1 : TYPED_TOP);
}

/** The same question as that of a formula, so that they share its answer. */
export function listQuestion(identifier: string, { type }: PartnerList, top: number): string {
  const { operation, path } = listPartnersOf(identifier, type, '-last_observed_at');
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}

/**
 * The error for a reached limit, when the next company may cost this many credits: at least the cost of a company
 * itself.
 */
export function capReached(credits: number = CHARGE_OF_COMPANY): TraceError {
  return new TraceError('runCapReached', { credits });
}

function failed(error: TraceError): LookupOutcome {
  return { is: 'failed', error };
}
