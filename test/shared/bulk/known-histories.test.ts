import { readJournal } from '../../../shared/bulk/journal/journal';
import { columnOf, differences, play, undo, type History } from '../../fakes/bulk-histories';
import type { ColumnEdit, ColumnHistory } from '../../fakes/column-edits';
import { PlayedColumns } from '../../fakes/played-columns';

/** Histories that broke a promise once, as small as they were shrunk. */

/** Whatever a run asks next: how many steps it takes to where something happens is not what these are about. */
const STEPS = Array.from({ length: 36 }, (_step, at) => at + 10);

test('undo leaves the copy of a column alone where an answer in the original was edited', async () => {
  const copied: unknown[] = [];
  for (const at of STEPS) {
    const history: ColumnHistory = {
      rows: 1,
      hasTitles: true,
      twin: 'none',
      step: 1,
      edits: [{ at, does: 'copyRunColumn', place: 0 }],
      editsOfUndo: [{ at: 0, does: 'editAnswer', place: 0 }],
    };
    const played = new PlayedColumns(history);
    await played.run();
    await played.undo();
    expect(played.spoilt).toEqual([]);
    const [, row] = played.grid.values();
    if (played.edited.size > 0 && row!.length === 5) copied.push(row);
  }
  expect(copied.length).toBeGreaterThan(5);
  for (const row of copied) expect(row).toEqual(['#0', 'x0.example', 'Industry x0', 'edited 0', 'note 0']);
});

test('an undo does not take a blank column for its own where a mark was put on it meanwhile', async () => {
  const history: ColumnHistory = {
    rows: 7,
    hasTitles: false,
    twin: 'none',
    step: 1,
    edits: [
      { at: 0, does: 'dragRunColumn', place: 5 },
      { at: 1, does: 'cutRunColumn', place: 0 },
    ],
    editsOfUndo: [
      { at: 9, does: 'sort', place: 0 },
      { at: 15, does: 'forgeMark', place: 6 },
    ],
    habits: { cutCarries: true, copyCarries: false, duplicateCarries: false, pasteOntoBreaks: false },
  };
  const played = new PlayedColumns(history);
  await played.run();
  const undone = await played.undo();
  expect({ lost: undone?.lost, isLeft: undone?.isLeft, hasJournal: played.grid.journal !== null }).toEqual({
    lost: ['Industry'],
    isLeft: true,
    hasJournal: true,
  });
});

type Moves = readonly [does: ColumnEdit['does'], place: number];

/** A person does something at a step of an undo, and makes up for it some steps later. */
function awayAt(step: number, steps: number, [does, place]: Moves, [back, to]: Moves): readonly ColumnEdit[] {
  return [
    { at: step, does, place },
    { at: step + steps, does: back, place: to },
  ];
}

describe.each<[string, Moves, Moves]>([
  ['was deleted and brought back', ['deleteRunColumn', 0], ['undoDeletion', 0]],
  ['was dragged away and back', ['dragRunColumn', 3], ['dragRunColumn', 2]],
  ['made room for a blank one that was deleted', ['insertColumn', 2], ['deleteOtherColumn', 2]],
])("while it was undone, a run's column %s", (_what, away, back) => {
  const gaps = [1, 2].flatMap((steps) => STEPS.map((at) => awayAt(at - 10, steps, away, back)));

  test.each([true, false])(
    'what the run wrote is taken back, or the undo can go on; with titles: %s',
    async (hasTitles) => {
      for (const editsOfUndo of gaps) {
        const played = new PlayedColumns({
          rows: 2,
          hasTitles,
          twin: 'none',
          step: 2,
          edits: [],
          editsOfUndo,
          habits: { undoBringsBack: true },
        });
        await played.run();
        const undone = await played.undo();
        const isLeft = undone?.isLeft !== false;
        expect({
          editsOfUndo,
          hasJournal: played.grid.journal !== null,
          remains: isLeft ? [] : played.remains,
        }).toEqual({
          editsOfUndo,
          hasJournal: isLeft,
          remains: [],
        });
      }
    },
  );
});

test("undo removes the run's title though a person's column of that title stood in its place when it looked", async () => {
  for (const at of STEPS) {
    const played = new PlayedColumns({
      rows: 3,
      hasTitles: true,
      twin: 'right',
      step: 3,
      edits: [],
      editsOfUndo: awayAt(at, 1, ['deleteRunColumn', 0], ['undoDeletion', 0]),
      habits: { undoBringsBack: true },
    });
    await played.run();
    const undone = await played.undo();
    expect({ at, remains: undone?.isLeft === false ? played.remains : [] }).toEqual({ at, remains: [] });
  }
});

test('undo restores exactly after an answer was edited, a column inserted and the sheet sorted', async () => {
  for (const at of STEPS) {
    const history: History = {
      inputs: [0, 1, 2],
      edits: [
        { at, does: 'editTarget', row: 5, name: 0 },
        { at, does: 'sort', row: 0, name: 36 },
        { at: at + 6, does: 'insertColumn', row: 0, name: 0 },
      ],
      crashes: [],
      mode: 'onlyEmpty',
    };
    const played = await play(history);
    expect(readJournal(played.bench.grid.journal)!.head.isFinished).toBe(true);
    expect(played.bench.grid.values()).toEqual([
      ['', 'id', 'domain', 'Industry', 'note'],
      ['', '#1', 'x1.example', 'Industry x1', 'note 1'],
      ['', '#0', 'x0.example', 'Industry x0', 'note 0'],
      ['', '#2', 'x2.example', 'mine 0', 'note 2'],
    ]);
    await undo(played);
    expect(differences(played)).toEqual([]);
  }
});

test('a column inserted before the run has marked its own pauses it, and nothing is asked or written', async () => {
  const edits = [{ at: 0, does: 'insertColumn', row: 0, name: 0 }] as const;
  const played = await play({ inputs: [0, 1, 2], edits, crashes: [], mode: 'onlyEmpty' });
  expect({ why: played.end.why?.code, requests: played.bench.requests, differences: differences(played) }).toEqual({
    why: 'columnsGone',
    requests: 0,
    differences: [],
  });
});

test('a run goes on where equal inputs were sorted and it broke off before it wrote', async () => {
  // Every second row names a company of before.
  const inputs = Array.from({ length: 1_471 }, (_row, at) => 1_000 + (at % 2 === 0 ? at / 2 : at));
  const edits = [{ at: 26, does: 'sort', row: 0, name: 0 }] as const;
  const { end } = await play({ inputs, edits, crashes: [60], mode: 'overwrite', seed: 0 });
  expect({ end: end.is, open: end.summary.open }).toEqual({ end: 'done', open: 0 });
});

test('a run fills its rows where columns were dragged away and back while it looked for them', async () => {
  const failed: unknown[] = [];
  for (const at of STEPS) {
    const history: History = {
      inputs: [0, 0],
      edits: [
        { at: 26, does: 'dragTarget', row: 0, name: 1 },
        { at, does: 'dragInput', row: 0, name: 1 },
        { at: at + 4, does: 'dragTarget', row: 0, name: 1 },
      ],
      crashes: [15],
      mode: 'onlyEmpty',
    };
    const { bench, shadow, end } = await play(history);
    // Before the run has marked its columns, only their titles tell where they are.
    if (end.why?.code === 'columnsGone' && bench.requests === 0) continue;
    const shown = bench.grid.values().map((row) => row[columnOf(shadow, 'Industry')]);
    const seen = JSON.stringify([end.is, bench.asked, shown]);
    if (seen !== '["done",["x0.example"],["Industry","Industry x0","Industry x0"]]') failed.push([at, seen]);
  }
  expect(failed).toEqual([]);
});
