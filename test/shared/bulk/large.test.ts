import { Bench } from '../../fakes/bulk-bench';

/** Counts, not times: nothing is measured by a test. */
async function work(rows: number): Promise<{
  readonly cellsRead: number;
  readonly journalWritten: number;
  readonly requests: number;
}> {
  const bench = new Bench([['domain'], ...Array.from({ length: rows }, (_row, at) => [`x${at}.example`])]);
  expect((await bench.start()).summary.found).toBe(rows);
  const { cellsRead, journalWritten } = bench.grid;
  return { cellsRead, journalWritten, requests: bench.requests };
}

test('ten times as many rows are no more than ten times the work', async () => {
  const [few, many] = [await work(2_000), await work(20_000)];
  expect(few.requests).toBe(20);
  expect(many.requests).toBe(200);
  // Both cells of a row: for the plan, for what is fetched ahead, when the row comes, and when it is written.
  expect(few.cellsRead).toBeLessThan(8 * 2_000);
  expect(many.cellsRead).toBeLessThan(8 * 20_000);
  expect(many.journalWritten).toBeLessThan(10.5 * few.journalWritten);
  expect(many.journalWritten).toBeLessThan(20_000 * 20);
});
