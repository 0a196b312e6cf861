import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { RunCase } from '../../fakes/run-case';

/**
 * Columns that users move and move back during an enrichment or its undo: what was read between belongs to other
 * columns.
 */

type Cells = { value: GridValue }[];
type Move = (cells: Cells) => void;

const drag =
  (from: number, to: number): Move =>
  (cells) =>
    void cells.splice(to, 0, ...cells.splice(from, 1));

const insert: Move = (cells) => void cells.splice(0, 0, { value: '' });
const remove: Move = (cells) => void cells.splice(0, 1);

const MOVES: readonly (readonly [does: string, there: Move, back: Move])[] = [
  ['drags the input to the right', drag(1, 2), drag(2, 1)],
  ['drags the column that is filled to the left of the input', drag(2, 0), drag(0, 2)],
  ['drags the column that is filled to the right', drag(2, 3), drag(3, 2)],
  ['inserts a column on the left of both', insert, remove],
];
const LATER = [
  ['before the next step', 1],
  ['a step later', 2],
  ['two steps later', 3],
] as const;
const TABLE: readonly GridValue[][] = [
  ['id', 'domain', 'Company', 'note'],
  ...[1, 2, 3].map((row) => [`id ${row}`, `company-${row}.example`, '', `note ${row}`]),
];
const FILLED = TABLE.map((cells, row) => cells.map((value) => (row > 0 && value === '' ? `Company ${row}` : value)));

const moveAll = ({ grid }: RunCase, move: Move): void => {
  for (const cells of grid.rows) move(cells);
};

/** Does something at each step in turn, until an errand has no more. */
async function atEachStep(play: (at: number, steps: { seen: number }) => Promise<void>): Promise<number> {
  const steps = { seen: 1 };
  let at = 1;
  for (; at <= steps.seen; at += 1) {
    steps.seen = 0;
    await play(at, steps);
  }
  return at - 1;
}

interface Moved {
  /** The step before which the columns are moved. */
  readonly at: number;
  /** How many steps later they are moved back. */
  readonly later: number;
  readonly steps: { seen: number };
  readonly there: Move;
  readonly back: Move;
}

function around(run: RunCase, { at, later, steps, there, back }: Moved, isBegun: () => boolean): void {
  run.before = () => {
    if (!isBegun()) return;
    steps.seen += 1;
    if (steps.seen === at) moveAll(run, there);
    if (steps.seen === at + later) moveAll(run, back);
  };
}

/** Moved back at the latest once there are no more steps. */
function settle(run: RunCase, { at, later, steps, back }: Omit<Moved, 'there'>): void {
  run.before = () => undefined;
  if (steps.seen >= at && steps.seen < at + later) moveAll(run, back);
}

describe.each(MOVES)('a person %s and takes that back', (_does, there, back) => {
  it.each(LATER)('%s: the run fills every row', async (_when, later) => {
    const failed: unknown[] = [];
    const most = await atEachStep(async (at, steps) => {
      const run = new RunCase(TABLE);
      // Until the run has marked its columns nothing but their titles tells them.
      around(run, { at, later, steps, there, back }, () => run.grid.anchors.finds > 0);
      const { is, summary } = await run.run({ inputColumn: 1, where: 'sameTitles' });
      settle(run, { at, later, steps, back });
      const seen = [is, summary.found, await run.charged(), run.grid.values()];
      if (JSON.stringify(seen) !== JSON.stringify(['done', 3, 3, FILLED])) failed.push([at, ...seen]);
    });
    expect({ failed, hasManySteps: most > 15 }).toEqual({ failed: [], hasManySteps: true });
  });

  it.each(LATER)('%s: the undo restores every row', async (_when, later) => {
    const failed: unknown[] = [];
    const most = await atEachStep(async (at, steps) => {
      const run = new RunCase(TABLE);
      await run.run({ inputColumn: 1, where: 'sameTitles' });
      around(run, { at, later, steps, there, back }, () => true);
      const { restored, isWhole } = await run.undo();
      settle(run, { at, later, steps, back });
      const seen = [restored, isWhole, run.grid.values()];
      if (JSON.stringify(seen) !== JSON.stringify([3, true, TABLE])) failed.push([at, ...seen]);
    });
    expect({ failed, hasManySteps: most > 10 }).toEqual({ failed: [], hasManySteps: true });
  });
});

it.each(LATER)(
  'a title cell gets its own format back where it was dragged away and, %s, back',
  async (_when, later) => {
    const failed: unknown[] = [];
    const most = await atEachStep(async (at, steps) => {
      const run = new RunCase(TABLE.map((cells) => [...cells.slice(0, 2), '', '']));
      run.grid.at(0, 2).format = '0%';
      run.grid.at(0, 3).format = '0.00';
      around(run, { at, later, steps, there: drag(2, 3), back: drag(3, 2) }, () => run.grid.anchors.finds > 0);
      const { is } = await run.run({ inputColumn: 1 });
      settle(run, { at, later, steps, back: drag(3, 2) });
      await run.undo();
      const formats = run.grid.rows[0]!.map(({ format }) => format ?? 'General');
      const seen = [is, formats, run.grid.values()[0]];
      if (JSON.stringify(seen) !== '["done",["General","General","0%","0.00"],["id","domain","",""]]')
        failed.push([at, ...seen]);
    });
    expect({ failed, hasManySteps: most > 15 }).toEqual({ failed: [], hasManySteps: true });
  },
);
