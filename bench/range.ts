import { bareLoop } from './baselines/bare-loop';
import { openExcelPage } from './excel-page';
import { median, tookMs } from './median';
import { numbered, Service } from './service';
import { against, asRatio, inMs, type Table } from './table';

/** A batch of 100 records, over the internet. */
const TAKES_MS = 200;
const RUNS = 3;
const ROWS = 10_000;
/** As many requests as Excel's host sends. */
const AT_ONCE = 4;

/** One formula over a long range, and a loop that sends the same requests. */
export async function benchRange(): Promise<Table> {
  const domains = numbered(ROWS);
  const own: number[] = [];
  const bare: number[] = [];
  let requests = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const [service, other] = [new Service(TAKES_MS), new Service(TAKES_MS)];
    service.prepare(domains);
    other.prepare(domains);
    const call = openExcelPage(service);
    bare.push(await tookMs(() => bareLoop(other, domains, AT_ONCE)));
    own.push(
      await tookMs(() =>
        call(
          'TRACE_COMPANY',
          domains.map((domain) => [domain]),
        ),
      ),
    );
    requests = service.requests;
  }
  const ratio = median(own.map((ms, run) => ms / bare[run]!));
  return {
    title: 'Excel: a range of 10,000 rows',
    note: `Each request takes ${TAKES_MS} ms, ${AT_ONCE} at once. Median of ${RUNS} alternating runs.`,
    head: ['', 'requests', 'time', 'ratio', 'budget'],
    rows: [
      ['Trace', String(requests), inMs(median(own)), asRatio(ratio), against(ratio, 1.1, ' ×')],
      ['bare loop of the same requests', String(requests), inMs(median(bare)), asRatio(1), ''],
    ],
  };
}
