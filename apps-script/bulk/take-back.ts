import { TraceError } from '../../shared/formulas';
import { asTypedAgain } from '../../shared/runs';
import type { SentWriting } from '../messages/cell-messages';
import type { SentCell } from '../messages/example';
import { readGuarded } from './guarded-cells';
import type { PutTold } from './put-apart';
import { makeWriter, type CellWriter } from './put-cells';

const ANYWAY: PutTold = { stands: () => true, slip: () => undefined, change: () => undefined, refuse: () => undefined };

/**
 * Restores cells after a write took the room of a formula's array: blank cells first, which makes the array appear
 * again, then what is still missing. Throws `cellsOfFormula`.
 *
 * @param writing as it was written
 * @param before the formats that the cells had
 */
export function takeBack(sheet: GoogleAppsScript.Spreadsheet.Sheet, writing: SentWriting, before: CellWriter): never {
  const { rows, columns, cells, guard } = writing;
  const formatOf = (at: number, index: number): string => before.formatAt(rows[at]!, columns[index]!);
  const put = (cellOf: (at: number, index: number) => SentCell): void => {
    const back = cells.map((row, at) => row.map((cell, index) => cell && cellOf(at, index)));
    makeWriter(sheet, writing).put(back, ANYWAY);
  };
  put((at, index) => ['', formatOf(at, index)]);
  const { row: first, columns: read } = readGuarded(sheet, writing);
  const targets = read.slice(guard.input === null ? 0 : 1);
  put((at, index) => {
    const stood = guard.before[at]![index]!;
    const isLost = stood !== '' && targets[index]!.values[rows[at]! - first] === '';
    return isLost ? [asTypedAgain(stood), formatOf(at, index), true] : null;
  });
  throw new TraceError('cellsOfFormula', {});
}
