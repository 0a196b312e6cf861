import { peekIntoStore, runAsync } from '../shared/formulas';
import { planRun, startEnrichment, toRunPorts, triage } from '../shared/runs';
import type { Exchange, HttpRequest } from '../shared/ports';
import { MemoryGrid } from '../test/fakes/memory-grid';
import { json, MemoryHost } from '../test/fakes/memory-host';
import { bareLoop } from './baselines/bare-loop';
import { textsInAMap } from './baselines/texts-in-a-map';
import { cpuMs, usedBytes } from './process-use';
import { median, tookMs } from './median';
import { numbered, Service } from './service';
import { against, asRatio, inMb, inMs, type Table } from './table';

const ROWS = 10_000;
const TAKES_MS = 200;
const RUNS = 3;
/** As many requests as an enrichment has in flight. */
const AT_ONCE = 10;
const FEW = 1_000;
const MANY = 100_000;
/** Small files, as many as together have the same number of rows, so that there is as much garbage to collect. */
const FILES = MANY / FEW;
/** A single one is too quick to measure. */
const TABLES = 20;
const MAX_AGE_MS = 30 * 86_400_000;

/** An enrichment of a column in memory, and a loop that sends the same requests. */
export async function benchBulkRun(): Promise<Table> {
  const domains = numbered(ROWS);
  const [own, bare]: [number[], number[]] = [[], []];
  let requests = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const [service, other] = [new Service(TAKES_MS, AT_ONCE), new Service(TAKES_MS, AT_ONCE)];
    service.prepare(domains);
    other.prepare(domains);
    bare.push(await tookMs(() => bareLoop(other, domains, AT_ONCE)));
    const { start } = await plan(service, domains);
    own.push(await tookMs(() => start()));
    requests = service.requests;
  }
  const ratio = median(own.map((ms, run) => ms / bare[run]!));
  return {
    title: 'Enriching a column of 10,000 rows',
    note: `The engine over a sheet in memory, five columns. Each request takes ${TAKES_MS} ms, ${AT_ONCE} at once. From the click to the last cell; median of ${RUNS} alternating runs.`,
    head: ['', 'requests', 'time', 'ratio', 'budget'],
    rows: [
      ['Trace', String(requests), inMs(median(own)), asRatio(ratio), against(ratio, 1.1, ' ×')],
      ['bare loop of the same requests', String(requests), inMs(median(bare)), asRatio(1), ''],
    ],
  };
}

/** Whether the cost grows faster than the number of rows. */
export async function benchBulkGrowth(): Promise<Table> {
  const all = numbered(MANY);
  const some = Array.from({ length: FILES }, (_file, at) => all.slice(at * FEW, (at + 1) * FEW));
  await measure(some);
  const few = await measure(some);
  const many = await measure([all]);
  const rows = MANY / FEW;
  const time = many.ms / few.ms / rows;
  const [fewTexts, manyTexts] = [tableMs(some), tableMs([all])];
  const tableTime = Math.max(1, manyTexts / fewTexts / rows);
  // Maps in memory grow in steps, so anything below a hundredth says nothing.
  const memory = round(many.bytes / few.bytes / rows);
  return {
    title: 'Enriching from 1,000 to 100,000 rows',
    note: `The service answers at once. The ratio is the growth of time or memory to that of the rows; the sheet and saved answers count too. The figure for 1,000 rows is the mean of ${FILES} files in memory at once, which together have as many rows. A larger table in memory takes longer for each text, because less of it fits into the processor's cache. The time may grow by the same factor.`,
    head: ['', '1,000 rows', '100,000 rows', 'ratio', 'budget'],
    rows: [
      ['processor time', inMs(few.ms), inMs(many.ms), asRatio(time), against(time, round(tableTime), ' ×')],
      ['a table of the domains', inMs(fewTexts), inMs(manyTexts), asRatio(tableTime), ''],
      ['memory kept', inMb(few.bytes), inMb(many.bytes), asRatio(memory), against(memory, 1, ' ×')],
    ],
  };
}

const round = (ratio: number): number => Math.round(ratio * 100) / 100;

/** What one file's table costs, averaged over several files. */
function tableMs(files: readonly (readonly string[])[]): number {
  const startMs = cpuMs();
  for (let time = 0; time < TABLES; time += 1) for (const domains of files) textsInAMap(domains);
  return (cpuMs() - startMs) / files.length / TABLES;
}

/** What one file costs, averaged over several that are enriched one after the other and kept. */
async function measure(files: readonly (readonly string[])[]): Promise<{ ms: number; bytes: number }> {
  const service = new Service(0, AT_ONCE);
  for (const domains of files) service.prepare(domains);
  const kept: Enriched[] = [];
  const before = await usedBytes();
  const startMs = cpuMs();
  for (const domains of files) kept.push(await enrich(service, domains));
  const ms = (cpuMs() - startMs) / files.length;
  const bytes = ((await usedBytes()) - before) / files.length;
  for (const [at, { grid, host }] of kept.entries()) {
    const isWhole = host.cache.size >= files[at]!.length && grid.rows.every((row) => row[1]?.value !== '');
    if (!isWhole) throw new Error('rows are missing');
  }
  return { ms, bytes };
}

/** A file after its enrichment, and what is stored. */
interface Enriched {
  readonly grid: MemoryGrid;
  readonly host: MemoryHost;
}

async function enrich(service: Service, domains: readonly string[]): Promise<Enriched> {
  const { start, ...file } = await plan(service, domains);
  await start();
  return file;
}

type RunPorts = ReturnType<typeof toRunPorts>;
type PersonPort = Parameters<typeof toRunPorts>[1];

export interface Planned extends Enriched {
  readonly ports: RunPorts;
  readonly planned: Awaited<ReturnType<typeof planRun>>;
  /** Does what a click on its button does. @param cap the limit; absent: its price, which is then calculated */
  start(cap?: number): Promise<void>;
  /** Pauses, as the user would, once so many rows are done. */
  pauseAfter(rows: number): void;
}

const FIELDS = ['name', 'industry', 'employee_count', 'country', 'founded_year'] as const;

/** @param own a value in each of the existing columns, which are overwritten; absent: the columns are new */
export async function plan(service: Service, domains: readonly string[], own?: string): Promise<Planned> {
  const host = new MemoryHost(() => json(500, {}));
  const choices = FIELDS.map((field) => ({ adds: 'company', field }) as const);
  const before = own === undefined ? [] : FIELDS.map(() => own);
  const titles = own === undefined ? [] : ['Company', 'Industry', 'Employees', 'Country', 'Founded'];
  const cells = [['domain', ...titles], ...domains.map((domain) => [domain, ...before])];
  const grid = new MemoryGrid(cells);
  const client: Parameters<MemoryGrid['portsWith']>[0] = {
    ...host.performers,
    now: Date.now,
    // As the pages of both hosts look saved answers up.
    peek: ({ kind, identifiers }) => runAsync(peekIntoStore(kind, identifiers), client),
    http: ({ requests }: { readonly requests: readonly HttpRequest[] }) =>
      Promise.all(requests.map((request) => send(service, request))),
  };
  const { sheet, ...others } = grid.portsWith(client);
  // A host knows how large a sheet is and where its marks are; the in-memory one would scan every row. No column
  // moves here.
  grid.anchors.refresh = () => undefined;
  const info = async () => ({
    ...{ id: 'sheet-1', name: grid.name },
    ...{ rows: grid.rows.length, columns: grid.rows[0]!.length },
  });
  let mostRows = Infinity;
  const person: PersonPort = {
    wish: () => grid.wish,
    tell: (event) => {
      if (event.is === 'progress' && event.progress.done >= mostRows) grid.wish = 'pause';
    },
  };
  const ports = toRunPorts({ ...others, sheet: { ...sheet, info } }, person);
  const { header, rows } = triage(
    cells.map(([domain]) => [domain!]),
    0,
  );
  const planned = await planRun(ports, {
    sheet: 'sheet-1',
    inputColumn: 0,
    headerRow: header?.row ?? null,
    rows,
    choices,
    where: own === undefined ? 'newColumns' : 'sameTitles',
    mode: own === undefined ? 'onlyEmpty' : 'overwrite',
    isOverwriteConfirmed: own !== undefined,
    withHidden: true,
  });
  const start = async (cap: number | null = null): Promise<void> => {
    const end = await startEnrichment(ports, planned, { cap, quoted: 0, maxAgeMs: MAX_AGE_MS });
    if (end.is !== 'done' && grid.wish === 'goOn') throw new Error(`the run is ${end.is}`);
  };
  const pauseAfter = (most: number): void => {
    mostRows = most;
    if (most === 0) grid.wish = 'pause';
  };
  return { grid, host, ports, planned, start, pauseAfter };
}

async function send(service: Service, { method, path, body }: HttpRequest): Promise<Exchange> {
  const answer = await service.fetch(`/v1${path}`, { method, body: JSON.stringify(body) });
  return { ok: true, response: { status: answer.status, retryAfter: null, text: await answer.text() } };
}
