import { reserve, settle, type FetchTask } from './ports';
import type { Account } from '../records/account';
import { now } from '../client/ports';
import { doubtOf, maySpend } from '../credits/charges';
import { toTraceError, type TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { partialOf, type PartialList, everyOne, type LookupKind, type LookupOutcome } from '../records/outcome';
import { fetchRecords, type AllFetched, type Fetched, type FetchLimits, type SentAll } from './fetch-records';
import { sumOf } from '../credits/daily-spending';
import { goDespite, isOfCredits, keepPause, readPause } from './refusals';
import type { Grant, SpendRequest } from '../credits/ledger';
import { type Recalled, remember } from './cache';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

interface PaidFetched extends Fetched {
  /**
   * Lookups that may not be paid for, as failures. A list that the limit cut is among the outcomes instead, as far as
   * it was read.
   */
  readonly refused: Outcomes;
  readonly pauseText: string | undefined;
}

/** What earlier requests showed; see {@link Recalled}. */
type Obstacles = Pick<Recalled, 'missingRoutes' | 'pauseText'>;

/**
 * Fetches what may be paid for, books it and saves it. A refused lookup fails with its sentence; an `ifFree` one that
 * is not free gets no outcome. During a pause nothing is sent; if the account is short of credits, requests that fit
 * the remaining credits still go. Under a limit, lists of unknown length are fetched a few at a time, since most cost
 * less than was reserved.
 *
 * @param toLimits called with the start of the fetch (milliseconds since 1970)
 * @param sentAll called once nothing more will be sent, unless a reservation must be settled first
 */
export function* fetchPaid(
  payer: Account,
  request: SpendRequest,
  known: Obstacles,
  toLimits: (startMs: number) => FetchLimits,
  sentAll?: SentAll,
): FetchTask<PaidFetched> {
  const startMs = yield* now();
  const { kind } = request;
  const pause = readPause(known.pauseText, payer.keyId, startMs);
  let outcomes = new Map<string, LookupOutcome>();
  const refused = new Map<string, LookupOutcome>();
  const missingRoutes = new Map<string, number>();
  let wanted: SpendRequest | null = request;
  if (pause !== null) {
    const needed: readonly string[] = yield* goDespite(pause.error, kind, request.needed);
    outcomes = new Map(everyOne(without(request.needed, needed), { is: 'failed', error: pause.error }));
    if (needed.length === 0) return { outcomes, refused, missingRoutes, pauseText: known.pauseText };
    wanted = { ...request, needed };
  }
  const limits = toLimits(startMs);
  let pauseText: string | undefined;
  while (wanted !== null) {
    const grant: Grant = yield* reserve(wanted);
    const routes: ReadonlyMap<string, number> = new Map([...known.missingRoutes, ...missingRoutes]);
    const fetched: AllFetched = yield* fetchGranted(payer, kind, grant, routes, limits, sentAll);
    for (const [operation, foundMs] of fetched.missingRoutes) missingRoutes.set(operation, foundMs);
    const further: SpendRequest | null = toFurther(wanted, grant, fetched.outcomes);
    const short: SpendRequest | null = yield* toShort(wanted, further, fetched.outcomes);
    const stop = further === null ? undefined : [...fetched.outcomes.values()].find(stopsFurther);
    pauseText = yield* keepPause(payer, fetched.outcomes, pause);
    if (outcomes.size === 0) outcomes = fetched.outcomes;
    else for (const [identifier, outcome] of fetched.outcomes) outcomes.set(identifier, outcome);
    for (const [identifier, error] of grant.refused) {
      refused.set(identifier, { is: 'failed', error });
      // A list that the limit cut is shown as far as it was paid for.
      if (!outcomes.has(identifier)) outcomes.set(identifier, { is: 'failed', error });
    }
    wanted = short ?? (stop === undefined ? further : null);
    if (stop === undefined) continue;
    for (const identifier of further?.needed ?? []) if (!outcomes.has(identifier)) outcomes.set(identifier, stop);
  }
  return { outcomes, refused, missingRoutes, pauseText };
}

/**
 * Follows a request that needed more credits than were left: asks for what fits the remaining credits.
 *
 * @param further what would have been asked for next
 */
function* toShort(
  { kind, needed, ...others }: SpendRequest,
  further: SpendRequest | null,
  outcomes: Outcomes,
): FetchTask<SpendRequest | null> {
  let error: TraceError | null = null;
  const isShort = (identifier: string): boolean => {
    const outcome = outcomes.get(identifier);
    if (outcome?.is !== 'failed' || !isOfCredits(outcome.error)) return false;
    error = outcome.error;
    return true;
  };
  const unanswered = needed.filter(isShort);
  if (error === null) return null;
  for (const each of further?.needed ?? []) if (!outcomes.has(each)) unanswered.push(each);
  const fitting = yield* goDespite(error, kind, unanswered);
  if (fitting.length === 0 || fitting.length === unanswered.length) return null;
  return { ...others, kind, needed: fitting, ifFree: [] };
}

function without(identifiers: readonly string[], others: readonly string[]): readonly string[] {
  const excluded = new Set(others);
  return identifiers.filter((each) => !excluded.has(each));
}

/** Fetches what was granted, and settles each part as it arrives. */
function* fetchGranted(
  payer: Account,
  kind: LookupKind,
  grant: Grant,
  missing: ReadonlyMap<string, number>,
  limits: FetchLimits,
  sentAll: SentAll | undefined,
): FetchTask<AllFetched> {
  let unsettled = grant.costs ?? new Map<string, number>();
  function* book(outcomes: Outcomes): FetchTask<void> {
    const open = unanswered(unsettled, outcomes);
    const settled = { ...grant, credits: sumOf(unsettled.values()) - sumOf(open.values()) };
    yield* trySettle(settled, kind, outcomes);
    unsettled = open;
  }
  function* keep(brought: Fetched): FetchTask<void> {
    // Booked before it is saved: a host that is stopped in between asks again at no cost, and its count is not too
    // low.
    yield* book(brought.outcomes);
    yield* remember(payer.id, kind, brought);
  }
  try {
    const told = grant.id === undefined ? sentAll : undefined;
    const fetched = yield* fetchRecords(kind, grant.granted, missing, limits, keep, grant.caps, told);
    if (unsettled.size > 0) yield* trySettle({ ...grant, credits: sumOf(unsettled.values()) }, kind, new Map());
    return fetched;
  } catch (thrown) {
    const error = toTraceError(thrown);
    yield* book(
      new Map([...unsettled].map(([each, cost]) => [each, { is: 'failed', error, ...doubtOf(cost, maySpend(error)) }])),
    );
    throw thrown;
  }
}

/** The costs of lookups that have no outcome yet. */
function unanswered(costs: ReadonlyMap<string, number>, outcomes: Outcomes): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const [identifier, cost] of costs) if (!outcomes.has(identifier)) open.set(identifier, cost);
  return open;
}

/** If the host cannot write its ledger, the answers are shown anyway: the reservation lapses, and then counts as spent. */
function* trySettle(grant: Grant, kind: LookupKind, outcomes: Outcomes): FetchTask<void> {
  try {
    yield* settle(grant, kind, outcomes);
  } catch {
    // The answers have arrived.
  }
}

/** What to ask for next: lookups that had to wait, and the rest of lists that were cut. */
function toFurther({ kind, read }: SpendRequest, { caps, later = [] }: Grant, outcomes: Outcomes): SpendRequest | null {
  const partials = new Map<string, PartialList>();
  for (const identifier of caps?.keys() ?? []) {
    const partial = partialOf(outcomes.get(identifier));
    if (partial !== null && partial.rows > (read?.get(identifier)?.rows ?? 0)) partials.set(identifier, partial);
  }
  if (partials.size + later.length === 0) return null;
  return { kind, needed: [...later, ...partials.keys()], ifFree: [], read: new Map([...(read ?? []), ...partials]) };
}

function stopsFurther(outcome: LookupOutcome): boolean {
  const { ends } = outcome.is === 'failed' ? traitsOf(outcome.error) : {};
  return ends === 'all' || ends === 'call' || ends === 'route';
}
