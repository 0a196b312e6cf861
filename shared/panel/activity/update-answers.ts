import { fetchKind, stopIn, type Fetching } from '../../enrich/fetch/fetch-kind';
import type { RunPorts } from '../../enrich/sheet/ports';
import { now } from '../../client/ports';
import { priceAgain, type CompanyPrice } from '../../credits/action-prices';
import { RunBudget } from '../../credits/run-budget';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { BATCH_SIZE } from '../../lookup/read-replies';
import { recall, remember } from '../../lookup/cache';
import type { FetchLimits } from '../../lookup/fetch-records';
import { account } from '../../lookup/ports';
import type { Account } from '../../records/account';
import type { LookupOutcome } from '../../records/outcome';
import { compareAll, type Compared, type Outcomes } from './compare-all';

/** https://docs.tracedata.ai/api/overview/: views derived from a rescan may lag up to about an hour. */
export const VIEWS_LAG_MS = 3_600_000;

/** What an update did. Its {@link Compared} companies are some of the answered ones. */
export interface Updated extends Compared {
  /** The number of answered companies, including those that Trace does not track. */
  readonly answered: number;
  readonly credits: number;
  /** The part of the credits that may not have been charged, because answers were lost on their way. */
  readonly unsure: number;
  /** Why companies are missing; `null`: none is. */
  readonly problem: TraceError | null;
}

const REQUESTS_AT_ONCE = 4;
const TOGETHER = REQUESTS_AT_ONCE * BATCH_SIZE;
const toLimits = (startMs: number): FetchLimits => ({
  deadlineMs: startMs + 300_000,
  requestsAtOnce: REQUESTS_AT_ONCE,
  retry: { maxRetries: 4, waitBudgetMs: 120_000 },
});

/** The price of new answers about the companies. Throws `noKey`. */
export async function priceUpdate(ports: RunPorts, domains: readonly string[]): Promise<CompanyPrice> {
  await payerOf(ports);
  return priceAgain(ports.client, domains);
}

/**
 * Fetches new answers, whatever is saved, and compares them with the earlier ones. While views may lag, a new answer is
 * saved for the rest of that time only. Throws `noKey`.
 *
 * @param cap in credits
 * @param rescannedMs when the rescan ended, in milliseconds since 1970; 0: there was none
 */
export async function updateAnswers(
  ports: RunPorts,
  domains: readonly string[],
  cap: number,
  rescannedMs: number,
): Promise<Updated> {
  const payer = await payerOf(ports);
  const before = (await ports.perform(recall(payer, 'company', domains))).outcomes;
  const budget = new RunBudget(cap);
  const run: Fetching = { ports, payer, maxAgeMs: -1, budget, toLimits, missingRoutes: new Map() };
  const { outcomes, why } = await fetchTogether(run, domains);
  await keepLagging(ports, payer, outcomes, rescannedMs);
  const failed = domains.map((domain) => outcomes.get(domain)).filter((outcome) => !isAnswer(outcome));
  const [first] = failed;
  const error = why ?? (first?.is === 'failed' ? first.error : new TraceError('unreadable', {}));
  return {
    ...compareAll(domains, before, outcomes),
    answered: domains.length - failed.length,
    credits: budget.used,
    unsure: budget.unsure,
    problem: failed.length === 0 ? null : error,
  };
}

/**
 * If the host stops sending, the answers so far count: they have replaced the saved ones, so they cannot be
 * compared later. Throws only if nothing has arrived and nothing may have been charged.
 */
async function fetchTogether(
  run: Fetching,
  domains: readonly string[],
): Promise<{ readonly outcomes: Outcomes; readonly why: TraceError | null }> {
  const outcomes = new Map<string, LookupOutcome>();
  for (let start = 0; start < domains.length && stopIn(outcomes.values()) === null; start += TOGETHER) {
    try {
      const some = await fetchKind(run, 'company', domains.slice(start, start + TOGETHER));
      for (const [domain, outcome] of some) outcomes.set(domain, outcome);
    } catch (thrown) {
      if (outcomes.size + run.budget.used === 0) throw thrown;
      return { outcomes, why: toTraceError(thrown) };
    }
  }
  return { outcomes, why: stopIn(outcomes.values()) };
}

/** Saved answers about companies that were just rescanned stop being answers once the new views are there. */
export async function endSavedAnswers(ports: RunPorts, domains: readonly string[], rescannedMs: number): Promise<void> {
  const payer = await payerOf(ports);
  await keepLagging(ports, payer, (await ports.perform(recall(payer, 'company', domains))).outcomes, rescannedMs);
}

async function keepLagging(ports: RunPorts, payer: Account, outcomes: Outcomes, rescannedMs: number): Promise<void> {
  const lagsUntilMs = rescannedMs + VIEWS_LAG_MS;
  if ((await ports.perform(now())) >= lagsUntilMs) return;
  const lagging = [...outcomes].flatMap(([domain, outcome]) =>
    outcome.is === 'found' ? [[domain, { ...outcome, lagsUntilMs }] as const] : [],
  );
  await ports.perform(remember(payer.id, 'company', { outcomes: new Map(lagging), missingRoutes: new Map() }));
}

/** The account that pays. Throws `noKey`. */
export async function payerOf(ports: RunPorts): Promise<Account> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  return payer;
}

function isAnswer(outcome: LookupOutcome | undefined): boolean {
  return outcome?.is === 'found' || outcome?.is === 'notTracked';
}
