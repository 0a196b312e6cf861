import type { Head } from '../journal/head';
import { digestBefore, intentOf, isSpareGone, shownInstead, wasFilled, type AnyRow } from '../rows/spared-cells';
import { digestsOf, heldBefore } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import type { ColumnRead } from '../sheet/ports';
import { groupBy } from '../sheet/row-anchors';

/** Rows with the same input, where there are several. */
export function alikeOf(rows: readonly AnyRow[]): (readonly AnyRow[])[] {
  return [...groupBy(rows, ({ text }) => text).values()].filter(({ length }) => length > 1);
}

/**
 * Rows with the same input that may have changed places unseen: their cells in a target held different things before, or
 * one of them may have held what the run wrote, or was not written by the run and shows the same answer, or is blank although
 * it held something, or shows what another one held whose write nobody has seen, or is gone although it may have held the
 * answer.
 *
 * @param groups from {@link alikeOf}
 */
export function unclearOf(
  head: Head,
  groups: readonly (readonly AnyRow[])[],
  target: number,
  read: ColumnRead,
): ReadonlySet<number> {
  const { values, formulas, merged } = read;
  const unclear = groups.map((group) => {
    const written = group.filter((row) => intentOf(row, target) !== null);
    const intents = written.map((row) => intentOf(row, target)!);
    const digests = new Set(intents.flatMap(digestsOf));
    const unseen = written.filter(mayBeUnwritten).map((row) => intentOf(row, target)!);
    const shown = unseen.length === 0 ? new Set() : shownInstead(group, head, target, read, 0);
    const isAlike = (row: AnyRow): boolean => {
      if (intentOf(row, target) !== null || formulas.has(row.row)) return false;
      const value = values[row.row] ?? '';
      return digests.has(digestOf(value)) || (value === '' && !merged.has(row.row) && wasFilled(row, head.mode));
    };
    const befores = new Set(intents.map(({ before }) => JSON.stringify(before)));
    const mayBeOwners = intents.some(heldBefore) || unseen.some((intent) => shown.has(digestBefore(intent)));
    const isMixed = befores.size > 1 || mayBeOwners || group.some(isAlike);
    return isMixed || isSpareGone(group, head, target) ? written.map(({ index }) => index) : [];
  });
  return new Set(unclear.flat());
}

/** A row without a place keeps what the run was about to write when it was cut off. */
function mayBeUnwritten({ state }: AnyRow): boolean {
  return state?.is === 'answered' || state?.is === 'unplaced';
}
