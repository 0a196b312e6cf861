import { TraceError } from '../../errors/trace-error';
import type { Journal } from '../journal/journal';
import { locateColumns, toDoubt } from '../locate/locate-columns';
import { markedReads } from '../sheet/marked-reads';
import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { UndoRead } from './found-rows';

/** A sheet that changes at every look is left alone. */
const MAX_LOOKS = 20;

/** All cells of the columns that a run has filled. @returns `columnsGone` where no column can be told. Throws `sheetGone`. */
export async function readRun(ports: RunPorts, journal: Journal): Promise<UndoRead | TraceError> {
  let before: UndoRead | null = null;
  let places = '';
  for (let look = 1; ; look += 1) {
    const now = await findRun(ports, journal);
    // Columns may move during the read. Where nothing is written, no host would notice.
    if (now instanceof TraceError) return now;
    if (look > MAX_LOOKS || places === toLocation(now)) return before ?? now;
    const { head, marks } = now.found;
    const columns = [head.input, ...head.targets].map(({ column }) => column);
    const reads = markedReads(ports, marks);
    before = { ...now, columns: (await readColumns(reads, head.sheet.id, 0, now.info.rows, columns)).columns };
    places = reads.areInPlace() ? toLocation(now) : '';
  }
}

/** Where the columns are, with no cells. @returns `columnsGone` where no column can be told. Throws `sheetGone`. */
export async function findRun(ports: RunPorts, { head, rows, outsiders }: Journal): Promise<UndoRead | TraceError> {
  const written = { rows, outsiders, mayBeUndone: head.isUndoing };
  const found = await locateColumns(ports, head, { written });
  if ('input' in found || found.lost.size === head.targets.length) return toDoubt(head, found)!;
  return { found, columns: [], info: found.info };
}

/** What tells whether rows or columns have moved. */
export function toLocation({ found: { head }, info }: UndoRead): string {
  return [info.rows, head.headerRow, head.input.column, ...head.targets.map(({ column }) => column)].join();
}
