import type { NewSheet } from '../../../../../shared/panel/added-sheet';
import type { BulkHost, Insertion } from '../../../../../shared/panel/bulk-host';
import { insertFormula, insertRows, insertRowsOnSheet } from '../../../../../shared/panel/common/insert/insert-rows';
import { valueOf } from '../../../../../shared/enrich/sheet/cell-values';
import { MemoryGrid } from '../../../../fakes/memory-grid';

const AT = { sheet: 'sheet-1', sheetName: 'Leads', row: 0, column: 1, value: '', formula: '' };
const ADDED = { sheet: 'added-1', sheetName: 'My list', row: 0, column: 0 };
const rows = (count: number) =>
  Array.from({ length: count }, (_row, at) => [{ kind: 'text' as const, text: `m${at}` }]);

interface World {
  /** A cell of column B that is in use, from 0; absent: none. */
  readonly filled?: number;
  /** The sheet of this cell; absent: the one of the active cell. */
  readonly on?: string;
  /** The active cell; absent: B1, which is empty. */
  readonly active?: object | 'object';
  /** What a person does to the new sheet after each message. */
  readonly onInserted?: (added: MemoryGrid) => void;
}

/** A host that tells what goes where, and can add a sheet, which is in memory. */
function hostWith({ filled = -1, on = AT.sheet, active = AT, onInserted = () => undefined }: World = {}) {
  const grid = new MemoryGrid([['Domain']]);
  const added = new MemoryGrid([]);
  grid.added.set('added-1', added);
  const insertions: Insertion[] = [];
  const widths: (readonly number[])[] = [];
  const host = {
    ports: { sheet: grid.sheet },
    activeCell: async () => active,
    async addSheet({ title, looks }: NewSheet) {
      widths.push(looks?.widths ?? []);
      return { sheet: 'added-1', name: title, withoutChart: null };
    },
    async insertAt(insertion: Insertion) {
      const { sheet, row, column, content } = insertion;
      const isHit = sheet === on && filled >= row && filled < row + insertion.rows;
      if (isHit) return { is: 'inTheWay', row: filled, column: 1, value: 'mine', cells: 1 };
      insertions.push(insertion);
      const cells = 'cells' in content ? content.cells : [];
      cells.forEach((line, at) => (grid.sheetOf(sheet).at(row + at, column).value = valueOf(line[0]!)));
      onInserted(added);
      return { is: 'done' };
    },
  } as unknown as BulkHost;
  return { host, insertions, widths };
}

test('rows go to the active cell where it is empty and has room', async () => {
  const { host, insertions } = hostWith();
  expect(await insertRows(host, 'My list', rows(2_000))).toEqual({ is: 'done', at: AT, typed: [] });
  expect(insertions.map(({ row, rows: count, columns }) => [row, count, columns])).toEqual([[0, 2_000, 1]]);
});

test('more rows than one message takes go to a new sheet, one below the other', async () => {
  const { host, insertions } = hostWith();
  expect(await insertRows(host, 'My list', rows(4_500))).toEqual({ is: 'done', at: ADDED, typed: [] });
  expect(insertions.map(({ sheet, row, rows: count }) => [sheet, row, count])).toEqual([
    ['added-1', 0, 2_000],
    ['added-1', 2_000, 2_000],
    ['added-1', 4_000, 500],
  ]);
});

test.each<[string, World]>([
  ['a filled cell is active', { active: { ...AT, value: 'mine' } }],
  ['a cell with a formula that shows nothing is active', { active: { ...AT, formula: '=A1' } }],
  ['a chart is selected', { active: 'object' }],
  ['a cell below the active one is filled', { filled: 3 }],
])('where %s, all rows go to a new sheet', async (_name, world) => {
  const { host, insertions } = hostWith(world);
  expect(await insertRows(host, 'My list', rows(6))).toEqual({ is: 'done', at: ADDED, typed: [] });
  expect(insertions.map(({ sheet, row }) => [sheet, row])).toEqual([['added-1', 0]]);
});

test('rows for a new sheet go there, whatever cell is active', async () => {
  const { host, insertions, widths } = hostWith();
  expect(await insertRowsOnSheet(host, 'My list', rows(2))).toEqual({ is: 'done', at: ADDED, typed: [] });
  expect(insertions.map(({ sheet }) => sheet)).toEqual(['added-1']);
  // Domains are longer than a column of a new sheet.
  expect(widths).toEqual([[26]]);
});

test('a cell that was filled meanwhile stops it there, and the number of rows is told', async () => {
  const { host, insertions } = hostWith({ filled: 5_000, on: 'added-1' });
  expect(await insertRowsOnSheet(host, 'My list', rows(6_000))).toEqual({
    is: 'stopped',
    rows: 4_000,
    sentence: 'Nothing was inserted: My list!B5001 holds “mine”. Select an empty cell with room, then insert again.',
  });
  expect(insertions.length).toBe(2);
});

test.each<[string, (grid: MemoryGrid) => void]>([
  ['a column inserted before them', ({ rows: lines }) => lines.forEach((line) => line.unshift({ value: '' }))],
  ['a row inserted among them', ({ rows: lines }) => lines.splice(700, 0, [])],
  ['a row deleted above the last', ({ rows: lines }) => lines.splice(700, 1)],
])('after %s no more rows are entered beside the others', async (_name, onInserted) => {
  const { host, insertions } = hostWith({ onInserted });
  expect(await insertRowsOnSheet(host, 'My list', rows(4_500))).toEqual({
    is: 'stopped',
    rows: 2_000,
    sentence: 'The column "m0" was renamed, or its cells were moved. Undo that change, then retry.',
  });
  expect(insertions.length).toBe(1);
});

test('a formula goes to the active cell if all that it answers has room there, or else to a new sheet', async () => {
  const { host, insertions } = hostWith({ filled: 3 });
  const insert = (count: number) => insertFormula(host, 'My list', '=TRACE_LIST("lst_1")', { rows: count, columns: 3 });
  expect(await insert(3)).toEqual({ is: 'done', at: AT, typed: [] });
  expect(await insert(26)).toEqual({ is: 'done', at: ADDED, typed: [] });
  expect(insertions.map(({ sheet, content }) => [sheet, content])).toEqual([
    ['sheet-1', { formula: '=TRACE_LIST("lst_1")' }],
    ['added-1', { formula: '=TRACE_LIST("lst_1")' }],
  ]);
});
