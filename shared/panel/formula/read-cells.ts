import type { BulkHost } from '../bulk-host';
import { readReference } from './cell-reference';
import type { CellValues } from './draft-look';

/** More rows than a formula accepts. */
const MOST_ROWS = 50_001;

/**
 * The values that a reference names, from the used part of its sheet; `null`: they cannot be read from here. Reading them is
 * free. Throws what the host throws.
 *
 * @param home the sheet of references that name none
 */
export async function readCells(
  { ports: { sheet: port } }: Pick<BulkHost, 'ports'>,
  reference: string,
  home: { readonly sheet: string; readonly sheetName: string },
): Promise<CellValues> {
  const range = readReference(reference);
  if (range === null) return null;
  const isHome = range.sheet === undefined || range.sheet.toLowerCase() === home.sheetName.toLowerCase();
  if (!isHome) return null;
  const info = await port.info(home.sheet);
  if (info === null) return null;
  const rows = Math.min(range.rows, MOST_ROWS, Math.max(1, info.rows - range.row + 1));
  const columns = Array.from({ length: range.columns }, (_column, at) => range.column - 1 + at);
  const used = columns.filter((column) => column < info.columns);
  if (range.row > info.rows || used.length === 0) return [columns.map(() => '')];
  const block = await port.read({ sheet: home.sheet, row: range.row - 1, rows, columns: used, withFormats: false });
  return Array.from({ length: rows }, (_row, at) =>
    columns.map((_column, index) => block.columns[index]?.values[at] ?? ''),
  );
}
