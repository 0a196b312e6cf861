import { COUNT_FORMAT } from './cell-values';

/** The number format of a cell that has none of its own, in every host. */
const GENERAL = 'General';

/** What every host gives to cells with counts, dates, and texts that look like something else. */
const GIVEN: ReadonlySet<string> = new Set([COUNT_FORMAT, 'yyyy-mm-dd', '@']);

/** The format of a cell whose answer is taken back: its own, unless it came with the answer. */
export function withoutGiven(format: string | undefined): string {
  return format === undefined || GIVEN.has(format) ? GENERAL : format;
}

/** Whether a cell has no number format of its own. @param format `''`: not told */
export const isGeneral = (format: string): boolean => format === '' || format === GENERAL;
