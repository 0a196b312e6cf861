import { MessageChannel, type Worker } from 'node:worker_threads';
import { readFormula } from './formula';
import { sendAll, type HttpOrder } from './http-orders';
import type { Ended, Question, WorkerSettings } from './together-worker';
import { startThread } from './thread';
import { FORMULA_LIMIT_MS, type FormulaOutcome, type SheetsWorld } from './world';

export interface TogetherOptions {
  /** Google runs 30 of one user at once: https://developers.google.com/apps-script/guides/services/quotas. */
  readonly atOnce: number;
  /** How long each call of a service takes. */
  readonly callsTakeMs: number;
}

/**
 * Lets every formula that waits have its answer, as {@link SheetsWorld.calculate} does, but in runs that overlap: each
 * thread has a run of its own at a time, and all share cache, properties, locks and network, which are ours.
 */
export async function calculateTogether(
  world: SheetsWorld,
  { atOnce, callsTakeMs }: TogetherOptions,
): Promise<readonly FormulaOutcome[]> {
  const { state } = world;
  const jobs = state.sheets.flatMap((grid) =>
    grid.waiting().map(({ formula, ...place }) => {
      const { name, args } = readFormula(formula, grid);
      const cell = { ...place, sheetId: grid.id };
      return { grid, cell, functionName: world.findFunction(name) ?? name, args, limitMs: FORMULA_LIMIT_MS };
    }),
  );
  let given = 0;
  const outcomes: FormulaOutcome[] = [];
  const shared: Readonly<Record<Question['of'], object>> = {
    documentCache: state.documentCache,
    documentProperties: state.documentProperties,
    ownerProperties: state.userProperties.owner,
    locks: state.locks,
    http: {
      send(orders: readonly HttpOrder[]) {
        orders.forEach(({ url, method, headers, body }) => state.requests.push({ url, method, headers, body }));
        return sendAll(orders);
      },
    },
    jobs: {
      next() {
        const index = given++;
        if (index >= jobs.length) return null;
        const { cell, functionName, args, limitMs } = jobs[index]!;
        return { index, cell, functionName, args, limitMs };
      },
      done(index: number, { outcome, exceptions }: Ended) {
        const { grid, cell } = jobs[index]!;
        state.exceptions.push(...exceptions);
        grid.answer(cell, outcome.cells);
        outcomes[index] = outcome;
      },
    },
  };
  const settings: WorkerSettings = {
    code: world.code,
    nowMs: state.clock.nowMs(),
    timeZone: state.timeZone,
    origins: state.network.origins,
    urlFetchWhitelist: state.urlFetchWhitelist,
    spreadsheetId: state.spreadsheetId,
    sheets: state.sheets.map((grid) => grid.copy()),
    callsTakeMs,
  };
  await Promise.all(Array.from({ length: atOnce }, () => runThread(settings, shared)));
  return outcomes;
}

/** Starts a thread and answers what it asks until it has no more to do. */
function runThread(settings: WorkerSettings, shared: Readonly<Record<Question['of'], object>>): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  port1.on('message', ({ of, method, args }: Question) => {
    const target = shared[of] as Record<string, (...args: readonly unknown[]) => unknown>;
    void Promise.resolve(target[method]!(...args)).then((answer) => {
      port1.postMessage(answer);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
  });
  const worker: Worker = startThread('together-worker', { settings, signal, port: port2 }, [port2]);
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => {
      port1.close();
      resolve();
    });
  });
}
