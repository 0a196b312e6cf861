import { fetchKind, recallFresh, type Fetching, type Outcomes } from '../../enrich/fetch/fetch-kind';
import { capReached, fetchPartners } from '../../enrich/fetch/fetch-partners';
import type { RunPorts } from '../../enrich/sheet/ports';
import type { Table } from '../../cells/values';
import { isOpen } from '../../credits/prices';
import { RunBudget } from '../../credits/run-budget';
import { FREE_FOR_MS } from '../../days';
import { traitsOf } from '../../errors/traits';
import { TraceError } from '../../errors/trace-error';
import { callFunction } from '../../functions/call';
import type { FormulaPorts, KnownFormula } from '../../functions/ports';
import type { FetchLimits } from '../../lookup/fetch-records';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { account } from '../../lookup/ports';
import { NO_ACCOUNT, type Account } from '../../records/account';
import { runAsync, type Async } from '../../task';
import type { Formula } from '../common/insert/insertion';

/** The user waits, and can click again; the time allows for a list of thousands, read page by page. */
function toLimits(startMs: number): FetchLimits {
  return { deadlineMs: startMs + 120_000, requestsAtOnce: 4, retry: { maxRetries: 2, waitBudgetMs: 8_000 } };
}

/**
 * Lookups that together cost no more than the button said, in credits. They use the same saved answers and the same list
 * of paid companies as a run.
 *
 * @param credits the most that all of them may cost
 */
export async function spendUpTo(ports: RunPorts, credits: number): Promise<Fetching> {
  const payer = (await ports.perform(account())) ?? NO_ACCOUNT;
  const budget = new RunBudget(credits);
  const missingRoutes = new Map<string, number>();
  return { ports, payer, maxAgeMs: FREE_FOR_MS, budget, toLimits, missingRoutes };
}

/**
 * Saved answers, and new ones for what is not saved. Without a key, only the saved ones of practice companies.
 *
 * @param mostOf the most that a lookup costs, in credits; by default the price of its kind
 */
export async function lookUp(
  run: Fetching,
  kind: LookupKind,
  identifiers: readonly string[],
  mostOf: ((identifier: string) => number) | null = null,
): Promise<Outcomes> {
  const known = await recallFresh(run, kind, identifiers);
  const open = identifiers.filter((identifier) => !known.has(identifier));
  if (open.length === 0) return known;
  if (run.payer === NO_ACCOUNT) return withFailed(known, open, new TraceError('noKey', {}));
  // Partners are counted before they are paid for.
  if (kind === 'partners') return fetchPartners(run, identifiers, known, false);
  const unbounded = mostOf === null ? open.filter((identifier) => isOpen(kind, identifier)) : [];
  if (unbounded.length > 0) return withFailed(known, unbounded, capReached());
  return fetchKind(run, kind, identifiers, known, mostOf);
}

function withFailed(known: Outcomes, identifiers: readonly string[], error: TraceError): Outcomes {
  const failed = identifiers.map((identifier): [string, LookupOutcome] => [identifier, { is: 'failed', error }]);
  return new Map([...known, ...failed]);
}

/**
 * What a formula shows, for at most so many credits; see {@link spendUpTo}. Throws its problem; with a trait that ends at
 * the limit, the answer costs more.
 */
export async function answerWithin(ports: RunPorts, credits: number, formula: Formula): Promise<Table> {
  const table = await answerOf(await spendUpTo(ports, credits), formula);
  const [[first] = []] = table;
  if (first instanceof TraceError) throw first;
  return table;
}

/**
 * What formulas show that together cost at most so many credits. Throws a problem that all of them would have, or that
 * more credits would solve; any other problem is in its cell.
 */
export async function answersWithin(
  ports: RunPorts,
  credits: number,
  formulas: readonly KnownFormula[],
): Promise<readonly Table[]> {
  const run = await spendUpTo(ports, credits);
  const tables: Table[] = [];
  for (const formula of formulas) {
    const table = await answerOf(run, formula);
    const problems = table.flat().filter((cell): cell is TraceError => cell instanceof TraceError);
    const stop = problems.find((error) => ['all', 'call', 'limit'].includes(traitsOf(error).ends ?? ''));
    if (stop !== undefined) throw stop;
    tables.push(table);
  }
  return tables;
}

function answerOf(run: Fetching, formula: KnownFormula): Promise<Table> {
  const payer = run.payer === NO_ACCOUNT ? null : run.payer;
  return callInPage(run.ports, payer, formula, ({ kind, identifiers }) => lookUp(run, kind, identifiers));
}

/** Runs a formula in the page. @param lookup answers its lookups */
export function callInPage(
  { client: { now, paid, peek } }: RunPorts,
  payer: Account | null,
  { id, args }: KnownFormula,
  lookup: Async<FormulaPorts>['lookup'],
): Promise<Table> {
  return runAsync(callFunction(id, args), { now, paid, peek, lookup, payer: () => payer, keepShown: () => undefined });
}
