import { RunCase } from '../../fakes/run-case';
import { bringBack, deleteColumn, pasteOver } from '../../fakes/moved-columns';

/** An enrichment of three rows that has filled two, and what a user does to its column before it is resumed. */

const TABLE = [
  ['domain', 'note'],
  ['company-1.example', 'one'],
  ['company-2.example', 'two'],
  ['company-3.example', 'three'],
];
const COLUMN = 2;

async function halted(habits: Partial<RunCase['grid']['anchors']['habits']>): Promise<RunCase> {
  const run = new RunCase(TABLE);
  Object.assign(run.grid.anchors.habits, habits);
  expect(await run.run({ limit: 2 })).toMatchObject({ is: 'paused', why: { code: 'runCapReached' } });
  expect(columns(run)[COLUMN]).toEqual(['Company', 'Company 1', 'Company 2', '']);
  run.grid.at(3, COLUMN);
  return run;
}

const columns = ({ grid }: RunCase): unknown[][] =>
  [0, 1, 2].map((column) => grid.values().map((cells) => cells[column] ?? ''));

test.each([
  ['cut', true, 'columnsGone', ['', '', '', '']],
  ['cut', false, undefined, ['', '', '', '']],
  ['copied', true, undefined, ['note', 'one', 'two', 'three']],
] as const)(
  'a note column that is %s and pasted over the column of a run (its mark breaks: %s) is neither filled nor taken back',
  async (how, pasteOntoBreaks, why, left) => {
    const run = await halted({ pasteOntoBreaks });
    pasteOver({ grid: run.grid, own: new Map(), ofRun: new Set() }, 1, COLUMN, how);
    const pasted = [TABLE.map(([domain]) => domain), left, ['note', 'one', 'two', 'three']];
    const end = await run.resume({ limit: 3 });
    expect(end.why?.code).toBe(why);
    expect(columns(run)).toEqual(pasted);
    expect(await run.undo()).toMatchObject({ restored: 0, unrestored: [], isWhole: true });
    expect({ columns: columns(run), charged: await run.charged() }).toEqual({ columns: pasted, charged: 2 });
  },
);

test.each([
  [true, 'done', ['Company', 'Company 1', 'Company 2', 'Company 3'], ['', '', '', '']],
  [false, 'paused', ['Company', 'Company 1', 'Company 2', ''], ['Company', 'Company 1', 'Company 2', '']],
] as const)(
  'a column of a run that was deleted and brought back, its mark too: %s',
  async (undoBringsBack, is, resumed, undone) => {
    const run = await halted({ undoBringsBack });
    bringBack(run.grid, deleteColumn(run.grid, COLUMN));
    const end = await run.resume({ limit: 3 });
    expect({ is: end.is, column: columns(run)[COLUMN] }).toEqual({ is, column: resumed });
    await run.undo();
    expect(columns(run)[COLUMN]).toEqual(undone);
  },
);
