import { readColumns } from '../../../../shared/enrich/sheet/read-columns';
import { MemoryGrid } from '../../../fakes/memory-grid';

const MARKS = { run: 'run1', marks: [{ name: 'input', column: 0 }] };
/** More cells than one call carries. */
const ROWS = 50_001;

/** A column with an enrichment's mark, which a user moves right before some part of it is read. */
async function isInPlace(change: (grid: MemoryGrid, part: number) => void, marks = MARKS): Promise<boolean> {
  const grid = new MemoryGrid(Array.from({ length: ROWS }, (_row, at) => [`x${at}.example`, '']));
  await grid.anchors.put(MARKS.run, 'sheet-1', MARKS.marks, { first: 0, count: ROWS });
  let part = 0;
  const read: typeof grid.sheet.read = (reading) => {
    part += 1;
    change(grid, part);
    return grid.sheet.read(reading);
  };
  return (await readColumns({ sheet: { read } }, 'sheet-1', 0, ROWS, [0], { marks })).isInPlace;
}

const swap = (grid: MemoryGrid): void => {
  for (const cells of grid.rows) cells.reverse();
};

test('a read is in place as long as the marks are where they are looked for', async () => {
  expect(await isInPlace(() => undefined)).toBe(true);
});

test('one part read while a column was elsewhere is enough, although it is back for the next', async () => {
  expect(await isInPlace(swap)).toBe(false);
});

test('a mark that is doubled or gone is in no place', async () => {
  expect(await isInPlace((grid, part) => part === 2 && grid.anchors.copied(0, 1))).toBe(false);
  expect(await isInPlace((grid, part) => part === 2 && grid.anchors.takeAway(0))).toBe(false);
});

test('without marks nothing is looked for', async () => {
  expect(await isInPlace(swap, { ...MARKS, marks: [] })).toBe(true);
});
