import { CarriedMarks, METADATA_HABITS } from '../../carried-marks';
import { Script } from 'node:vm';
import { receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import type { CacheStore } from '../services/cache-store';
import { SheetsClock } from '../clock';
import type { DailyCalls } from '../daily-calls';
import { execute } from '../execution';
import type { HttpFate, HttpOrder } from './http-orders';
import type { LockStore } from '../services/lock-store';
import type { PropertyStore } from '../services/property-store';
import type { ActiveCell } from '../run';
import { SheetGrid, type GridCopy } from '../sheet/sheet-grid';
import { toShownCells } from '../sheet/shown-cells';
import type { WorldState } from '../world-state';
import type { FormulaOutcome } from '../world';

/** What a thread cannot ask for, sent with each piece of work. */
export interface WorkerSettings {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly origins: Record<string, string>;
  readonly urlFetchWhitelist: readonly string[] | null;
  readonly spreadsheetId: string;
  readonly sheets: readonly GridCopy[];
  readonly times: WorldState['times'];
  readonly keepsRoom: boolean;
  readonly locksAre: LockStore['are'];
  /** Whether Google refuses some lock calls. */
  readonly locksAreScarce: boolean;
  readonly documentCacheIs: WorldState['documentCacheIs'];
  readonly nullInFunctions: WorldState['nullInFunctions'];
  readonly namedRanges: WorldState['namedRanges'];
  readonly namedFunctions: WorldState['namedFunctions'];
}

/** A call of a service that all threads share. */
export interface Question {
  readonly of:
    | 'propertyCalls'
    | 'documentCache'
    | 'ownerCache'
    | 'documentProperties'
    | 'ownerProperties'
    | 'locks'
    | 'http'
    | 'jobs';
  readonly method: string;
  readonly args: readonly unknown[];
  /** How much time passes for this run before it asks. */
  readonly afterMs: number;
}

export interface Ended {
  readonly outcome: FormulaOutcome;
  readonly exceptions: readonly string[];
}

interface Job {
  readonly index: number;
  readonly cell: ActiveCell;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly limitMs: number;
  readonly nowMs: number;
}

/** What a thread receives at its start. */
export interface ThreadData {
  readonly code: string;
  /** V8's compiled code, so that the script is compiled once for all threads. */
  readonly cachedData: Buffer;
}

const { code, cachedData, signal, port } = workerData as ThreadData & {
  readonly signal: Int32Array;
  readonly port: MessagePort;
};
const script = new Script(code, { filename: 'Code.js', cachedData: Buffer.from(cachedData) });

/** Time that has passed for this run, but not yet for all. */
let passedMs = 0;

/** Blocks until it is answered, as Google's services do. */
function ask(of: Question['of'], method: string, args: readonly unknown[]): unknown {
  Atomics.store(signal, 0, 0);
  port.postMessage({ of, method, args, afterMs: passedMs } satisfies Question);
  passedMs = 0;
  // The notification of the previous answer may come late.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  return (receiveMessageOnPort(port) as { message: unknown }).message;
}

/** An object whose methods are called in the main thread; its fields are as given. */
function shared<T>(of: Question['of'], fields: Partial<T> = {}): T {
  const get = (_target: object, name: string): unknown =>
    name in fields ? fields[name as keyof T] : (...args: readonly unknown[]) => ask(of, name, args);
  return new Proxy({}, { get }) as T;
}

/**
 * Time passes for all runs together, and only while none of them works. So a run that sleeps records the time, sleeps
 * when it next asks for something, and continues exactly at its end.
 */
class SharedClock extends SheetsClock {
  override advance(byMs: number): void {
    if (byMs <= 0) return;
    passedMs += byMs;
    super.advance(byMs);
  }

  set(nowMs: number): void {
    super.advance(nowMs - this.nowMs());
  }
}

/** Performs calls of the add-on's functions until there are none left. */
function work(settings: WorkerSettings): void {
  const clock = new SharedClock(settings.nowMs);
  const ownerProperties = shared<PropertyStore>('ownerProperties', { fault: null, isMissing: false });
  const documentCache = shared<CacheStore>('documentCache');
  const ownerCache = shared<CacheStore>('ownerCache');
  const propertyCalls = shared<DailyCalls>('propertyCalls');
  const http = {
    send(orders: readonly HttpOrder[]) {
      const { fates, nowMs } = ask('http', 'send', [orders]) as { fates: readonly HttpFate[]; nowMs: number };
      clock.set(nowMs);
      return fates;
    },
  };
  const exceptions: string[] = [];
  const state: WorldState = {
    clock,
    timeZone: settings.timeZone,
    locale: 'en_US',
    network: {
      origins: settings.origins,
      unreachable: new Set(),
      callsLeft: Infinity,
      quotaText: '',
      refusals: [],
      // The shared clock decides that.
      takesMs: 0,
      honoursTimeout: true,
    },
    urlFetchWhitelist: settings.urlFetchWhitelist,
    files: {},
    userProperties: { owner: ownerProperties, editor: ownerProperties },
    documentProperties: shared<PropertyStore>('documentProperties', { fault: null, isMissing: false }),
    scriptProperties: ownerProperties,
    propertyCalls: { owner: propertyCalls, editor: propertyCalls },
    documentCache,
    userCaches: { owner: ownerCache, editor: ownerCache },
    scriptCache: documentCache,
    documentCacheIs: settings.documentCacheIs,
    nullInFunctions: settings.nullInFunctions,
    locks: shared<LockStore>('locks', {
      are: settings.locksAre,
      ...(settings.locksAreScarce ? {} : { admits: () => true }),
    }),
    refusesSheets: null,
    namedRanges: settings.namedRanges,
    namedFunctions: settings.namedFunctions,
    spreadsheetId: settings.spreadsheetId,
    sheets: settings.sheets.map((copy) => SheetGrid.from(copy)),
    metadata: new CarriedMarks({ ...METADATA_HABITS }),
    selection: { sheetId: 0, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
    cutOff: null,
    meanwhile: null,
    refusedRuns: [],
    running: 0,
    times: settings.times,
    keepsRoom: settings.keepsRoom,
    withheldScopes: new Set(),
    requests: [],
    exceptions,
    logged: [],
  };

  let ended: readonly [index: number, ended: Ended] | null = null;
  for (;;) {
    const job = ask('jobs', 'next', [ended]) as Job | null;
    if (job === null) break;
    const { index, cell, functionName, args, limitMs, nowMs } = job;
    clock.set(nowMs);
    const order = { script, functionName, args, authMode: 'CUSTOM_FUNCTION', user: 'owner', limitMs, cell } as const;
    const { ending, calls, tookMs } = execute(order, state, http);
    const outcome: FormulaOutcome = ending.ok
      ? { cells: toShownCells(ending.value), note: null, calls, tookMs }
      : { cells: [['#ERROR!']], note: ending.text, calls, tookMs };
    ended = [index, { outcome, exceptions: exceptions.splice(0) }];
  }
}

port.on('message', work);
