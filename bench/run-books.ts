import { resumeEnrichment, undoEnrichment } from '../shared/runs';
import { bareAnswers, bareRecord, bareResume, bareUndo } from './baselines/bare-books';
import { readOnce, writeOnce } from './baselines/read-and-write';
import { plan, type Planned } from './bulk-run';
import { median } from './median';
import { tookCpuMs } from './process-use';
import { numbered, Service } from './service';
import { asRatio, inMs, type Table } from './table';

const ROWS = 100_000;
const RUNS = 3;
const AT_ONCE = 10;

const STEPS = ['record', 'resume', 'undo'] as const;
type Step = (typeof STEPS)[number];

/** Processor time, in milliseconds. */
interface Took {
  readonly bare: number;
  readonly steps: Readonly<Record<Step, number>>;
  /** By a bare implementation. */
  readonly least: Readonly<Record<Step, number>>;
}

/** The cost of an enrichment's record besides its answers: creating it, resuming from it, and undoing with it. */
export async function benchRunBooks(): Promise<Table> {
  const domains = numbered(ROWS);
  const cases = [
    ['new columns', undefined],
    ['columns that are written over', 'typed before'],
  ] as const;
  const rows: (readonly string[])[] = [];
  for (const [name, own] of cases) {
    const runs: Took[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(domains, own));
    rows.push([name, 'the columns read and written once', inMs(median(runs.map(({ bare }) => bare))), asRatio(1), '']);
    for (const step of STEPS) {
      const ratio = median(runs.map(({ steps, bare }) => steps[step] / bare));
      const least = median(runs.map((took) => took.least[step] / took.bare));
      const ms = median(runs.map(({ steps }) => steps[step]));
      rows.push(['', step, inMs(ms), asRatio(ratio), asRatio(least)]);
    }
  }
  return {
    title: 'The record of an enrichment of 100,000 rows',
    note: `A sheet in memory, five columns, every row another company. Record: from the click, with a limit, to the first request. Resume: an enrichment that was paused after half of its rows, up to the next request. Undo: all rows. Processor time, compared with reading and writing the same columns once through the same port; median of ${RUNS} alternating runs. A bare implementation only builds the texts and maps that the record needs, and checks nothing; undo reads twice, because rows may move while it writes. Shown as a trend: this sheet answers at once, so the ratio is higher than in the grid below.`,
    head: ['', '', 'time', 'ratio', 'a bare implementation'],
    rows,
  };
}

async function measure(domains: readonly string[], own: string | undefined): Promise<Took> {
  const fresh = (): Promise<Planned> => plan(serviceFor(domains), domains, own);
  const record = await measureRecord(await fresh());
  const resume = await measureResume(await fresh());
  const { bare, ...undo } = await measureUndo(await fresh(), own);
  return {
    bare,
    steps: { record: record.step, resume: resume.step, undo: undo.step },
    least: { record: record.least, resume: resume.least, undo: undo.least },
  };
}

interface Measured {
  readonly step: number;
  readonly least: number;
}

async function measureRecord(file: Planned): Promise<Measured> {
  file.pauseAfter(0);
  const step = await tookCpuMs(() => file.start(ROWS));
  return { step, least: await tookCpuMs(() => bareRecord(file)) };
}

async function measureResume(file: Planned): Promise<Measured> {
  const books = await bareRecord(file);
  file.pauseAfter(ROWS / 2);
  await file.start();
  const step = await tookCpuMs(() => resumeEnrichment(file.ports));
  const answers = bareAnswers(await readOnce(file.ports, file.planned), 1, ROWS / 2 + 1);
  return { step, least: await tookCpuMs(() => bareResume(file, { ...books, answers })) };
}

/** Includes the baseline, over the same sheet. */
async function measureUndo(file: Planned, own = ''): Promise<Measured & { readonly bare: number }> {
  const { grid, ports, planned } = file;
  const books = await bareRecord(file);
  const isUndone = (): boolean => grid.rows[ROWS]![1]?.value === own;
  await file.start();
  const step = await tookCpuMs(() => undoEnrichment(ports));
  if (grid.record !== null || !isUndone()) throw new Error('not undone');
  const bare = await tookCpuMs(async () => {
    const read = await readOnce(ports, planned);
    await writeOnce(ports, planned, read, () => ({ kind: 'text', text: 'written' }));
  });
  const answers = bareAnswers(await readOnce(ports, planned), 1, ROWS + 1);
  const least = await tookCpuMs(() => bareUndo(file, { ...books, answers }));
  if (!isUndone()) throw new Error('not undone by the bare implementation');
  return { step, bare, least };
}

function serviceFor(domains: readonly string[]): Service {
  const service = new Service(0, AT_ONCE);
  service.prepare(domains);
  return service;
}
