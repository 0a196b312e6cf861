import { makeSandbox } from '../sandbox/index';
import { readAndKeep } from './baselines/read-and-keep';
import { openExcelPage } from './excel-page';
import { median } from './median';
import { tookCpuMs } from './process-use';
import { numbered, Service } from './service';
import { against, asRatio, inMs, type Table } from './table';

const ROWS = 100_000;
/** The most that one formula takes. */
const PER_FORMULA = 50_000;
const PER_BATCH = 100;
const RUNS = 5;
const BUDGET = 2.5;

/** The processor time for cold rows, compared with parsing the same answers, which is unavoidable. */
export async function benchParse(): Promise<Table> {
  const batches = await makeBatches();
  const domains = numbered(ROWS);
  const own: number[] = [];
  const bare: number[] = [];
  const least: number[] = [];
  const answers = batches.map(([, text]) => text);
  for (let run = 0; run < RUNS; run += 1) {
    const service = new Service(0);
    for (const [asked, text] of batches) service.keep(asked, text);
    const call = openExcelPage(service);
    bare.push(await tookCpuMs(() => answers.forEach((text) => JSON.parse(text) as unknown)));
    const kept = new Map<string, string>();
    least.push(await tookCpuMs(() => readAndKeep(answers, kept)));
    if (kept.size !== ROWS) throw new Error(`only ${kept.size} rows were kept`);
    own.push(
      await tookCpuMs(async () => {
        for (let start = 0; start < ROWS; start += PER_FORMULA)
          await call(
            'TRACE_COMPANY',
            domains.slice(start, start + PER_FORMULA).map((domain) => [domain]),
          );
      }),
    );
  }
  const toBare = (measured: readonly number[]): number => median(measured) / median(bare);
  return {
    title: 'Excel: 100,000 cold rows',
    note: `Processor time for two ranges, with answers of the sandbox; median of ${RUNS} alternating runs.`,
    head: ['', 'time', 'ratio', 'budget'],
    rows: [
      ['JSON.parse of the answers', inMs(median(bare)), asRatio(1), ''],
      ['the same, cut apart and stored in a table', inMs(median(least)), asRatio(toBare(least)), ''],
      ['Trace', inMs(median(own)), asRatio(toBare(own)), against(toBare(own), BUDGET, ' ×')],
    ],
  };
}

/** Batches of companies, each with the text of its answer. */
async function makeBatches(): Promise<readonly (readonly [domains: readonly string[], text: string])[]> {
  const { app } = makeSandbox({ credits: ROWS });
  const domains = numbered(ROWS);
  const batches: (readonly [readonly string[], string])[] = [];
  for (let start = 0; start < ROWS; start += PER_BATCH) {
    const asked = domains.slice(start, start + PER_BATCH);
    const response = await app.request('/v1/companies/batch', {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' },
      body: JSON.stringify({ domains: asked }),
    });
    if (response.status !== 200) throw new Error(`the sandbox answered ${response.status}`);
    batches.push([asked, await response.text()]);
  }
  return batches;
}
