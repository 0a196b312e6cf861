/** A day in milliseconds. Days are days of UTC in all hosts. */
export const DAY_MS = 86_400_000;

/** 1 January 1970, as spreadsheets count days: https://learn.microsoft.com/office/troubleshoot/excel/1900-and-1904-date-system. */
const SERIAL_OF_1970 = 25_569;

/**
 * The number that a spreadsheet stores for a day.
 * @param day as `2026-06-01`
 */
export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS + SERIAL_OF_1970;
}

/** The day, as `2026-06-01`, that a spreadsheet stores as a number. Throws where no calendar has such a day. */
export function dayOfSerial(serial: number): string {
  return new Date((serial - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** A company that was paid for costs no further credit for so many days: https://docs.tracedata.ai/credits/. */
export const FREE_FOR_DAYS = 30;
export const FREE_FOR_MS = FREE_FOR_DAYS * DAY_MS;
