import type { ColumnRead, GridCell, GridValue, SheetPort } from '../../shared/ports';
import type { Planned } from '../bulk-run';

/** The same sizes as an enrichment uses. */
const CELLS_AT_ONCE = 50_000;
const BLOCK = 1_000;
const CELL: GridCell = { kind: 'text', text: 'written', isLiteral: false };

/** Reads the input and the columns of an enrichment, and writes the columns, in as many calls as the enrichment. */
export async function readAndWrite(
  ports: { readonly sheet: SheetPort },
  { sheet, input, targets, selected }: Planned['planned'],
): Promise<void> {
  const columns = targets.map(({ column }) => column);
  const all = [input.column, ...columns];
  const rows = selected[selected.length - 1]!.row + 1;
  const most = Math.floor(CELLS_AT_ONCE / all.length);
  const values = all.map((): GridValue[] => []);
  for (let row = 0; row < rows; row += most) {
    const part = { sheet: sheet.id, row, rows: Math.min(most, rows - row), columns: all, withFormats: true };
    const read: readonly ColumnRead[] = (await ports.sheet.read(part)).columns;
    for (const [at, column] of read.entries()) for (const value of column.values) values[at]!.push(value);
  }
  const [inputs, ...own] = values;
  for (let from = 0; from < selected.length; from += BLOCK) {
    const block = selected.slice(from, from + BLOCK).map(({ row }) => row);
    const { moved } = await ports.sheet.write({
      sheet: sheet.id,
      rows: block,
      columns,
      cells: block.map(() => columns.map(() => CELL)),
      guard: {
        input: { column: input.column, values: block.map((row): GridValue => inputs![row]!) },
        before: block.map((row) => own.map((column): GridValue => column[row]!)),
        sheetRows: null,
        header: null,
      },
    });
    if (moved.length > 0) throw new Error('rows have moved');
  }
}
