import { resumeEnrichment, undoEnrichment } from '../shared/runs';
import { readAndWrite } from './baselines/read-and-write';
import { plan, type Planned } from './bulk-run';
import { median, tookMs } from './median';
import { numbered, Service } from './service';
import { against, asRatio, inMs, type Table } from './table';

const ROWS = 100_000;
const RUNS = 3;
const AT_ONCE = 10;
const BUDGET = 2;

const STEPS = ['record', 'resume', 'undo'] as const;
type Step = (typeof STEPS)[number];

/** The figures of one run, in milliseconds. */
type Took = Readonly<Record<Step | 'bare', number>>;

/** What an enrichment's record costs in addition to its answers: writing it, resuming from it, and undoing by it. */
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
      const ratio = median(runs.map((took) => took[step] / took.bare));
      const ms = median(runs.map((took) => took[step]));
      rows.push(['', step, inMs(ms), asRatio(ratio), against(ratio, BUDGET, ' ×')]);
    }
  }
  return {
    title: 'The record of an enrichment of 100,000 rows',
    note: `A sheet in memory, five columns, every row another company. Record: from the click, with a limit, to the first question. Resume: an enrichment that was paused after half of its rows, up to the next question. Undo: of all rows. Against reading and writing the same columns once through the same port; median of ${RUNS} runs, by turns.`,
    head: ['', '', 'time', 'ratio', 'budget'],
    rows,
  };
}

async function measure(domains: readonly string[], own: string | undefined): Promise<Took> {
  const fresh = (): Promise<Planned> => plan(serviceFor(domains), domains, own);
  const record = await recordMs(await fresh());
  const resume = await resumeMs(await fresh());
  return { record, resume, ...(await undoMs(await fresh(), own)) };
}

function recordMs({ start, pauseAfter }: Planned): Promise<number> {
  pauseAfter(0);
  return tookMs(() => start(ROWS));
}

async function resumeMs({ ports, start, pauseAfter }: Planned): Promise<number> {
  pauseAfter(ROWS / 2);
  await start();
  return tookMs(() => resumeEnrichment(ports));
}

/** Measured together with the baseline, over the same sheet. */
async function undoMs(
  { grid, ports, planned, start }: Planned,
  own = '',
): Promise<{ readonly undo: number; readonly bare: number }> {
  await start();
  const undo = await tookMs(() => undoEnrichment(ports));
  if (grid.record !== null || grid.rows[ROWS]![1]?.value !== own) throw new Error('not undone');
  return { undo, bare: await tookMs(() => readAndWrite(ports, planned)) };
}

function serviceFor(domains: readonly string[]): Service {
  const service = new Service(0, AT_ONCE);
  service.prepare(domains);
  return service;
}
