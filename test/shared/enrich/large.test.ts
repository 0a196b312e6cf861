import { Bench } from '../../fakes/bulk-bench';

/** Counts, not times: nothing is measured by a test. */
async function work(rows: number): Promise<{
  readonly cellsRead: number;
  readonly recordWritten: number;
  readonly requests: number;
}> {
  const bench = new Bench([['domain'], ...Array.from({ length: rows }, (_row, at) => [`x${at}.example`])]);
  expect((await bench.start()).summary.found).toBe(rows);
  const { cellsRead, recordWritten } = bench.grid;
  return { cellsRead, recordWritten, requests: bench.requests };
}

test('ten times as many rows are no more than ten times the work', async () => {
  const [few, many] = [await work(500), await work(5_000)];
  expect(few.requests).toBe(5);
  expect(many.requests).toBe(50);
  // Both cells of a row: for the plan, the record, the reading, the write, the last reading, and the count.
  expect(few.cellsRead).toBeLessThan(13 * 500);
  expect(many.cellsRead).toBeLessThan(13 * 5_000);
  expect(many.recordWritten).toBeLessThan(10.5 * few.recordWritten);
  expect(many.recordWritten).toBeLessThan(5_000 * 1.1);
});
