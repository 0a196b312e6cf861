import { excelApi, type ExcelContext } from './excel-api';

/** The number of 2 January 1904 in the usual date system. */
const SERIAL_1904 = 1_463;

/** Functions and panel are two scripts of one page, which belongs to one workbook. */
const SHIFT = Symbol.for('trace.dateShift');
const page = globalThis as { [SHIFT]?: number };

/** How many days later the workbook starts counting: 0, or 1,462 where it counts from 1904; `undefined`: not known yet. */
export function dateShift(): number | undefined {
  return page[SHIFT];
}

/** @internal the tests of cells set it where no Excel answers */
export function noteDateShift(days: number): void {
  page[SHIFT] = days;
}

/**
 * Excel's API only reveals it by its own DATE:
 * https://learn.microsoft.com/javascript/api/excel/excel.functions#excel-excel-functions-date-member(1). Until Excel has
 * answered, the usual system is assumed.
 */
export async function readDateShift(context: ExcelContext): Promise<number> {
  try {
    if (dateShift() === undefined) {
      const day = context.workbook.functions.date(1904, 1, 2);
      day.load('value');
      await context.sync();
      noteDateShift(day.value === 1 ? SERIAL_1904 - 1 : 0);
    }
  } catch {
    // The next one asks again.
  }
  return dateShift() ?? 0;
}

/** Asks once, for the functions: until then they show days as text. No cell is read. */
export async function learnDateShift(): Promise<void> {
  await excelApi()
    ?.run({ delayForCellEdit: true }, readDateShift)
    .catch(() => undefined);
}
