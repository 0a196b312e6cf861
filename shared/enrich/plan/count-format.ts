import type { Choice } from './column-spec';
import type { Target } from './plan';
import { isGeneral } from '../sheet/number-format';
import { COUNT_FORMAT, type GridCell } from '../sheet/cell-values';

const COUNTS: ReadonlySet<string> = new Set(['employee_count', 'technology_count', 'partnership_count', 'count']);

/** Whether its numbers are written with separators: counts in new columns. A year and an id are not. */
export function isCounted(choice: Choice, { isNew }: Pick<Target, 'isNew'>): boolean {
  return isNew && 'field' in choice && COUNTS.has(choice.field);
}

/** @param present the cell's number format now; one of its own stays */
export function withCountFormat(cell: GridCell | null, present: string): GridCell | null {
  return cell?.kind === 'number' && isGeneral(present) ? { ...cell, format: COUNT_FORMAT } : cell;
}
