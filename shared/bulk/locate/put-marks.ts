import { toTraceError, TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import type { Anchor } from '../sheet/row-anchors';
import type { RunPorts } from '../sheet/ports';
import type { Head } from '../journal/journal';
import { locateColumns, toDoubt, type LocatedColumns } from './locate-columns';
import { readMarks, toRunMarks } from './read-marks';
import { extendTable } from './table-columns';

/**
 * Adds the new columns and marks all columns of a run in their planned places, unless an interrupted run has marked them
 * already. Where the host refuses marks, titles are enough if a person has agreed to that. Throws `columnsGone`,
 * `sheetGone`, `sheetFull`, `marksRefused`.
 *
 * @param rows of the plan
 * @param mayBeBegun whether the run resumes from a journal
 * @param byTitles whether a person has agreed to find the columns by their titles alone
 */
export async function putMarks(
  ports: RunPorts,
  planned: Head,
  rows: readonly Anchor[],
  mayBeBegun: boolean,
  byTitles: boolean,
): Promise<LocatedColumns> {
  const { run, sheet, input, targets, headerRow } = planned;
  const last = targets.reduce((most, { column, isNew }) => (isNew ? Math.max(most, column) : most), -1);
  if (last >= 0) await ports.sheet.addColumns(sheet.id, last + 1);
  const head = await extendTable(ports, planned);
  const homes = rows.map(({ home }) => home);
  const first = headerRow ?? homes.reduce((least, home) => Math.min(least, home), homes[0] ?? 0);
  const count = homes.reduce((most, home) => Math.max(most, home), first) - first + 1;
  const { marks } = toRunMarks(head, [input.column, ...targets.map(({ column }) => column)]);
  let marked: Head = { ...head, isMarked: true };
  try {
    const isThere = mayBeBegun && (await readMarks(ports, head)).length > 0;
    if (!isThere) await ports.anchors.put(run, sheet.id, marks, { first, count });
  } catch (thrown) {
    if (traitsOf(toTraceError(thrown)).isOfHost !== true) throw thrown;
    await removeMarks(ports, run);
    if (headerRow === null || !byTitles) {
      throw new TraceError('marksRefused', { row: headerRow === null ? null : headerRow + 1 });
    }
    marked = { ...head, isMarked: false };
  }
  const located = await locateColumns(ports, marked, { isFresh: true, written: null });
  const doubt = toDoubt(marked, located);
  if (doubt === null) return located as LocatedColumns;
  await removeMarks(ports, run);
  throw doubt;
}

/**
 * Calls {@link putMarks} before a run does anything else. Throws `marksRefused`, so that the panel can ask. `null`: another
 * error is in the way, and will pause the run once it has begun.
 */
export async function markFirst(
  ports: RunPorts,
  head: Head,
  rows: readonly Anchor[],
  byTitles: boolean,
): Promise<LocatedColumns | null> {
  try {
    return await putMarks(ports, head, rows, false, byTitles);
  } catch (thrown) {
    if (traitsOf(toTraceError(thrown)).asks === 'titles') throw thrown;
    return null;
  }
}

/**
 * Never throws. Marks that stay are hidden, and go with the next run or with _Remove Trace_.
 *
 * @param except a run that keeps its own
 */
export async function removeMarks(ports: RunPorts, run: string | null, except?: string): Promise<void> {
  try {
    await ports.anchors.remove(run, except);
  } catch {
    // The work is complete without it.
  }
}
