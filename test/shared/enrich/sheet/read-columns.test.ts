import { markedReads, readColumns } from '../../../../shared/enrich/sheet/read-columns';
import { MemoryGrid } from '../../../fakes/memory-grid';

const RUN = { run: 'run1', marks: [{ name: 'input', column: 0 }] };

/** A sheet with an enrichment's mark on its first column, which a user moves between the reads in some way. */
async function readTwice(move: (grid: MemoryGrid) => void, marks: typeof RUN | null = RUN): Promise<boolean> {
  const grid = new MemoryGrid([
    ['domain', 'note'],
    ['a.example', 'x'],
  ]);
  await grid.anchors.put(RUN.run, 'sheet-1', RUN.marks, { first: 0, count: 2 });
  const reads = markedReads({ sheet: grid.sheet }, marks);
  await readColumns(reads, 'sheet-1', 0, 2, [0]);
  move(grid);
  await readColumns(reads, 'sheet-1', 0, 2, [0]);
  return reads.areInPlace();
}

const swap = (grid: MemoryGrid): void => {
  for (const cells of grid.rows) cells.reverse();
};

test('reads are in place as long as the marks are where they are looked for', async () => {
  expect(await readTwice(() => undefined)).toBe(true);
});

test('one read while a column was elsewhere is enough, although it is back for the next', async () => {
  const grid = new MemoryGrid([['domain', 'note']]);
  await grid.anchors.put(RUN.run, 'sheet-1', RUN.marks, { first: 0, count: 1 });
  const reads = markedReads({ sheet: grid.sheet }, RUN);
  swap(grid);
  await readColumns(reads, 'sheet-1', 0, 1, [0]);
  swap(grid);
  await readColumns(reads, 'sheet-1', 0, 1, [0]);
  expect(reads.areInPlace()).toBe(false);
});

test('a mark that is doubled or gone is in no place', async () => {
  expect(await readTwice((grid) => grid.anchors.copied(0, 1))).toBe(false);
  expect(await readTwice((grid) => grid.anchors.takeAway(0))).toBe(false);
});

test('without marks nothing is looked for', async () => {
  expect(await readTwice(swap, null)).toBe(true);
});
