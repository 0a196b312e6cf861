import { isWritten, type RowRecord } from '../rows/row-record';
import { digestBefore, isSpareGone, shownInstead, type AnyRow } from '../rows/spared-cells';
import type { Intent } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import { groupBy } from '../sheet/row-anchors';
import type { TakenBlock } from './read-block';
import { readTargets } from './read-targets';
import type { RunState } from './run-state';

/**
 * Rows with the same input may have been sorted while the run was cut off, and only their order tells them apart. If one of
 * them had the answer already, and its cell shows now what another one held, the answer beside that one may be the owner's: its
 * write was perhaps never made. The same goes where one that may have had it is gone. Notes that it may have been there before,
 * so that an undo asks.
 */
export async function noteMixedRows(state: RunState, taken: TakenBlock): Promise<void> {
  const unsure = taken.rows.filter((record) => mayBeUnwritten(record) && state.queue.isShared(record));
  if (unsure.length === 0) return;
  const texts = new Set(unsure.map(({ text }) => text));
  const alike = [...state.rows, ...state.outsiders].filter(({ text }) => texts.has(text));
  const { first, columns } = await readTargets(
    state,
    alike.map(({ row }) => row).filter((row) => row >= 0),
  );
  const groups = [...groupBy<AnyRow, string>(alike, ({ text }) => text)];
  const doubts = new Map(
    groups.map(([text, group]) => [
      text,
      columns.map((read, target) => {
        const isGone = isSpareGone(group, state.head, target);
        const instead = shownInstead(group, state.head, target, read, first);
        return (intent: Intent): boolean => isGone || instead.has(digestBefore(intent));
      }),
    ]),
  );
  const isDoubted = ({ text, row }: RowRecord, intent: Intent, target: number): boolean =>
    intent.former === undefined &&
    intent.digest === digestOf(columns[target]!.values[row - first] ?? '') &&
    doubts.get(text)![target]!(intent);
  for (const record of unsure) {
    record.cells = record.cells.map((intent, target) =>
      intent !== null && isDoubted(record, intent, target) ? { ...intent, former: intent.digest } : intent,
    );
  }
}

/** Other rows that are done once more have been seen with what was written. */
function mayBeUnwritten(record: RowRecord): boolean {
  return isWritten(record) && (record.slips > 0 || record.isUnseen);
}
