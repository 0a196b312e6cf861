import { TraceError } from '../../../shared/errors/trace-error';
import { keepEnrichment } from '../../../shared/enrich/enrichment';
import { Crash } from '../../fakes/bulk-drive';
import { Bench } from '../../fakes/bulk-bench';

/** A file holds one enrichment: a second one begins once the first was undone or kept. */

const TABLE = [['domain'], ['x1.example'], ['x2.example']];
const FILLED = [
  ['domain', 'Industry'],
  ['x1.example', 'Industry x1'],
  ['x2.example', 'Industry x2'],
];
const withoutBlanks = ({ grid }: Bench): unknown[][] => grid.values().map((row) => row.filter((value) => value !== ''));

test('a second start is refused, changes nothing, and the first can still be undone', async () => {
  const bench = new Bench(TABLE);
  await bench.start();
  bench.host.random = 0.5;
  const { record } = bench.grid;
  await expect(async () => await bench.start()).rejects.toMatchObject({ code: 'runUnfinished' });
  expect({ record: bench.grid.record === record, values: withoutBlanks(bench) }).toEqual({
    record: true,
    values: FILLED,
  });
  expect(await bench.undo()).toMatchObject({ restored: 2, isWhole: true });
  expect(withoutBlanks(bench)).toEqual(TABLE);
});

test('one that was kept makes room for the next, and leaves neither marks nor spending', async () => {
  const bench = new Bench(TABLE);
  const { enrichment } = await bench.start();
  await bench.do(keepEnrichment);
  expect({
    record: bench.grid.record,
    marks: bench.grid.anchors.all(enrichment.head.run),
    spent: bench.grid.spent.size,
  }).toEqual({ record: null, marks: [], spent: 0 });
  bench.host.random = 0.5;
  await bench.start();
  await bench.undo();
  expect(withoutBlanks(bench)).toEqual(FILLED);
});

test('a record that cannot be read is discarded', async () => {
  const bench = new Bench(TABLE);
  await bench.start();
  bench.grid.record = [['{}']];
  expect(await bench.find()).toEqual({ is: 'damaged' });
  await bench.do(keepEnrichment);
  expect(bench.grid.record).toBeNull();
});

test('wherever a start is cut off, it is undone exactly or the next one begins', async () => {
  const wrong: unknown[] = [];
  let isDone = false;
  for (let at = 1; !isDone; at += 1) {
    const bench = new Bench(TABLE);
    const plan = await bench.plan();
    let left = at;
    bench.grid.before = () => {
      left -= 1;
      if (left === 0) throw new Crash();
    };
    isDone = await bench.start(plan).then(
      () => true,
      () => false,
    );
    bench.grid.before = () => undefined;
    if ((await bench.find()).is === 'enrichment') await bench.undo();
    else {
      bench.host.random = 0.5;
      await bench.start();
      await bench.undo();
    }
    if (JSON.stringify(withoutBlanks(bench)) !== JSON.stringify(TABLE)) wrong.push([at, bench.grid.values()]);
  }
  expect(wrong).toEqual([]);
});

test('a host that refuses to give up the record leaves it, and undo can be repeated', async () => {
  const bench = new Bench(TABLE);
  await bench.start();
  const refused = jest
    .spyOn(bench.grid.recordPort, 'remove')
    .mockRejectedValueOnce(new TraceError('workbookRefused', { message: '' }));
  expect(await bench.undo()).toMatchObject({ why: { code: 'workbookRefused' } });
  refused.mockRestore();
  expect(await bench.undo()).toMatchObject({ why: null, isWhole: true });
  expect(bench.grid.record).toBeNull();
});
