import type { Freezing } from '../../../shared/panel/bulk-host';
import { BulkWorld } from './bulk-world';
import { FakeSheet, type FakeCell } from './sheet';

export const cell = (shown: unknown): FakeCell => ({ shown });
export const calls = (formula: string, shown: unknown): FakeCell => ({ shown, formula });
export const company = (row: number, shown: unknown, field = 'country'): FakeCell =>
  calls(`=TRACE_COMPANY(A${row},"${field}")`, shown);

/** Without a key, so that nobody is asked about what formulas cost that come back. */
export function open(...rows: readonly (readonly FakeCell[])[]): { world: BulkWorld; freezing: Freezing } {
  const world = new BulkWorld(new FakeSheet(rows), 'http://127.0.0.1:9');
  world.storage.removeItem('trace.apiKey');
  return { world, freezing: world.host.freezing! };
}

export const select = (world: BulkWorld, row: number, column: number, rowCount = 1, columnCount = 1): void => {
  world.workbook.selection = { sheetId: 'sheet-1', areas: [{ row, column, rowCount, columnCount }] };
};
export const formulasOf = (sheet: FakeSheet): Record<string, string> =>
  Object.fromEntries(
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap(({ formula }, column) =>
        formula === undefined ? [] : [[`${'ABCDEFG'[column]!}${row + 1}`, formula]],
      ),
    ),
  );
export const shownAt = (sheet: FakeSheet, row: number, column: number): unknown =>
  sheet.rows[row]?.[column]?.shown ?? '';
