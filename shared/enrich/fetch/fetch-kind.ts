import { now } from '../../client/ports';
import { bookAnswers, bookEarlierAnswer, lookupName, type RunBudget } from '../../credits/run-budget';
import { mostGranted } from '../../credits/ledger';
import { reserve, settle, type FetchTask } from '../../lookup/ports';
import { maySpend } from '../../credits/charges';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { readPause, keepPause } from '../../lookup/refusals';
import { fetchRecords, type Fetched, type FetchLimits } from '../../lookup/fetch-records';
import type { Account } from '../../records/account';
import { freshnessOf, type LookupKind, type LookupOutcome } from '../../records/outcome';
import { recall, remember } from '../../lookup/cache';
import type { RunPorts } from '../sheet/ports';
import type { AnswerTally } from './answer-tally';
import { tellingPorts } from './waits';

export type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What all lookups of one enrichment share. */
export interface Fetching {
  readonly ports: RunPorts;
  readonly payer: Account;
  /** The greatest age of saved answers; below 0: none is used. */
  readonly maxAgeMs: number;
  /** Whether no answer is saved, because in Google Sheets all users share one cache. */
  readonly isPrivate?: true;
  readonly budget: RunBudget;
  readonly toLimits: (startMs: number) => FetchLimits;
  /** When each route was found to be missing; milliseconds since 1970. */
  readonly missingRoutes: Map<string, number>;
  /** Absent: answers are not counted. */
  readonly tally?: AnswerTally;
  /** The store's last text about a pause of formulas, which an answer may end. */
  pauseText?: string | undefined;
}

/** The saved answers that are still fresh. */
export async function recallFresh(run: Fetching, kind: LookupKind, identifiers: readonly string[]): Promise<Outcomes> {
  if (identifiers.length === 0) return new Map();
  const recalled = await run.ports.perform(recall(run.payer, kind, identifiers));
  for (const [operation, foundMs] of recalled.missingRoutes) run.missingRoutes.set(operation, foundMs);
  run.pauseText = recalled.pauseText;
  const nowMs = await run.ports.perform(now());
  const age = { maxAgeMs: run.maxAgeMs, isAgeAsked: true };
  return new Map([...recalled.outcomes].filter(([, outcome]) => freshnessOf(outcome, age, nowMs) === 'fresh'));
}

/**
 * Fetches answers as far as the limit allows, in the given order. What does not fit fails with `runCapReached`. After
 * a failure that every request would get, nothing more is sent.
 *
 * @param known fresh saved answers, if the store was already read
 * @param mostOf the most that a lookup costs, in credits; `null`: what the host's ledger reserves for it
 */
export async function fetchKind(
  run: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  known: Outcomes | null = null,
  mostOf: ((identifier: string) => number) | null = null,
): Promise<Outcomes> {
  const { budget, ports } = run;
  budget.expire(await ports.perform(now()));
  const outcomes = new Map(known ?? (await recallFresh(run, kind, identifiers)));
  const needed = { lost: [] as string[], others: [] as string[] };
  for (const identifier of identifiers) {
    const name = lookupName(kind, identifier);
    const lost = budget.lostFor(name);
    const outcome = outcomes.get(identifier);
    if (outcome === undefined) needed[lost > 0 ? 'lost' : 'others'].push(identifier);
    else if (lost > 0) bookEarlierAnswer(budget, name, outcome);
  }
  for (const some of [needed.lost, needed.others]) await fetchNeeded(run, kind, some, outcomes, mostOf);
  return outcomes;
}

/** An error that ends all further requests. */
export function stopIn(outcomes: Iterable<LookupOutcome | undefined>): TraceError | null {
  for (const outcome of outcomes) {
    if (outcome?.is === 'failed' && traitsOf(outcome.error).ends === 'all') return outcome.error;
  }
  return null;
}

/**
 * Most answers cost less than was reserved for them, so companies for which there was no room are asked for
 * afterwards.
 * @param outcomes is added to
 */
async function fetchNeeded(
  run: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  outcomes: Map<string, LookupOutcome>,
  mostOf: ((identifier: string) => number) | null,
): Promise<void> {
  let needed = identifiers;
  while (needed.length > 0) {
    const stop = stopIn(outcomes.values());
    const { reserved, refused } =
      stop === null ? await reserveAll(run, kind, needed, mostOf) : { reserved: [], refused: refusedBy(stop, needed) };
    for (const [identifier, error] of refused) outcomes.set(identifier, { is: 'failed', error });
    if (reserved.length === 0) return;
    for (const [identifier, outcome] of await fetchReserved(run, kind, reserved)) {
      outcomes.set(identifier, outcome);
    }
    needed = run.budget.left > 0 ? [...refused.keys()] : [];
  }
}

function refusedBy(error: TraceError, identifiers: readonly string[]): ReadonlyMap<string, TraceError> {
  return new Map(identifiers.map((identifier) => [identifier, error]));
}

/** Reserves the most that each lookup may cost, as long as there is room. */
async function reserveAll(
  { ports, budget }: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  mostOf: ((identifier: string) => number) | null,
): Promise<{ readonly reserved: readonly string[]; readonly refused: ReadonlyMap<string, TraceError> }> {
  const nowMs = await ports.perform(now());
  const grant = await ports.perform(reserve({ kind, needed: identifiers, ifFree: [], isRun: true }));
  const reserved: string[] = [];
  const refused = new Map<string, TraceError>();
  for (const identifier of identifiers) {
    const name = lookupName(kind, identifier);
    const credits = mostOf?.(identifier) ?? mostGranted(grant, kind, identifier);
    const refusal = grant.refused.get(identifier);
    // Reserved before the ledger knew that it is paid for.
    if (credits === 0) budget.release(name);
    if (refusal !== undefined) refused.set(identifier, refusal);
    else if (budget.reserve(name, credits, nowMs)) reserved.push(identifier);
    else refused.set(identifier, new TraceError('runCapReached', { credits }));
  }
  return { reserved, refused };
}

/**
 * Sends requests and settles each answer as it arrives. Requests without an answer that may have been charged stay
 * reserved.
 */
async function fetchReserved(run: Fetching, kind: LookupKind, reserved: readonly string[]): Promise<Outcomes> {
  const { payer, budget, isPrivate, tally } = run;
  const ports = tellingPorts(run.ports);
  const open = new Set(reserved);
  function* keep(brought: Fetched): FetchTask<void> {
    const grant = { granted: reserved, refused: new Map(), credits: 0, isRun: true } as const;
    // Booked before it is saved: a host that is stopped in between asks again at no cost, and its count is not too
    // low.
    const told = yield* settle(grant, kind, brought.outcomes);
    bookAnswers(budget, kind, brought.outcomes, typeof told === 'number' ? told : null);
    for (const identifier of brought.outcomes.keys()) open.delete(identifier);
    if (isPrivate !== true) yield* remember(payer.id, kind, brought);
    if (tally === undefined) return;
    tally.note(kind, brought.outcomes);
    run.ports.person.tell({ is: 'answered', answers: tally.answers, credits: budget.charged });
  }
  let isSent = false;
  try {
    const startMs = await ports.perform(now());
    const limits = run.toLimits(startMs);
    const fetched = await ports.perform(fetchRecords(kind, reserved, run.missingRoutes, limits, keep));
    for (const [operation, foundMs] of fetched.missingRoutes) run.missingRoutes.set(operation, foundMs);
    const pause = readPause(run.pauseText, payer.keyId, startMs);
    run.pauseText = (await ports.perform(keepPause(payer, fetched.outcomes, pause))) ?? run.pauseText;
    return fetched.outcomes;
  } catch (thrown) {
    isSent = maySpend(toTraceError(thrown));
    throw thrown;
  } finally {
    for (const identifier of open) {
      const name = lookupName(kind, identifier);
      if (isSent) budget.lose(name);
      else budget.release(name);
    }
  }
}
