import { ColumnEdits } from '../../fakes/apps-script/sheet/column-edits';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { readA1 } from '../../fakes/apps-script/sheet/a1';
import { PROBLEM, useSheet } from '../retry/problem-sheet';
import { world } from '../spreadsheet';

/** Four companies with their formulas, and another user's edits of rows and columns while a script works on them. */

export const ROWS = [2, 3, 4, 5] as const;
const LAST = 5;
const answersOf = (row: number): readonly string[] => [`Name c${row}`, `Land c${row}`];

type Fill = (grid: SheetGrid) => void;

export const SINGLE: Fill = (grid) => {
  for (const row of ROWS) put(grid, `B${row}`, `=TRACE_COMPANY(A${row},"name")`, [answersOf(row).slice(0, 1)]);
};
export const EDITS: Readonly<Record<string, (grid: SheetGrid) => void>> = {
  'a row is inserted above': (grid) => grid.insertRowBefore(2),
  'a row is inserted between': (grid) => grid.insertRowBefore(4),
  'a row is deleted': (grid) => grid.deleteRow(3),
  'rows are sorted': (grid) => grid.reorder([1, ...[...ROWS].reverse()]),
  'a column is inserted before': (grid) => new ColumnEdits(world.state).insert(grid, 1),
};

function put(grid: SheetGrid, at: string, formula: string, table: readonly (readonly unknown[])[]): void {
  grid.enter(at, formula);
  grid.answer(readA1(at), table);
}

/** Below the companies' formulas are one with a problem, and a user's own. */
export function openCompanies(fill: Fill): SheetGrid {
  world.state.metadata.removeWhere(() => true);
  world.state.documentProperties.clear();
  const grid = useSheet(world, { A1: 'Domain', B1: 'Name', C1: 'Country' });
  for (const row of ROWS) grid.enter(`A${row}`, `c${row}.example`);
  fill(grid);
  put(grid, `B${LAST + 1}`, `=TRACE_COMPANY(A${LAST + 1},"name")`, [[PROBLEM]]);
  put(grid, `B${LAST + 2}`, `=COUNTA(B2:B${LAST})`, [[ROWS.length]]);
  return grid;
}

/** Google collects what is written until it is asked for, and then writes over whatever is there. */
const COLLECTED = /Range\.(set\w+|copyTo)(,SpreadsheetApp\.flush)?$/;

interface Edited {
  readonly grid: SheetGrid;
  /** The number and name of the call before which the edit came. */
  readonly before: string;
  readonly isCollected: boolean;
  readonly said: string;
}

/** Acts again and again, and edits each time before a later call. @param stride of how many calls one is tried */
export function* editBeforeEach(
  open: () => SheetGrid,
  edit: (grid: SheetGrid) => void,
  act: () => unknown,
  [first, stride]: readonly [number, number],
): Generator<Edited> {
  for (let call = first; ; call += stride) {
    const grid = open();
    let before: string | null = null;
    let isCollected = false;
    world.state.meanwhile = (made) => {
      if (made.length !== call || before !== null) return;
      before = `${call} ${made[call - 1]!}`;
      isCollected = COLLECTED.test(made.slice(-2).join());
      edit(grid);
    };
    const said = String(act());
    world.state.meanwhile = null;
    if (before === null) return;
    yield { grid, before, isCollected, said };
  }
}

/** Values beside a company that do not belong to it, and values beside none. A formula says nothing by itself. */
export function misplaced(grid: SheetGrid): readonly string[] {
  const titles = new Map(
    grid.places().flatMap((place) => (place.row === 1 ? [[String(grid.value(place)), place.column] as const] : [])),
  );
  const domains = titles.get('Domain')!;
  return grid.places().flatMap((place) => {
    const { row, column } = place;
    const shown = String(grid.value(place));
    if (row === 1 || column === domains || grid.formula(place) !== '' || shown === 'Loading...') return [];
    const domain = String(grid.value({ row, column: domains }));
    const own = domain.replace('.example', '');
    const isOwn =
      (column === titles.get('Name') && shown === `Name ${own}`) ||
      (column === titles.get('Country') && shown === `Land ${own}`);
    return isOwn ? [] : [`${domain}: ${shown}`];
  });
}

/** Another company's answer beside a company. */
export const OF_ANOTHER = /^c\d\.example: (Name|Land) c/;

/** Companies that no formula answers in their own row, or more than one. */
export function unanswered(grid: SheetGrid): readonly string[] {
  const titles = grid.places().filter(({ row }) => row === 1);
  const columnOf = (title: string): number => titles.find((each) => grid.value(each) === title)!.column;
  const [domains, names] = [columnOf('Domain'), columnOf('Name')];
  const times = new Map<number, number>();
  for (const place of grid.places()) {
    const [, from, to = from] = /TRACE_\w+\([A-Z]+(\d+)(?::[A-Z]+(\d+))?/.exec(grid.formula(place)) ?? [];
    if (from === undefined || place.column !== names || Number(from) !== place.row) continue;
    for (let row = Number(from); row <= Number(to); row += 1) times.set(row, (times.get(row) ?? 0) + 1);
  }
  return grid.places().flatMap(({ row, column }) => {
    const domain = String(grid.value({ row, column }));
    const isValue = grid.formula({ row, column: names }) === '' && grid.value({ row, column: names }) !== '';
    const found = (times.get(row) ?? 0) + (isValue && !times.has(row) ? 1 : 0);
    return row === 1 || column !== domains || found === 1 ? [] : [`${domain}: ${found} answers`];
  });
}
