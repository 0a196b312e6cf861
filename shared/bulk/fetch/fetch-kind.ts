import { now } from '../../client/ports';
import type { Account } from '../../records/ports';
import type { TraceError } from '../../errors/trace-error';
import { costOf } from '../../credits/prices';
import { fetchPaid } from '../../lookup/fetch-within-grant';
import { traitsOf } from '../../errors/traits';
import type { FetchLimits } from '../../lookup/fetch-records';
import { judge } from '../../records/freshness';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { recall } from '../../lookup/cache';
import type { RunPorts } from '../sheet/ports';
import { lookupName, type Purse } from '../../credits/run-budget';
import { resolve, withBudget } from './with-budget';

export type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What look-ups of one run have in common. */
export interface Fetching {
  readonly ports: RunPorts;
  /** By which the file is held; see {@link holdFile}. */
  readonly holder: string;
  readonly payer: Account;
  readonly maxAgeMs: number;
  readonly purse: Purse;
  readonly toLimits: (startMs: number) => FetchLimits;
  /** Routes that turned out to be missing, and when; milliseconds since 1970. */
  readonly missingRoutes: Map<string, number>;
}

/** What is fresh in the store. */
export async function recallFresh(run: Fetching, kind: LookupKind, identifiers: readonly string[]): Promise<Outcomes> {
  if (identifiers.length === 0) return new Map();
  const recalled = await run.ports.perform(recall(run.payer, kind, identifiers));
  for (const [operation, foundMs] of recalled.missingRoutes) run.missingRoutes.set(operation, foundMs);
  const nowMs = await run.ports.perform(now());
  const age = { maxAgeMs: run.maxAgeMs, isAgeAsked: true };
  return new Map([...recalled.outcomes].filter(([, outcome]) => judge(outcome, age, nowMs) === 'fresh'));
}

/**
 * A company costs a credit at most. What the limit leaves no room for is asked for once more after the rest has been
 * settled, since most answers cost less than was set aside.
 *
 * @param mostOf what a look-up costs at most, in credits
 */
export async function fetchKind(
  run: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  known: Outcomes | null = null,
  mostOf: (identifier: string) => number = (identifier) => costOf(kind, identifier),
): Promise<Outcomes> {
  const { purse } = run;
  const outcomes = new Map(known ?? (await recallFresh(run, kind, identifiers)));
  const needed = { inDoubt: [] as string[], others: [] as string[] };
  for (const identifier of identifiers) {
    const isInDoubt = purse.doubtOf(lookupName(kind, identifier)) > 0;
    const outcome = outcomes.get(identifier);
    if (outcome === undefined) needed[isInDoubt ? 'inDoubt' : 'others'].push(identifier);
    // Under a limit the rest of what was set aside for it stays so: not all of its cost may be in this answer.
    else if (isInDoubt && (outcome.is === 'notTracked' || purse.left === null))
      resolve(purse, kind, identifier, outcome);
  }
  for (const some of [needed.inDoubt, needed.others]) {
    const stop = [...outcomes.values()].find(
      (outcome) => outcome.is === 'failed' && traitsOf(outcome.error).ends === 'all',
    );
    if (stop === undefined) await fetchNeeded(run, kind, some, outcomes, mostOf);
    else for (const identifier of some) outcomes.set(identifier, stop);
  }
  return outcomes;
}

/** @param outcomes is added to */
async function fetchNeeded(
  run: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  outcomes: Map<string, LookupOutcome>,
  mostOf: (identifier: string) => number,
): Promise<void> {
  const { purse, holder } = run;
  let needed = identifiers;
  while (needed.length > 0) {
    const { left } = purse;
    const request = {
      kind,
      needed,
      ifFree: [],
      run: { left: left === null ? null : left + doubtOf(purse, kind, needed) },
    };
    const taught = { missingRoutes: run.missingRoutes, pauseText: undefined };
    const task = fetchPaid(run.payer, request, taught, run.toLimits);
    const fetched = await withBudget(run.ports, task, { purse, holder, kind, mostOf });
    for (const [operation, foundMs] of fetched.missingRoutes) run.missingRoutes.set(operation, foundMs);
    for (const [identifier, outcome] of fetched.outcomes) outcomes.set(identifier, outcome);
    const refused = needed.filter((identifier) => isCode(outcomes.get(identifier), 'runCapReached'));
    const isStopped = [...fetched.outcomes.values()].some((outcome) => isCode(outcome, 'creditsOut'));
    if (isStopped || refused.length === needed.length || left === null || purse.left === 0) break;
    needed = refused;
  }
}

/** What is set aside for these look-ups already. Several lists might take each other's part. */
function doubtOf(purse: Purse, kind: LookupKind, identifiers: readonly string[]): number {
  if (kind === 'rows' && identifiers.length > 1) return 0;
  return identifiers.reduce((sum, identifier) => sum + purse.doubtOf(lookupName(kind, identifier)), 0);
}

function isCode(outcome: LookupOutcome | undefined, code: TraceError['code']): boolean {
  return outcome?.is === 'failed' && outcome.error.code === code;
}
