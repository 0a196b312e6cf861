import { COUNT_FIELDS } from '../catalogue/fields';
import { COUNT_FORMAT, type GridCell } from './sheet/cell-values';
import type { Choice } from './plan/column-spec';
import type { Target } from './plan/plan';

/** The number format of a cell without one of its own, in every host. */
export const GENERAL = 'General';

/** The formats that hosts set for counts and dates. */
const GIVEN: ReadonlySet<string> = new Set([COUNT_FORMAT, 'yyyy-mm-dd']);

/** The format of a cell whose answer is removed: its own, unless it came with the answer. */
export function withoutGiven(format: string | undefined): string {
  return format === undefined || GIVEN.has(format) ? GENERAL : format;
}

/** Whether a cell has no number format of its own. @param format `''`: unknown */
export const isGeneral = (format: string): boolean => format === '' || format === GENERAL;

/** Whether its numbers are shown with separators: counts in new columns, but not a year or an id. */
export function isCounted(choice: Choice, { isNew }: Pick<Target, 'isNew'>): boolean {
  return isNew && 'field' in choice && COUNT_FIELDS.has(choice.field);
}

/** @param present the cell's current number format; one of its own stays */
export function withCountFormat(cell: GridCell | null, present: string): GridCell | null {
  return cell?.kind === 'number' && isGeneral(present) ? { ...cell, format: COUNT_FORMAT } : cell;
}
