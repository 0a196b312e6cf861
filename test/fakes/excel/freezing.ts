import { readAccount } from '../../../excel-addin/stored/account';
import { answersOf, pageAnswers } from '../../../excel-addin/functions/answer-store';
import { toStored } from '../../../shared/lookup/cache';
import { storeKey } from '../../../shared/runs';
import type { ExcelGlobal } from '../../../workbook/office/excel-api';
import type { Freezing } from '../../../shared/panel/bulk-host';
import { BulkWorld } from './bulk-world';
import { FakeSheet, type FakeCell } from './sheet';

export const cell = (shown: unknown): FakeCell => ({ shown });
export const calls = (formula: string, shown: unknown): FakeCell => ({ shown, formula });
export const company = (row: number, shown: unknown, field = 'country'): FakeCell =>
  calls(`=TRACE_COMPANY(A${row},"${field}")`, shown);

/** With a key. `restore` agrees to the price by itself. */
export function open(...rows: readonly (readonly FakeCell[])[]): { world: BulkWorld; freezing: Freezing } {
  const world = new BulkWorld(new FakeSheet(rows), 'http://127.0.0.1:9', { version: '16' });
  const freezing = world.host.freezing!;
  const restore: Freezing['restore'] = async (agreed) => {
    const done = await freezing.restore(agreed);
    return typeof done === 'string' ? done : freezing.restore(done);
  };
  return { world, freezing: { ...freezing, restore } };
}

/** With a saved answer for each domain of the first column. */
export async function openSaved(...rows: readonly (readonly FakeCell[])[]): Promise<ReturnType<typeof open>> {
  const opened = open(...rows);
  const { id } = readAccount()!;
  const outcome = { is: 'notTracked', asOfMs: Date.now() } as const;
  const entries = rows.map(([first]): readonly [string, string] => {
    const domain = String(first?.shown);
    return [storeKey(id, 'company', domain), toStored(domain, outcome)!];
  });
  await answersOf(pageAnswers()).cachePut({ entries: new Map(entries), keepForSeconds: 3_600 });
  return opened;
}

export const select = (world: BulkWorld, row: number, column: number, rowCount = 1, columnCount = 1): void => {
  world.workbook.selection = { sheetId: world.sheet.id, areas: [{ row, column, rowCount, columnCount }] };
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

/** Calls back each time cells are about to be written, after their last check. */
export function beforeWrites(act: (count: number) => void): void {
  const { Excel } = globalThis as unknown as { readonly Excel: ExcelGlobal };
  const run = Excel.run.bind(Excel);
  let count = 0;
  Excel.run = (options, work) =>
    run(options, (context) => {
      const { application } = context.workbook;
      const suspend = application.suspendApiCalculationUntilNextSync.bind(application);
      application.suspendApiCalculationUntilNextSync = () => {
        act((count += 1));
        suspend();
      };
      return work(context);
    });
}

/** Calls back each time a request is about to be sent. @returns the number of requests so far */
export function beforeRequests(act: (count: number) => void): () => number {
  const { Excel } = globalThis as unknown as { readonly Excel: ExcelGlobal };
  const run = Excel.run.bind(Excel);
  let count = 0;
  Excel.run = (options, work) =>
    run(options, (context) => {
      const sync = context.sync.bind(context);
      context.sync = () => {
        act((count += 1));
        return sync();
      };
      return work(context);
    });
  return () => count;
}

/** Types as a user does: a table disappears if something is entered into it. */
export const type = (sheet: FakeSheet, row: number, column: number, value: string | number): void =>
  sheet.writeValues({ row, column, rowCount: 1, columnCount: 1 }, [[{ is: 'value', value }]]);
