import { readFileSync } from 'node:fs';
import { FUNCTIONS } from '../shared/formulas';
import { ExcelRuntime } from '../test/fakes/excel/runtime';
import { FakeDatabases } from '../test/replay/fake-indexed-db';
import { cpuMs } from './process-use';
import { median } from './median';
import { numbered, Service } from './service';
import { against, asRatio, inMs, type Table } from './table';

const CELLS = 10_000;
const PER_MESSAGE = 500;
const RUNS = 5;
const BUDGET = 1.8;
const ORIGIN = 'https://addin.example';

/**
 * The longest time for which the page is blocked: by our functions, and by functions that return a constant
 * immediately.
 */
export async function benchBlock(): Promise<Table> {
  const own = outsideOfContext(readFileSync('dist/excel-addin/functions.js', 'utf8'));
  const constant = FUNCTIONS.map(({ id }) => `CustomFunctions.associate('${id}',()=>Promise.resolve([['x']]));`).join(
    '',
  );
  const blocks: { own: number[]; constant: number[] } = { own: [], constant: [] };
  for (let run = 0; run < RUNS; run += 1) {
    blocks.constant.push(await longestBlockMs(constant));
    blocks.own.push(await longestBlockMs(own));
  }
  const ratio = median(blocks.own) / median(blocks.constant);
  return {
    title: 'Excel: how long the page is blocked',
    note: `${CELLS.toLocaleString('en')} cold cells in messages of ${PER_MESSAGE}, through Microsoft's own runtime. The longest block of each run; median of ${RUNS}.`,
    head: ['', 'longest block', 'ratio', 'budget'],
    rows: [
      ['functions that answer with a constant', inMs(median(blocks.constant)), asRatio(1), ''],
      ['Trace', inMs(median(blocks.own)), asRatio(ratio), against(ratio, BUDGET, ' ×')],
    ],
  };
}

/** Runs the script without its own context: there V8 looks up each global through Node, which no browser does. */
function outsideOfContext(script: string): string {
  const names = 'setTimeout,clearTimeout,fetch,location,localStorage,Office,CustomFunctions';
  return `fetch.constructor('indexedDB','globalThis',${names
    .split(',')
    .map((name) => `'${name}'`)
    .join()},${JSON.stringify(script)})(fetch.constructor('return indexedDB')(),{Object},${names})`;
}

async function longestBlockMs(bundle: string): Promise<number> {
  const service = new Service(20);
  const domains = numbered(CELLS);
  service.prepare(domains);
  const { fetch: realFetch } = globalThis;
  globalThis.fetch = ((url: string, init: { method: string; body?: string }) =>
    service.fetch(url.slice(ORIGIN.length), init)) as unknown as typeof fetch;
  const databases = new FakeDatabases((value) => value);
  const opened = databases.openFor({ after: (_delayMs, act) => void setImmediate(act), effect: () => true });
  Object.assign(globalThis, { indexedDB: opened });
  const runtime = new ExcelRuntime({ origin: ORIGIN, bundle });
  runtime.storage.setItem('trace.apiKey', 'trace_demo');
  const watch = new BlockWatch();
  const results: Promise<unknown>[] = [];
  for (let start = 0; start < CELLS; start += PER_MESSAGE) {
    await new Promise((resolve) => setImmediate(resolve));
    const cells = domains.slice(start, start + PER_MESSAGE);
    results.push(
      runtime.send(cells.map((domain) => ({ id: 'TRACE_COMPANY', args: [[[domain]], [['name']], null] }))).results,
    );
  }
  await Promise.all(results);
  const longest = watch.stop();
  runtime.stop();
  globalThis.fetch = realFetch;
  Reflect.deleteProperty(globalThis, 'indexedDB');
  return longest;
}

/** Measures by calling back as soon as the page allows it. Time that a shared machine gives to others is excluded. */
class BlockWatch {
  private longestMs = 0;
  private isOver = false;
  private lastMs = performance.now();
  private lastCpuMs = cpuMs();

  constructor() {
    this.next();
  }

  stop(): number {
    this.isOver = true;
    return this.longestMs;
  }

  private next(): void {
    const [nowMs, nowCpuMs] = [performance.now(), cpuMs()];
    this.longestMs = Math.max(this.longestMs, Math.min(nowMs - this.lastMs, nowCpuMs - this.lastCpuMs));
    this.lastMs = nowMs;
    this.lastCpuMs = nowCpuMs;
    if (!this.isOver) setImmediate(() => this.next());
  }
}
