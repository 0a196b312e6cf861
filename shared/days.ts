/** A day in milliseconds. Days are UTC days in all hosts. */
export const DAY_MS = 86_400_000;

/**
 * The serial number of 1 January 1970 in spreadsheets:
 * https://learn.microsoft.com/office/troubleshoot/excel/1900-and-1904-date-system.
 */
const SERIAL_OF_1970 = 25_569;

/**
 * The number that a spreadsheet stores for a date.
 * @param day a date such as `2026-06-01`
 */
export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS + SERIAL_OF_1970;
}

/** The date, such as `2026-06-01`, that a spreadsheet stores as a number. Throws if no calendar has such a date. */
export function dayOfSerial(serial: number): string {
  return new Date((serial - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** A company that is paid for costs nothing more for this many days: https://docs.tracedata.ai/credits/. */
export const FREE_FOR_DAYS = 30;
export const FREE_FOR_MS = FREE_FOR_DAYS * DAY_MS;
