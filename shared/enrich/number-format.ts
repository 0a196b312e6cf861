import { COUNT_FORMAT, type GridCell } from './sheet/cell-values';
import type { Choice } from './plan/column-spec';
import type { Target } from './plan/plan';

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

const COUNTS: ReadonlySet<string> = new Set(['employee_count', 'technology_count', 'partnership_count', 'count']);

/** Whether its numbers are written with separators: counts in new columns. A year and an id are not. */
export function isCounted(choice: Choice, { isNew }: Pick<Target, 'isNew'>): boolean {
  return isNew && 'field' in choice && COUNTS.has(choice.field);
}

/** @param present the cell's number format now; one of its own stays */
export function withCountFormat(cell: GridCell | null, present: string): GridCell | null {
  return cell?.kind === 'number' && isGeneral(present) ? { ...cell, format: COUNT_FORMAT } : cell;
}
