import { RowQueue } from '../../../../shared/bulk/rows/row-queue';
import { RowRecord } from '../../../../shared/bulk/rows/row-record';

const rows = (texts: string, places: readonly number[]): RowRecord[] =>
  [...texts].map((text, index) => {
    const record = new RowRecord(index, text, text, index);
    record.row = places[index]!;
    return record;
  });
const finish = (row: RowRecord): void => row.take({ ...row, state: { is: 'written', found: 'data' } });
const nextOf = (queue: RowQueue): readonly number[] => queue.next.rows.slice(queue.next.from).map(({ index }) => index);

it('rows come in the order of the sheet, those that are done no more', () => {
  const all = rows('abcd', [4, 2, -1, 3]);
  const queue = new RowQueue(all, []);
  expect(nextOf(queue)).toEqual([1, 3, 0]);
  finish(all[1]!);
  expect(nextOf(queue)).toEqual([3, 0]);
  expect(queue.notFound.map(({ index }) => index)).toEqual([2]);
  finish(all[2]!);
  expect(queue.notFound).toEqual([]);
});

it('two rows say the same, also where the run may not touch one of them', () => {
  const [one, two] = rows('ab', [0, 1]);
  const outsider = { code: 'b', text: 'b', home: 5, row: 5, index: -1, isDone: true };
  const queue = new RowQueue([one!, two!], [outsider]);
  expect([queue.isShared(one!), queue.isShared(two!)]).toEqual([false, true]);
});
