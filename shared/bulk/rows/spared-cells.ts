import { digestOf } from '../sheet/cell-values';
import type { Intent } from '../sheet/cell-decision';
import type { Head } from '../journal/head';
import type { ColumnRead } from '../sheet/ports';
import type { Anchor } from '../sheet/row-anchors';
import { lastOf, type RowRecord } from './row-record';

/** A row of the plan, or one that the run may not touch. */
export type AnyRow = Anchor & Partial<Pick<RowRecord, 'cells' | 'state'>>;

/** What the run wrote, or meant to write, into a row's cell. */
export function intentOf({ cells = [] }: AnyRow, target: number): Intent | null {
  return cells[target] ?? null;
}

/** Whether a cell that the run has not written held something: the answer already, or what the run was to spare. */
export function wasFilled({ state }: AnyRow, mode: Head['mode']): boolean {
  const outcome = state === undefined ? null : lastOf({ state });
  return outcome?.is === 'written' || (mode === 'onlyEmpty' && outcome?.is === 'skipped' && outcome.why === 'filled');
}

/** Of a row that a limit has cut, or whose answer has failed in part, other cells may have held their answers. */
function mayHaveHeld(row: AnyRow, mode: Head['mode']): boolean {
  const outcome = row.state === undefined ? null : lastOf({ state: row.state });
  const isPart = outcome?.is === 'cut' || (outcome?.is === 'failed' && outcome.by === 'answer');
  return isPart || wasFilled(row, mode);
}

/**
 * What cells show now that held the answer before, or may have: where that is what another row of the same input held, the two
 * may have changed places before that one was written. Nothing is known of rows outside of the plan, except in a new column.
 *
 * @param firstRow of the reading
 * @returns digests
 */
export function shownInstead(
  rows: readonly AnyRow[],
  { mode, targets }: Pick<Head, 'mode' | 'targets'>,
  target: number,
  { values, formulas, merged }: ColumnRead,
  firstRow: number,
): ReadonlySet<string> {
  const isNew = targets[target]!.isNew;
  const others = rows.filter((row) => {
    const offset = row.row - firstRow;
    // Nothing that the run could have written was ever in such a cell.
    if (intentOf(row, target) !== null || formulas.has(offset) || merged.has(offset)) return false;
    return row.index < 0 ? !isNew : mayHaveHeld(row, mode);
  });
  return new Set(others.map(({ row }) => digestOf(values[row - firstRow] ?? '')));
}

/** What the cell held before the run. */
export function digestBefore({ before }: Intent): string {
  return digestOf(before?.value ?? '');
}
