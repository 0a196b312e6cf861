import { undoRun } from '../../shared/bulk/undo/undo';
import {
  actBefore,
  atEachCall,
  grid,
  panel,
  planTable,
  ROWS,
  shown,
  useColumnRaces,
  useTable,
  world,
  type Table,
} from './column-race';
import { differences, edited, type Edit } from './edited-columns';

/** Columns that change during a write, where marks do not tell them. */

const TABLE: Table = { titles: ['Id', 'Domain', 'Notes', 'Company', 'Owner'], isFilled: true };

useColumnRaces();

it.each([
  ['the input', 2],
  ['a column to fill', 4],
])('a copy of %s, which may bear the mark too: the run pauses, and no cell of a person changes', async (_name, at) => {
  const failed: string[] = [];
  await useTable(TABLE);
  const own = shown().filter(([title]) => !String(title).startsWith('Company'));
  await atEachCall(async (call) => {
    await useTable(TABLE);
    const { end, seen, isDone } = await actBefore(call, ['copy', at], await planTable(TABLE));
    const kept = new Set(shown().map((column) => column.join()));
    const was = [end['is'], ...own.filter((column) => !kept.has(column.join())).map(([title]) => title)];
    if (isDone && !['paused', 'done'].includes(was.join())) failed.push([call, seen[call - 1], ...was].join(' '));
    return seen;
  });
  expect(failed).toEqual([]);
});

it('a formula that was written over leaves its value, and the run pauses', async () => {
  const ends: string[] = [];
  await atEachCall(async (call) => {
    await useTable(TABLE);
    for (let row = 2; row <= ROWS + 1; row += 1) {
      grid.put({ row, column: 3 }, `=UPPER("note ${row}")`);
      grid.answer({ row, column: 3 }, [[`NOTE ${row}`]]);
    }
    const notes = shown()[2]!;
    const { end, seen, isDone } = await actBefore(call, ['insert', 1], await planTable(TABLE));
    if (isDone) ends.push([end['is'], ...differences([shown()[3]!], [notes])].join());
    return seen;
  });
  expect([...new Set(ends)].sort()).toEqual(['done', 'paused']);
});

it.each<readonly [string, Edit]>([
  ['insert 1', ['insert', 1]],
  ['insert 3', ['insert', 3]],
  ['delete 3', ['delete', 3]],
])('without marks titles tell the columns: %s', async (_name, edit) => {
  const put = jest.spyOn(world.state.metadata, 'put').mockImplementation(() => {
    throw new Error('refused');
  });
  const failed: string[] = [];
  await useTable(TABLE);
  const unfilled = shown();
  await atEachCall(async (call) => {
    await useTable(TABLE);
    const { end, seen, isDone } = await actBefore(call, edit, await planTable(TABLE, { byTitles: true }));
    const undone = await panel.run(undoRun).catch((thrown: unknown) => thrown as { readonly isLeft: unknown });
    const was = [end['is'], undone.isLeft, ...differences(shown(), edited(unfilled, edit))];
    if (isDone && was.join() !== 'done,false') failed.push([call, seen[call - 1], ...was].join(' '));
    return seen;
  });
  expect({ failed, isRefused: put.mock.calls.length > 0 }).toEqual({ failed: [], isRefused: true });
  put.mockRestore();
});
