import type { GridValue } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';

/** What 2 January 1904 is in the date system that nearly all workbooks have. */
const SERIAL_1904 = 1_463;

let known: number | null = null;

/**
 * How many days later the workbook begins to count: 0, or 1,462 where it counts from 1904. Excel's API tells it only by
 * its own DATE: https://learn.microsoft.com/javascript/api/excel/excel.functions#excel-excel-functions-date-member(1).
 * Known for a page, which is one workbook's, once Excel has answered; as long as it does not, the usual system is assumed.
 */
export async function readDateShift(context: ExcelContext): Promise<number> {
  if (known !== null) return known;
  try {
    const day = context.workbook.functions.date(1904, 1, 2);
    day.load('value');
    await context.sync();
    known = day.value === 1 ? SERIAL_1904 - 1 : 0;
    return known;
  } catch {
    return 0;
  }
}

/** A number that a cell holds, counted as everywhere else in the program. */
export function fromCell(value: GridValue, format: unknown, shift: number): GridValue {
  return shift !== 0 && typeof value === 'number' && isDateFormat(format) ? value + shift : value;
}

export function toCell(value: GridValue, format: unknown, shift: number): GridValue {
  return fromCell(value, format, -shift);
}

/** Whether numbers are shown as dates or times. Source: https://support.microsoft.com/office/number-format-codes. */
export function isDateFormat(format: unknown): boolean {
  return typeof format === 'string' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
}
