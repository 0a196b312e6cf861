import type { FetchLimits } from '../../lookup/fetch-records';
import { runAsync } from '../../task';
import type { AsyncPerformers } from '../core-ports';
import type { RunPorts } from '../sheet/ports';

const PATIENCE_MS = 30 * 60_000;

/** An enrichment waits much longer than a formula, which the user is looking at. */
export function runLimits(startMs: number): FetchLimits {
  return {
    deadlineMs: startMs + PATIENCE_MS,
    requestsAtOnce: 10,
    retry: { maxRetries: 6, waitBudgetMs: PATIENCE_MS / 2 },
  };
}

/** Shorter waits are not worth reporting. */
const LONG_MS = 1_000;

/** The same ports, but they report waits to the user. */
export function tellingPorts(ports: RunPorts): RunPorts {
  const { client, person } = ports;
  const own: AsyncPerformers = {
    ...client,
    async sleep({ delayMs }) {
      if (delayMs >= LONG_MS) person.tell({ is: 'waiting', delayMs });
      await client.sleep({ delayMs });
    },
  };
  return { ...ports, client: own, perform: (task) => runAsync(task, own) };
}
