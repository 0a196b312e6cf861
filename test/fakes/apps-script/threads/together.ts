import { calculateFormula, type CustomCall } from '../sheet/formula';
import { sendAll, type HttpOrder } from './http-orders';
import type { Ended, WorkerSettings } from './together-worker';
import { between, type ServiceTimes } from '../service-times';
import { RUNS_AT_ONCE } from '../execution';
import { runThreads, type SharedServices } from './run-threads';
import type { SheetGrid } from '../sheet/sheet-grid';
import { VirtualClock } from './virtual-clock';
import { FORMULA_LIMIT_MS, type FormulaOutcome, type SheetsWorld } from '../world';

interface TogetherOptions {
  /** Google runs 30 of one user at once: https://developers.google.com/apps-script/guides/services/quotas. */
  readonly atOnce: number;
  /** How long Google takes; by default as the spreadsheet says. */
  readonly times?: ServiceTimes;
  /** How long the Trace API takes for a request, in addition to the real time; nothing by default. */
  readonly apiTakesMs?: readonly [least: number, most: number];
}

/** A formula that is being calculated, and what is known of it. */
interface Cell {
  readonly grid: SheetGrid;
  readonly formula: string;
  readonly place: { readonly row: number; readonly column: number };
  readonly answers: Map<string, FormulaOutcome['cells']>;
  /** How many of its calls are in progress. */
  open: number;
}

interface Job {
  readonly of: Cell;
  readonly call: CustomCall;
}

/**
 * Answers every waiting formula, as {@link SheetsWorld.calculate} does, but in overlapping runs: each thread executes
 * one run at a time, and all share cache, properties, locks and network, which are in the main thread.
 */
export async function calculateTogether(
  world: SheetsWorld,
  { atOnce, times = world.state.times, apiTakesMs = [0, 0] }: TogetherOptions,
): Promise<readonly FormulaOutcome[]> {
  const { state } = world;
  if (atOnce > RUNS_AT_ONCE) throw new Error(`Google runs ${RUNS_AT_ONCE} at once`);
  const clock = new VirtualClock(state.clock, atOnce);
  const jobs: Job[] = [];
  /** Threads that wait for a call to answer. */
  const idle: (() => void)[] = [];
  let open = 0;
  /** Shows a formula whose calls are all answered; otherwise queues a run for each open call. */
  const goOn = (of: Cell): void => {
    const calculated = calculateFormula(of.formula, of.grid, state, of.answers);
    if (calculated.is === 'shown') {
      of.grid.answer(of.place, calculated.cells);
      open -= 1;
    } else {
      of.open = calculated.calls.length;
      jobs.push(...calculated.calls.map((call) => ({ of, call })));
    }
    for (const wake of idle.splice(0)) {
      clock.comeBack();
      wake();
    }
  };
  for (const grid of state.sheets) {
    for (const { formula, ...place } of grid.waiting()) {
      open += 1;
      goOn({ grid, formula, place, answers: new Map(), open: 0 });
    }
  }
  let given = 0;
  const outcomes: FormulaOutcome[] = [];
  const done = (index: number, { outcome, exceptions }: Ended): void => {
    const { of, call } = jobs[index]!;
    state.running -= 1;
    state.exceptions.push(...exceptions);
    outcomes[index] = outcome;
    of.answers.set(call.key, outcome.cells);
    of.open -= 1;
    if (of.open === 0) goOn(of);
  };
  const shared: SharedServices = {
    propertyCalls: state.propertyCalls.owner,
    documentCache: state.documentCache,
    ownerCache: state.userCaches.owner,
    documentProperties: state.documentProperties,
    ownerProperties: state.userProperties.owner,
    locks: state.locks,
    http: {
      async send(orders: readonly HttpOrder[]) {
        orders.forEach(({ url, method, headers, body }) => state.requests.push({ url, method, headers, body }));
        const fates = await sendAll(orders);
        const nowMs = await clock.sleep(between(apiTakesMs, state.requests.length));
        return { fates, nowMs };
      },
    },
    jobs: {
      /** @param ended the thread's previous run */
      async next(ended: readonly [number, Ended] | null) {
        if (ended !== null) done(...ended);
        await clock.sleep(0);
        while (given >= jobs.length && open > 0) {
          await new Promise<void>((resolve) => {
            idle.push(resolve);
            clock.leave();
          });
        }
        const job = jobs[given];
        if (job === undefined) {
          clock.leave();
          return null;
        }
        const index = given++;
        state.running += 1;
        const { grid, place } = job.of;
        const { name, args } = job.call;
        const functionName = world.findFunction(name) ?? name;
        return {
          index,
          cell: { ...place, sheetId: grid.id },
          functionName,
          args,
          limitMs: FORMULA_LIMIT_MS,
          nowMs: clock.nowMs(),
        };
      },
    },
  };
  const settings: WorkerSettings = {
    nowMs: state.clock.nowMs(),
    timeZone: state.timeZone,
    origins: state.network.origins,
    urlFetchWhitelist: state.urlFetchWhitelist,
    spreadsheetId: state.spreadsheetId,
    sheets: state.sheets.map((grid) => grid.copy()),
    times,
    keepsRoom: state.keepsRoom,
    locksAre: state.locks.are,
    locksAreScarce: state.locks.callsInAMinute < Infinity,
    documentCacheIs: state.documentCacheIs,
    nullInFunctions: state.nullInFunctions,
    namedRanges: state.namedRanges,
    namedFunctions: state.namedFunctions,
  };
  await Promise.all(runThreads(world.code, atOnce).map((thread) => thread.work(settings, shared, clock)));
  return outcomes;
}
