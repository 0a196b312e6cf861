import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { RunCase, type Step } from '../../fakes/run-case';

/** Columns that users move during an enrichment: no row is touched, so every row is filled in the end. */

type Cells = { value: GridValue }[];

const MOVES: readonly (readonly [string, (cells: Cells) => void])[] = [
  ['inserts a column on the left of the input', (cells) => void cells.splice(0, 0, { value: '' })],
  ['inserts one between the input and the new column', (cells) => void cells.splice(2, 0, { value: '' })],
  ['deletes one on the left of the input', (cells) => void cells.splice(0, 1)],
  ['drags the input to the right', (cells) => void cells.splice(2, 0, ...cells.splice(1, 1))],
];
const ROWS: readonly GridValue[][] = [1, 2, 3].map((row) => [`id ${row}`, `company-${row}.example`, `note ${row}`]);
const TITLES: readonly GridValue[] = ['id', 'domain', 'note'];

/** The company beside each domain. */
function pairs({ grid }: RunCase): readonly (readonly [GridValue, GridValue])[] {
  const rows = grid.values().filter((cells) => String(cells.find(isDomain)).endsWith('.example'));
  return rows.map((cells) => [cells.find(isDomain)!, cells.find((value) => /^Company/.test(String(value))) ?? '']);
}

const isDomain = (value: GridValue): boolean => String(value).endsWith('.example');

const FILLED = [1, 2, 3].map((row) => [`company-${row}.example`, `Company ${row}`]);

describe.each([
  ['with titles', [TITLES, ...ROWS]],
  ['without titles', ROWS],
])('in a table %s', (_table, table) => {
  it.each(MOVES)('a person %s before any step of the run, or before each write', async (_does, move) => {
    const failed: unknown[] = [];
    const play = async (isNow: (step: Step, nth: number) => boolean, what: unknown): Promise<number> => {
      const run = new RunCase(table);
      let steps = 0;
      let isBegun = false;
      run.before = (step) => {
        // Until then nothing tells the new column from any blank one.
        isBegun ||= step === 'request' || (step === 'titles' && table.length > 3);
        if (isBegun) steps += 1;
        if (isBegun && isNow(step, steps)) for (const cells of run.grid.rows) move(cells);
      };
      const { is, why, summary } = await run.run({ inputColumn: 1 });
      const seen = [is, why?.code, summary.found, await run.charged(), pairs(run)];
      if (JSON.stringify(seen) !== JSON.stringify(['done', undefined, 3, 3, FILLED])) failed.push([what, ...seen]);
      return steps;
    };
    let most = 1;
    for (let at = 1; at <= most; at += 1) most = await play((_step, nth) => nth === at, at);
    let writes = 0;
    await play((step) => step === 'write' && (writes += 1) <= 2 && move !== MOVES[2]![1], 'each write');
    expect({ failed, hasManySteps: most > 5 }).toEqual({ failed: [], hasManySteps: true });
  });
});

it.each(MOVES)(
  'what a person types over a cell that was read is not written over where they also do this: %s',
  async (_does, move) => {
    const failed: unknown[] = [];
    let [steps, kept] = [1, 0];
    for (let at = 1; at <= steps; at += 1) {
      const run = new RunCase([['id', 'domain', 'Company'], ...ROWS]);
      let nth = 0;
      let wanted = 'Company 2';
      run.before = (step) => {
        if (nth > 0 || step === 'request') nth += 1;
        if (nth !== at) return;
        const cell = run.grid.at(2, run.grid.values()[0]!.indexOf('Company'));
        if (cell.value === 'note 2') cell.value = wanted = 'typed';
        for (const cells of run.grid.rows) move(cells);
      };
      const { is } = await run.run({ inputColumn: 1, where: 'sameTitles', mode: 'overwrite' });
      steps = Math.max(steps, nth);
      if (wanted === 'typed') kept += 1;
      const company = run.grid.values()[0]!.indexOf('Company');
      const shown = run.grid.values().map((cells) => cells[company]);
      if (JSON.stringify([is, ...shown]) !== JSON.stringify(['done', 'Company', 'Company 1', wanted, 'Company 3'])) {
        failed.push([at, is, shown]);
      }
    }
    expect({ failed, hasOftenKept: kept > 3 }).toEqual({ failed: [], hasOftenKept: true });
  },
);
