import { TraceError } from '../../errors/trace-error';
import { relocate } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import { locateColumns } from './locate-columns';
import { loadJournal } from './locate-sheet';
import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';

/**
 * Finds where a row of the run in the journal is now, by its input; `null`: nowhere. Throws `journalDamaged`,
 * `sheetGone`.
 *
 * @param index of the row in the plan
 */
export async function findRow(
  ports: RunPorts,
  index: number,
): Promise<{ readonly row: number; readonly column: number } | null> {
  const journal = await loadJournal(ports);
  if (journal === null) throw new TraceError('journalDamaged', {});
  const { head, rows, outsiders } = journal;
  const located = await locateColumns(ports, head, { isFresh: true, written: null });
  if ('input' in located) return null;
  const { info } = located;
  const { column } = located.head.input;
  const { columns } = await readColumns(ports, info.id, 0, info.rows, [column]);
  relocate([...rows, ...outsiders], columns[0]!.values.map(nameOfInput));
  const row = rows[index]?.row ?? -1;
  return row < 0 ? null : { row, column };
}
