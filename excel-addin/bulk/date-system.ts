import type { GridValue } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';

/** The number of 2 January 1904 in the usual date system. */
const SERIAL_1904 = 1_463;

let known: number | null = null;

/**
 * How many days later the workbook starts counting: 0, or 1,462 where it counts from 1904. Excel's API only reveals it
 * by its own DATE:
 * https://learn.microsoft.com/javascript/api/excel/excel.functions#excel-excel-functions-date-member(1). Known for the
 * page, which belongs to one workbook, once Excel has answered; until then the usual system is assumed.
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

/** A cell's number in the usual date system, which the rest of the program uses. */
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
