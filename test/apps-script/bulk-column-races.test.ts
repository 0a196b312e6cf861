import { undoRun } from '../../shared/bulk/undo/undo';
import { isReplay } from '../setup/chance';
import { actBefore, atEachCall, panel, planTable, shown, useColumnRaces, useTable, type Table } from './column-race';
import { differences, edited, type Edit } from './edited-columns';

/** What a person does to columns between any two calls of one write. */

const WIDE = ['Id', 'Domain', 'Notes', 'Company', 'Owner'];
const BESIDE = ['Domain', 'Company', 'Notes'];
const TABLES: readonly (readonly [name: string, table: Table, edits: readonly Edit[]])[] = [
  [
    'a blank column',
    { titles: WIDE, isFilled: false },
    [
      ['insert', 1],
      ['insert', 3],
      ['insert', 4],
      ['delete', 3],
    ],
  ],
  [
    'a filled column',
    { titles: WIDE, isFilled: true },
    [
      ['insert', 1, 2],
      ['insert', 4],
      ['delete', 1],
      ['drag', 4, 1],
      ['drag', 4, 5],
    ],
  ],
  [
    'a blank column beside the input',
    { titles: BESIDE, isFilled: false },
    [
      ['insert', 1],
      ['insert', 2],
    ],
  ],
  [
    'a filled column beside the input',
    { titles: BESIDE, isFilled: true },
    [
      ['insert', 1],
      ['insert', 2],
    ],
  ],
  [
    'blank columns',
    { titles: ['Domain', 'Company', 'Notes', 'Employees'], isFilled: false },
    [
      ['insert', 3],
      ['drag', 2, 4],
    ],
  ],
  [
    'filled columns',
    { titles: ['Domain', 'Company', 'Employees', 'Notes'], isFilled: true },
    [
      ['insert', 1],
      ['delete', 4],
    ],
  ],
  [
    'a new column without a title',
    { titles: ['Id', 'Domain'], isFilled: false, hasTitles: false },
    [
      ['insert', 2],
      ['insert', 3],
    ],
  ],
  [
    'new columns',
    { titles: ['Domain'], isFilled: false },
    [
      ['insert', 1],
      ['insert', 2],
    ],
  ],
];
const CASES = TABLES.flatMap(([name, table, edits]) =>
  edits.map((edit) => [name, edit.join(' '), table, edit] as const),
).map(([...race], at) => [...race, isReplay ? undefined : 1 + (at % 2)] as const);

useColumnRaces();

describe.each(CASES)('%s, %s:', (_name, _edit, table, edit, turn) => {
  it('the run is done, and an undo leaves what was there', async () => {
    const failed: string[] = [];
    await useTable(table);
    const unfilled = shown();
    await panel.run(await planTable(table));
    const filled = shown();
    await atEachCall(async (call) => {
      await useTable(table);
      const { end, seen, isDone } = await actBefore(call, edit, await planTable(table));
      const ran = [end['is'], ...differences(shown(), edited(filled, edit))];
      const undone = await panel.run(undoRun).catch((thrown: unknown) => thrown as { readonly isLeft: unknown });
      const was = [...ran, undone.isLeft, ...differences(shown(), edited(unfilled, edit))];
      if (isDone && was.join() !== 'done,false') failed.push([call, seen[call - 1], ...was].join(' '));
      return seen;
    }, turn);
    expect(failed).toEqual([]);
  });

  it('an undo leaves what was there', async () => {
    const failed: string[] = [];
    await useTable(table);
    const unfilled = shown();
    await atEachCall(async (call) => {
      await useTable(table);
      await panel.run(await planTable(table));
      const { end, seen, isDone } = await actBefore(call, edit, undoRun);
      const was = [end['isLeft'], ...differences(shown(), edited(unfilled, edit))];
      if (isDone && was.join() !== 'false') failed.push([call, seen[call - 1], ...was].join(' '));
      return seen;
    }, turn);
    expect(failed).toEqual([]);
  });
});
