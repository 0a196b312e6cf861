import type { BulkHost, Insertion } from '../../../../shared/panel/bulk-host';
import { insertFormula, insertRows } from '../../../../shared/panel/lists/insert-members';
import { valueOf } from '../../../../shared/enrich/sheet/cell-values';
import { MemoryGrid } from '../../../fakes/memory-grid';

const AT = { sheet: 'sheet-1', sheetName: 'Leads', row: 0, column: 1, value: '', formula: '' };
const rows = (count: number) =>
  Array.from({ length: count }, (_row, at) => [{ kind: 'text' as const, text: `m${at}`, isLiteral: false }]);

/** A host over a sheet in memory. @param filled a cell of column B that is in use, from 0; -1: none */
function hostWith(filled: number, isLate = false, onInserted: (grid: MemoryGrid) => void = () => undefined) {
  const grid = new MemoryGrid([['Domain']]);
  const insertions: Insertion[] = [];
  if (filled >= 0 && !isLate) grid.at(filled, 1).value = 'mine';
  const host = {
    ports: { sheet: grid.sheet },
    activeCell: async () => AT,
    async insertAt(insertion: Insertion) {
      const isHit = filled >= insertion.row && filled < insertion.row + insertion.rows;
      if (isHit) return { is: 'inTheWay', row: filled, column: 1, value: 'mine', cells: 1 };
      insertions.push(insertion);
      const { row, column, content } = insertion;
      const cells = 'cells' in content ? content.cells : [];
      cells.forEach((line, at) => (grid.at(row + at, column).value = valueOf(line[0]!)));
      onInserted(grid);
      return { is: 'done' };
    },
  } as unknown as BulkHost;
  return { host, insertions };
}

const IN_THE_WAY =
  'B5001 contains “mine”. Nothing is overwritten: select a cell with enough blank cells below and to the right.';

test('many rows go to the sheet in several messages, one below the other', async () => {
  const { host, insertions } = hostWith(-1);
  expect(await insertRows(host, rows(4_500))).toEqual({ is: 'done', at: AT, typed: [] });
  expect(insertions.map(({ row, rows: count, columns }) => [row, count, columns])).toEqual([
    [0, 2_000, 1],
    [2_000, 2_000, 1],
    [4_000, 500, 1],
  ]);
});

test('a cell in the way of the last message keeps the first from being sent', async () => {
  const { host, insertions } = hostWith(5_000);
  expect(await insertRows(host, rows(6_000))).toEqual({ is: 'stopped', rows: 0, sentence: IN_THE_WAY });
  expect(insertions).toEqual([]);
});

test('a cell that was filled meanwhile stops it there, and it is said how many rows there are', async () => {
  const { host, insertions } = hostWith(5_000, true);
  expect(await insertRows(host, rows(6_000))).toEqual({ is: 'stopped', rows: 4_000, sentence: IN_THE_WAY });
  expect(insertions.length).toBe(2);
});

test.each<[string, (grid: MemoryGrid) => void]>([
  ['a column inserted before them', ({ rows: lines }) => lines.forEach((line) => line.unshift({ value: '' }))],
  ['a row inserted among them', ({ rows: lines }) => lines.splice(700, 0, [])],
  ['a row deleted above the last', ({ rows: lines }) => lines.splice(700, 1)],
])('after %s no more rows are entered beside the others', async (_name, change) => {
  const { host, insertions } = hostWith(-1, false, change);
  expect(await insertRows(host, rows(4_500))).toEqual({
    is: 'stopped',
    rows: 2_000,
    sentence: 'The column "m0" was renamed, or its cells were moved. Undo that change, then try again.',
  });
  expect(insertions.length).toBe(1);
});

test('a formula needs room for all that it answers', async () => {
  const { host, insertions } = hostWith(3);
  expect(await insertFormula(host, '=TRACE_LIST("lst_1")', 26, 3)).toMatchObject({ is: 'stopped', rows: 0 });
  expect(await insertFormula(host, '=TRACE_LIST("lst_1")', 3, 3)).toEqual({ is: 'done', at: AT, typed: [] });
  expect(insertions.map(({ content }) => content)).toEqual([{ formula: '=TRACE_LIST("lst_1")' }]);
});

test('on a chart there is no cell to insert at', async () => {
  const host = { activeCell: async () => 'object' } as unknown as BulkHost;
  await expect(insertRows(host, rows(1))).rejects.toMatchObject({ code: 'selectionEmpty' });
});
