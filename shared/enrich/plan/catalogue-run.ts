import { DEFAULT_MAX_AGE_MS } from '../../cells/options';
import { account } from '../../lookup/ports';
import type { FetchLimits } from '../../lookup/fetch-records';
import { RunBudget } from '../../credits/run-budget';
import type { Fetching } from '../fetch/fetch-kind';
import type { RunPorts } from '../sheet/ports';

/** Short, because the user is waiting. */
const PATIENCE_MS = 10_000;

/** Prepares lookups in the catalogue, which is free: nothing may be charged. `null`: there is no key. */
export async function catalogueRun(ports: RunPorts): Promise<Fetching | null> {
  const payer = await ports.perform(account());
  if (payer === null) return null;
  const budget = new RunBudget(0);
  return { ports, payer, maxAgeMs: DEFAULT_MAX_AGE_MS, budget, toLimits, missingRoutes: new Map() };
}

function toLimits(startMs: number): FetchLimits {
  return { deadlineMs: startMs + PATIENCE_MS, requestsAtOnce: 2, retry: { maxRetries: 1, waitBudgetMs: 2_000 } };
}
