import { fetchKind, stopIn, type Fetching } from '../../enrich/fetch/fetch-kind';
import type { RunPorts } from '../../enrich/sheet/ports';
import { now } from '../../client/ports';
import type { CompanyRecord } from '../../client/resources/companies';
import { priceAgain, type CompanyPrice } from '../../credits/company-price';
import { RunBudget } from '../../credits/run-budget';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { BATCH_SIZE } from '../../lookup/read-replies';
import { recall, remember } from '../../lookup/cache';
import type { FetchLimits } from '../../lookup/fetch-records';
import { account, type Account } from '../../records/ports';
import type { LookupOutcome } from '../../records/outcome';
import { compareCompanies, type CompanyChange } from './compare-companies';
import { DAY_MS } from '../../days';

/** https://docs.tracedata.ai/api/overview/: views derived from a crawl may lag up to about an hour. */
export const VIEWS_LAG_MS = 3_600_000;

export interface Refetched {
  readonly changes: readonly CompanyChange[];
  /** Of the answered ones, how many had a saved answer that the new one could be compared with. */
  readonly compared: number;
  /** How many companies were answered, those that Trace does not track included. */
  readonly answered: number;
  readonly credits: number;
  /** The part of it that may not have been charged: answers were lost on their way. */
  readonly unsure: number;
  /** Why not all of them; `null`: all. */
  readonly problem: TraceError | null;
}

const REQUESTS_AT_ONCE = 4;
const TOGETHER = REQUESTS_AT_ONCE * BATCH_SIZE;
const toLimits = (startMs: number): FetchLimits => ({
  deadlineMs: startMs + 300_000,
  requestsAtOnce: REQUESTS_AT_ONCE,
  retry: { maxRetries: 4, waitBudgetMs: 120_000 },
});

/** What fetching the companies again costs at most. Throws `noKey`. */
export async function priceRefetch(ports: RunPorts, domains: readonly string[]): Promise<CompanyPrice> {
  await payerOf(ports);
  return priceAgain(ports.client, domains);
}

/**
 * Fetches companies again, whatever is saved, and tells what is different. While views may lag, what comes is saved as
 * an answer up to the end of that time only. Throws `noKey`.
 *
 * @param cap in credits
 * @param crawledMs when the crawl ended; milliseconds since 1970
 */
export async function refetch(
  ports: RunPorts,
  domains: readonly string[],
  cap: number,
  crawledMs: number,
): Promise<Refetched> {
  const payer = await payerOf(ports);
  const before = (await ports.perform(recall(payer, 'company', domains))).outcomes;
  const budget = new RunBudget(cap);
  const run: Fetching = { ports, payer, maxAgeMs: -1, budget, toLimits, missingRoutes: new Map() };
  const { outcomes, why } = await fetchTogether(run, domains);
  await keepLagging(ports, payer, outcomes, crawledMs);
  const failed = domains.map((domain) => outcomes.get(domain)).filter((outcome) => !isAnswer(outcome));
  const [first] = failed;
  const error = why ?? (first?.is === 'failed' ? first.error : new TraceError('unreadable', {}));
  return {
    changes: domains.flatMap(
      (domain) => compareCompanies(domain, recordOf(before.get(domain)), recordOf(outcomes.get(domain))) ?? [],
    ),
    compared: domains.filter((domain) => isAnswer(before.get(domain)) && isAnswer(outcomes.get(domain))).length,
    answered: domains.length - failed.length,
    credits: budget.used,
    unsure: budget.unsure,
    problem: failed.length === 0 ? null : error,
  };
}

/**
 * Where the host stops sending, what has come until then counts: it has taken the place of the saved answers, so that
 * nobody could compare it again. Throws why only where nothing has come, and nothing may have been charged.
 */
async function fetchTogether(
  run: Fetching,
  domains: readonly string[],
): Promise<{ readonly outcomes: ReadonlyMap<string, LookupOutcome>; readonly why: TraceError | null }> {
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

/** Saved answers of companies that were crawled just now stop being answers once the new views are there. */
export async function endSavedAnswers(ports: RunPorts, domains: readonly string[], crawledMs: number): Promise<void> {
  const payer = await payerOf(ports);
  await keepLagging(ports, payer, (await ports.perform(recall(payer, 'company', domains))).outcomes, crawledMs);
}

async function keepLagging(
  ports: RunPorts,
  payer: Account,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  crawledMs: number,
): Promise<void> {
  const lagsUntilMs = crawledMs + VIEWS_LAG_MS;
  if ((await ports.perform(now())) >= lagsUntilMs) return;
  const lagging = [...outcomes].flatMap(([domain, outcome]) =>
    outcome.is === 'found' ? [[domain, { ...outcome, lagsUntilMs }] as const] : [],
  );
  await ports.perform(remember(payer.id, 'company', { outcomes: new Map(lagging), missingRoutes: new Map() }));
}

async function payerOf(ports: RunPorts): Promise<Account> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  return payer;
}

function isAnswer(outcome: LookupOutcome | undefined): boolean {
  return outcome?.is === 'found' || outcome?.is === 'notTracked';
}

/** `null`: nothing is known of it. */
function recordOf(outcome: LookupOutcome | undefined): CompanyRecord | null {
  return outcome?.is === 'found' ? (outcome.record as CompanyRecord) : null;
}

/** The saved answers of some companies that are older than somebody wants. */
export interface StaleAnswers {
  readonly domains: readonly string[];
  /** When the oldest was given, in milliseconds since 1970; `null`: there is none. */
  readonly oldestMs: number | null;
  /** How many companies have an answer at all. */
  readonly saved: number;
  readonly price: CompanyPrice;
}

/** Looks up how old what formulas show of some companies is, where a host keeps that apart; see `BulkHost`. */
type ShownAges = (companies: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const NOTHING_SHOWN: ShownAges = () => Promise.resolve(new Map());

/** Which answers are older than so many days, and what fetching them again costs at most. Sends nothing. Throws `noKey`. */
export async function findStale(
  ports: RunPorts,
  domains: readonly string[],
  days: number,
  shownAges = NOTHING_SHOWN,
): Promise<StaleAnswers> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  const nowMs = await ports.perform(now());
  const { outcomes } = await ports.perform(recall(payer, 'company', domains));
  // A saved answer is shown before an older one that cells still have.
  const unsaved = domains.filter((domain) => givenAtMs(outcomes.get(domain)) === null);
  const shown = unsaved.length === 0 ? new Map<string, number>() : await shownAges(unsaved);
  const dated = domains.flatMap((domain) => {
    const asOfMs = givenAtMs(outcomes.get(domain)) ?? shown.get(domain);
    return asOfMs === undefined ? [] : [{ domain, asOfMs }];
  });
  const stale = dated.filter(({ asOfMs }) => asOfMs < nowMs - days * DAY_MS);
  const names = stale.map(({ domain }) => domain);
  return {
    domains: names,
    oldestMs: stale.reduce<number | null>((oldest, { asOfMs }) => Math.min(oldest ?? asOfMs, asOfMs), null),
    saved: dated.length,
    price: await priceRefetch(ports, names),
  };
}

/** When it was given; `null`: it is no answer. */
function givenAtMs(outcome: LookupOutcome | undefined): number | null {
  return outcome?.is === 'found' || outcome?.is === 'notTracked' ? outcome.asOfMs : null;
}

const MOST_DAYS = 3_650;

/** A number of days as somebody types it; `null`: it is none. */
export function readDays(text: string): number | null {
  const typed = text.trim();
  if (!/^\d{1,4}$/.test(typed)) return null;
  const days = Number(typed);
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
