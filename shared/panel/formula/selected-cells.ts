import type { SelectedColumn } from '../../enrich/plan/selection';
import { columnName } from '../bulk/bulk-text';

/** Cells that a person has selected, as a formula names them. */
export interface SelectedCells {
  /** Such as `A2:A27`, without its sheet. */
  readonly reference: string;
  readonly sheet: string;
  readonly sheetName: string;
}

/** The rows of a selected column, without its title, to the last that is filled. */
export function toSelectedCells({ area, sheetName, column, triage }: SelectedColumn): SelectedCells | null {
  const filled = triage.rows.filter(({ input }) => input.is !== 'blank').map(({ row }) => row);
  const [first] = filled;
  const last = filled[filled.length - 1];
  if (first === undefined || last === undefined) return null;
  const name = columnName(column);
  const reference = first === last ? `${name}${first + 1}` : `${name}${first + 1}:${name}${last + 1}`;
  return { reference, sheet: area.sheet, sheetName };
}
