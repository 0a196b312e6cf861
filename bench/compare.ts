import { makeSandbox } from '../sandbox/index';
import { compareAll, type Outcomes } from '../shared/runs';
import { median } from './median';
import { cpuMs } from './process-use';
import { numbered } from './service';
import { against, asRatio, inMs, type Table } from './table';

const COMPANIES = 10_000;
const PER_BATCH = 100;
const RUNS = 9;
const BUDGET = 2;
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2027, 0, 1);

/** What changed at 10,000 companies between two answers, compared with parsing the same answers. */
export async function benchCompare(): Promise<Table> {
  const domains = numbered(COMPANIES);
  let nowMs = START_MS;
  const { app } = makeSandbox({ credits: COMPANIES, now: () => nowMs });
  const ask = async (path: string, some: readonly string[]): Promise<string> => {
    const response = await app.request(`/v1/${path}`, {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' },
      body: JSON.stringify({ domains: some }),
    });
    if (response.status >= 300) throw new Error(`the sandbox answered ${response.status}`);
    return response.text();
  };
  const older: string[] = [];
  const newer: string[] = [];
  for (let start = 0; start < COMPANIES; start += PER_BATCH) {
    nowMs += DAY_MS / 24;
    const some = domains.slice(start, start + PER_BATCH);
    older.push(await ask('companies/batch', some));
    await ask('companies/refresh', some);
    nowMs += DAY_MS / 24;
    newer.push(await ask('companies/batch', some));
  }
  const [before, after] = [toOutcomes(older, START_MS), toOutcomes(newer, nowMs)];
  const parsed: number[] = [];
  const compared: number[] = [];
  let changes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    parsed.push(usedMs(() => [...older, ...newer].forEach((text) => JSON.parse(text) as unknown)));
    compared.push(usedMs(() => (changes = compareAll(domains, before, after).changes.length)));
  }
  const ratio = median(compared) / median(parsed);
  return {
    title: 'What changed at 10,000 companies',
    note: `Processor time for comparing two answers about each, with answers of the sandbox before and after a rescan (${changes.toLocaleString('en')} changes); median of ${RUNS} alternating runs.`,
    head: ['', 'time', 'ratio', 'budget'],
    rows: [
      ['JSON.parse of the same answers', inMs(median(parsed)), asRatio(1), ''],
      ['comparing them', inMs(median(compared)), asRatio(ratio), against(ratio, BUDGET, ' ×')],
    ],
  };
}

function toOutcomes(texts: readonly string[], asOfMs: number): Outcomes {
  const results = texts.flatMap(
    (text) => (JSON.parse(text) as { results: { domain: string; company: Record<string, unknown> }[] }).results,
  );
  return new Map(results.map(({ domain, company }) => [domain, { is: 'found', record: company, asOfMs }]));
}

function usedMs(measured: () => unknown): number {
  const startMs = cpuMs();
  measured();
  return cpuMs() - startMs;
}
