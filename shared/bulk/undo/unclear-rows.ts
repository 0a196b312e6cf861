import type { Journal } from '../journal/journal';
import { lastOf, type RowRecord } from '../rows/row-record';
import { digestsOf, heldBefore } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import type { ColumnRead } from '../sheet/ports';
import { groupBy, type Anchor } from '../sheet/row-anchors';

/**
 * Rows with the same input that may have changed places unseen: their cells in a target held different things before, or
 * one of them may have held what the run wrote, or was not written by the run and shows the same answer, or is blank although
 * it held something.
 */
export function unclearOf(
  { head, rows, outsiders }: Journal,
  target: number,
  { values, formulas }: ColumnRead,
): ReadonlySet<number> {
  const groups = [
    ...groupBy<Anchor & Partial<RowRecord>, string>([...rows, ...outsiders], ({ text }) => text).values(),
  ];
  const before = ({ cells }: Partial<RowRecord>): string => JSON.stringify(cells![target]!.before);
  const unclear = groups.map((group) => {
    if (group.length === 1) return [];
    const isOfRun = ({ cells = [] }: Partial<RowRecord>): boolean => (cells[target] ?? null) !== null;
    const written = group.filter(isOfRun);
    const digests = new Set(written.flatMap(({ cells }) => digestsOf(cells![target])));
    const isAlike = (anchor: Anchor & Partial<RowRecord>): boolean => {
      if (isOfRun(anchor) || formulas.has(anchor.row)) return false;
      const value = values[anchor.row] ?? '';
      return digests.has(digestOf(value)) || (value === '' && wasFilled(anchor, head.mode));
    };
    const mayBeOwners = ({ cells }: Partial<RowRecord>): boolean => heldBefore(cells![target]!);
    const isUnclear = new Set(written.map(before)).size > 1 || written.some(mayBeOwners) || group.some(isAlike);
    return isUnclear ? written.map(indexOf) : [];
  });
  return new Set(unclear.flat());
}

/** Whether a cell that the run has not written held something: the answer already, or what the run was to spare. */
function wasFilled({ index, state }: Anchor & Partial<RowRecord>, mode: Journal['head']['mode']): boolean {
  const outcome = state === undefined ? null : lastOf({ state });
  if (outcome?.is === 'written') return true;
  return mode === 'onlyEmpty' && (index < 0 || (outcome?.is === 'skipped' && outcome.why === 'filled'));
}

const indexOf = ({ index }: Anchor): number => index;
