import type { TypedColumn } from '../../../enrich/sheet/run-events';
import { valueOf, type GridCell } from '../../../enrich/sheet/cell-values';
import { say } from '../../../errors/say';
import { TraceError } from '../../../errors/trace-error';
import type { BulkHost, Insertion } from '../../bulk-host';
import { addSheet, isBlank, type InsertPlace, toObstacleText } from './insertion';

/** So many rows go to the sheet in one message. */
export const ROWS_AT_ONCE = 2_000;

export type Placed =
  | { readonly is: 'done'; readonly at: InsertPlace; readonly typed: readonly TypedColumn[] }
  /** Only the first rows were entered: what stopped it, as a sentence. */
  | { readonly is: 'stopped'; readonly rows: number; readonly sentence: string };

/**
 * Inserts rows at the active cell if it is empty and has room, or else on a new sheet, where more rows go than one
 * message takes. Throws what the host throws.
 */
export async function insertRows(
  host: BulkHost,
  title: string,
  rows: readonly (readonly GridCell[])[],
): Promise<Placed> {
  if (rows.length > ROWS_AT_ONCE) return insertRowsOnSheet(host, title, rows);
  return atCellOrOnSheet(host, title, (at) => insertRowsAt(host, at, rows));
}

/** Inserts rows on a new sheet. Throws what the host throws. */
export async function insertRowsOnSheet(
  host: BulkHost,
  title: string,
  rows: readonly (readonly GridCell[])[],
): Promise<Placed> {
  return insertRowsAt(host, await addSheet(host, title), rows);
}

/** Enters a formula at the active cell if its answer has room there, or else on a new sheet. */
export async function insertFormula(
  host: BulkHost,
  title: string,
  formula: string,
  size: Pick<Insertion, 'rows' | 'columns'>,
): Promise<Placed> {
  return atCellOrOnSheet(host, title, async (at) => {
    const { sheet, row, column } = at;
    const inserted = await host.insertAt({ sheet, row, column, ...size, content: { formula } });
    if (inserted.is === 'done') return { is: 'done', at, typed: [] };
    return { is: 'stopped', rows: 0, sentence: toObstacleText(at, inserted) };
  });
}

async function atCellOrOnSheet(
  host: BulkHost,
  title: string,
  insertAt: (at: InsertPlace) => Promise<Placed>,
): Promise<Placed> {
  const cell = await host.activeCell();
  if (cell !== 'object' && isBlank(cell)) {
    const placed = await insertAt(cell);
    if (placed.is === 'done') return placed;
  }
  return insertAt(await addSheet(host, title));
}

async function insertRowsAt(host: BulkHost, at: InsertPlace, rows: readonly (readonly GridCell[])[]): Promise<Placed> {
  const columns = rows[0]?.length ?? 1;
  const typed = new Map<string, TypedColumn>();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const cells = rows.slice(start, start + ROWS_AT_ONCE);
    if (start > 0 && !(await areInPlace(host, at, rows, start))) {
      const [first] = rows[0]!;
      const column = first?.kind === 'text' ? first.text : '';
      const moved = new TraceError('columnsGone', { column, is: 'changed' });
      return { is: 'stopped', rows: start, sentence: say(moved, 'run') };
    }
    const place = { sheet: at.sheet, row: at.row + start, column: at.column };
    const inserted = await host.insertAt({ ...place, rows: cells.length, columns, content: { cells } });
    if (inserted.is === 'inTheWay') {
      return { is: 'stopped', rows: start, sentence: toObstacleText(at, inserted) };
    }
    for (const each of inserted.typed ?? []) typed.set(JSON.stringify(each), each);
  }
  return { is: 'done', at, typed: [...typed.values()] };
}

/** Whether the rows are still where they were entered: people may insert rows and columns between two messages. */
async function areInPlace(
  { ports }: BulkHost,
  { sheet, row, column }: InsertPlace,
  rows: readonly (readonly GridCell[])[],
  entered: number,
): Promise<boolean> {
  for (const at of [0, entered - 1]) {
    const cell = rows[at]?.[0];
    const area = { sheet, row: row + at, rows: 1, columns: [column], withFormats: false };
    const { columns } = await ports.sheet.read(area);
    if (cell?.kind === 'text' && columns[0]?.values[0] !== valueOf(cell)) return false;
  }
  return true;
}
