import {
  actBefore,
  atEachCall,
  grid,
  planTable,
  ROWS,
  shown,
  useColumnRaces,
  useTable,
  type Table,
} from './column-race';
import { differences } from './edited-columns';

/** Columns that change during a write, where marks do not tell them. */

const TABLE: Table = { titles: ['Id', 'Domain', 'Notes', 'Company', 'Owner'], isFilled: true };

useColumnRaces();

it.each([
  ['the input', 2],
  ['a column to fill', 4],
])(
  'a copy of %s, which may bear the mark too: the run pauses wherever a cell of a person changes',
  async (_name, at) => {
    const failed: string[] = [];
    await useTable(TABLE);
    const own = shown().filter(([title]) => !String(title).startsWith('Company'));
    await atEachCall(async (call) => {
      await useTable(TABLE);
      const { end, seen, isDone } = await actBefore(call, ['copy', at], await planTable(TABLE));
      const kept = new Set(shown().map((column) => column.join()));
      const changed = own.filter((column) => !kept.has(column.join())).map(([title]) => title);
      // Google compares and writes in two calls: what moves between them is written, and the page pauses.
      const isTold = end['is'] === 'paused' || (end['is'] === 'done' && changed.length === 0);
      if (isDone && !isTold) failed.push([call, seen[call - 1], end['is'], ...changed].join(' '));
      return seen;
    });
    expect(failed).toEqual([]);
  },
);

it('a formula that was written over while its column moved has the run pause', async () => {
  const ends: string[] = [];
  await atEachCall(async (call) => {
    await useTable(TABLE);
    for (let row = 2; row <= ROWS + 1; row += 1) {
      grid.put({ row, column: 3 }, `=UPPER("note ${row}")`);
      grid.answer({ row, column: 3 }, [[`NOTE ${row}`]]);
    }
    const notes = shown()[2]!;
    const { end, seen, isDone } = await actBefore(call, ['insert', 1], await planTable(TABLE));
    if (isDone)
      ends.push(`${String(end['is'])} ${differences([shown()[3]!], [notes]).length > 0 ? 'changed' : 'same'}`);
    return seen;
  });
  expect(ends).toContain('done same');
  expect(ends).not.toContain('done changed');
});
