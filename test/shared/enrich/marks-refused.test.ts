import { TraceError } from '../../../shared/errors/trace-error';
import { Bench } from '../../fakes/bulk-bench';

const REFUSED = new TraceError('workbookRefused', { message: 'names are refused' });
const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

function refusing(rows: string[][]): Bench {
  const bench = new Bench(rows);
  bench.grid.anchors.refusal = REFUSED;
  return bench;
}

test('nothing is asked for, written or kept where the host refuses marks', async () => {
  const bench = refusing([['domain'], ...column(3)]);
  const before = bench.grid.values();
  await expect(bench.start()).rejects.toMatchObject({
    code: 'marksRefused',
    message: "This file won't let Trace track columns. Copy the companies to a new file and enrich them there.",
  });
  expect({ values: bench.grid.values(), record: bench.grid.record, requests: bench.requests }).toEqual({
    values: before,
    record: null,
    requests: 0,
  });
});

test('what is no refusal of the host is told as it is, and the next start works', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  bench.grid.anchors.refusal = new TraceError('unreachable', {});
  await expect(async () => await bench.start()).rejects.toMatchObject({ code: 'unreachable' });
  bench.grid.anchors.refusal = null;
  const end = await bench.start();
  expect({ is: end.is, marks: bench.grid.anchors.all(end.enrichment.head.run).length }).toEqual({
    is: 'done',
    marks: 2,
  });
});
