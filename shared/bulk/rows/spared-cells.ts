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

/**
 * Whether a cell that the run has not written may have held the answer before. Of a row that a limit has cut, or whose answer
 * has failed in part, other cells may have. Nothing is known of rows outside of the plan, except in a new column.
 */
function mayHaveHeld(row: AnyRow, { mode, targets }: Pick<Head, 'mode' | 'targets'>, target: number): boolean {
  if (intentOf(row, target) !== null) return false;
  if (row.index < 0) return !targets[target]!.isNew;
  const outcome = row.state === undefined ? null : lastOf({ state: row.state });
  const isPart = outcome?.is === 'cut' || (outcome?.is === 'failed' && outcome.by === 'answer');
  return isPart || wasFilled(row, mode);
}

/**
 * Whether one of several rows of the same input is gone, and the cell of any may have held the answer by itself, whatever it shows
 * now. Only their order tells them apart, so it may as well be another one that was deleted. In a column that was there before,
 * nobody knows of a row that the run has not come to, or could not write.
 */
export function isSpareGone(rows: readonly AnyRow[], head: Pick<Head, 'mode' | 'targets'>, target: number): boolean {
  const isSpare = (row: AnyRow): boolean =>
    mayHaveHeld(row, head, target) || (intentOf(row, target) === null && !head.targets[target]!.isNew);
  return rows.some(({ row }) => row < 0) && rows.some(isSpare);
}

/**
 * What cells show now that held the answer before, or may have: where that is what another row of the same input held, the two
 * may have changed places before that one was written.
 *
 * @param firstRow of the reading
 * @returns digests
 */
export function shownInstead(
  rows: readonly AnyRow[],
  head: Pick<Head, 'mode' | 'targets'>,
  target: number,
  { values, formulas, merged }: ColumnRead,
  firstRow: number,
): ReadonlySet<string> {
  const others = rows.filter((row) => {
    const offset = row.row - firstRow;
    // Nothing that the run could have written was ever in such a cell.
    if (row.row < 0 || formulas.has(offset) || merged.has(offset)) return false;
    return mayHaveHeld(row, head, target);
  });
  return new Set(others.map(({ row }) => digestOf(values[row - firstRow] ?? '')));
}

/** What the cell held before the run. */
export function digestBefore({ before }: Intent): string {
  return digestOf(before?.value ?? '');
}
