import { MicrosoftBatching } from './baselines/microsoft-batching';
import { oneCallPerCell } from './baselines/one-call-per-cell';
import { openExcelPage } from './excel-page';
import { median, tookMs } from './median';
import { numbered, Service } from './service';
import { against, asRatio, inMs, type Table } from './table';

const TAKES_MS = 20;
/** As many requests as Trace sends, so that patterns are compared and not connection counts. */
const AT_ONCE = 4;
/** Relative to Microsoft's batching. */
const BUDGET = 1.5;
const RUNS = 5;

interface Way {
  readonly name: string;
  /** Opens a new session; returns how a cell asks. */
  readonly open: (service: Service) => (domain: string) => Promise<unknown>;
  /** Measured only once, because it is slow. */
  readonly isSlow?: true;
}

const WAYS: readonly Way[] = [
  {
    name: 'Trace',
    open(service) {
      const call = openExcelPage(service);
      return (domain) => call('TRACE_COMPANY', [[domain]]);
    },
  },
  {
    name: "Microsoft's batching, cut at 100",
    open(service) {
      const batching = new MicrosoftBatching(service);
      return (domain) => batching.ask(domain);
    },
  },
  { name: 'one call per cell', open: (service) => (domain) => oneCallPerCell(service, domain), isSlow: true },
];

/** Excel cells that were never asked for, and the same cells again. */
export async function benchColdCells(): Promise<Table> {
  const rows: string[][] = [];
  for (const [count, budget] of [
    [1_000, 10],
    [10_000, 100],
  ] as const) {
    const measured = [];
    for (const way of WAYS) measured.push({ way, ...(await measure(way, count)) });
    const [own, microsoft] = measured;
    const ratio = own!.ms / microsoft!.ms;
    for (const { way, requests, ms, again } of measured) {
      const isOwn = way === own!.way;
      rows.push([
        `${count.toLocaleString('en')} cells: ${way.name}`,
        String(requests),
        isOwn ? against(requests, budget) : '',
        inMs(ms),
        asRatio(ms / microsoft!.ms),
        isOwn ? against(ratio, BUDGET, ' ×') : '',
        String(again),
        isOwn ? against(again, 0) : '',
      ]);
    }
  }
  return {
    title: 'Excel: cold single cells',
    note: `Each request takes ${TAKES_MS} ms, ${AT_ONCE} at once. Cells come in messages of 500. Median of ${RUNS} runs; one call per cell is measured once.`,
    head: ['', 'requests', 'budget', 'time', "to Microsoft's", 'budget', 'requests when recalculated', 'budget'],
    rows,
  };
}

async function measure({ open, isSlow }: Way, count: number): Promise<{ requests: number; ms: number; again: number }> {
  const times: number[] = [];
  let requests = 0;
  let again = 0;
  for (let run = 0; run < (isSlow ? 1 : RUNS); run += 1) {
    const service = new Service(TAKES_MS, AT_ONCE);
    const domains = numbered(count);
    service.prepare(domains);
    const ask = open(service);
    const calculate = async (): Promise<void> => {
      const shown: Promise<unknown>[] = [];
      for (let start = 0; start < count; start += 500) {
        await new Promise((resolve) => setImmediate(resolve));
        shown.push(...domains.slice(start, start + 500).map(ask));
      }
      const wrong = (await Promise.all(shown)).findIndex((name, index) => name !== `Company ${index + 1}`);
      if (wrong >= 0) throw new Error(`cell ${wrong} is wrong`);
    };
    times.push(await tookMs(calculate));
    requests = service.requests;
    if (!isSlow) await calculate();
    again = isSlow ? requests : service.requests - requests;
  }
  return { requests, ms: median(times), again };
}
