import { TraceError } from '../../shared/formulas';
import { checkMarks } from '../../shared/runs';
import type { FoundMark } from '../../shared/ports';
import type { BulkMessages } from '../messages/bulk-messages';
import { WRITING, type SentWriting, type SentWritten } from '../messages/cell-messages';
import type { SentCell } from '../messages/example';
import { trySheet } from '../try-sheet';
import { findMarks } from './anchors';
import { watchArrays } from './array-cells';
import { readLike, refuse } from './given';
import { areInPlace, compare, findCells, inputsStand, stillStands } from './guarded-cells';
import { appendRecord, isHeldBy, requireTexts } from './record-sheet';
import { underLock } from './under-lock';
import { findProtected } from './protected-cells';
import { greatestOf } from './cell-patches';
import { makeWriter } from './put-cells';
import { findGridSheet } from '../grid-sheets';
import { toInfo } from './sheet-info';
import { takeBack } from './take-back';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type WriteAnswer = BulkMessages['bulkWrite']['value'];
/** Given the latest marks, returns the result of a write. */
type Done = (marks: readonly FoundMark[]) => Told;
type Told = Pick<SentWritten, 'moved' | 'refused' | 'instead' | 'isAstray'>;

const BLANK: SentCell = ['', ''];

/**
 * Rereads the guarded cells, compares them, and writes what may be written, in one run under the document's lock.
 * Throws `sheetGone`, `sheetRefused`, `cellsOfFormula` or `fileBusy`.
 */
export function writeSheet(given: unknown): WriteAnswer {
  const writing = readWriting(given);
  return underLock(() =>
    trySheet(() => {
      const sheet = findGridSheet(writing.sheet);
      if (sheet === null) throw new TraceError('sheetGone', {});
      const { holder } = writing.guard;
      const { save } = writing;
      const isHeld = holder === null || (save === null ? isHeldBy(holder) : appendRecord(holder, save.head, save.rows));
      const isElsewhere = !isHeld;
      const nothing = (rows: Iterable<number>): Done => toDone(toTold(rows));
      const done = isElsewhere || writing.rows.length === 0 ? nothing(writing.rows.keys()) : writeCells(sheet, writing);
      const { marks } = writing.guard;
      const info = toInfo(sheet);
      const found = marks === null ? [] : findMarks(marks.run);
      return { info, marks: found, isElsewhere, ...done(found) };
    }),
  );
}

/** Users keep working meanwhile, so everything else is read before the cells are compared. */
function writeCells(sheet: Sheet, writing: SentWriting): Done {
  const { rows, columns } = writing;
  const nothing = toDone(toTold(rows.keys()));
  const [lastRow, lastColumn] = [greatestOf(rows), greatestOf(columns)];
  const hasAll = lastRow < sheet.getMaxRows() && lastColumn < sheet.getMaxColumns();
  if (!hasAll) return nothing;
  const writer = makeWriter(sheet, writing);
  const isProtected = findProtected(sheet, 'anybody');
  const isAnyBroken = watchArrays(sheet, lastRow, lastColumn);
  const compared = compare(sheet, writing);
  if (compared === null) return nothing;
  const { moved, isBlank } = compared;
  const refused: (readonly [number, number, string | null])[] = [];
  const instead = new Map<string, Told['instead'][number]>();
  const cells = writing.cells.map((row, at) =>
    row.map((cell, index): SentCell => {
      if (moved.has(at)) return null;
      const [line, column] = [rows[at]!, columns[index]!];
      // Blanks may be written as blanks, since ranges with gaps would need a call each.
      if (cell === null) return isBlank(at, index) && !isProtected(line, column) ? BLANK : null;
      if (!isProtected(line, column)) return cell;
      refused.push([at, column, null]);
      return null;
    }),
  );
  const written = { ...writing, cells };
  writer.put(
    cells.map((row) => [...row]),
    {
      stands: (patch) => stillStands(sheet, written, patch),
      find: () => findCells(sheet, written),
      slip(at) {
        moved.add(at);
        cells[at]!.fill(null);
      },
      change(at, column, cell) {
        instead.set(`${at} ${column}`, [at, column, cell[0]]);
        cells[at]![columns.indexOf(column)] = cell;
      },
      refuse(at, column, message) {
        const index = columns.indexOf(column);
        if (writing.cells[at]![index] !== null) refused.push([at, column, message]);
        cells[at]![index] = null;
      },
    },
  );
  // An inserted column also moves formulas that were broken before, which then look newly broken.
  if (isAnyBroken() && areInPlace(writing)) takeBack(sheet, written, writer);
  const haveInputs = inputsStand(sheet, written);
  // Users may move rows and columns while a script writes, whatever lock it has
  // (https://developers.google.com/apps-script/reference/lock/lock-service): the page pauses then, and undo lists
  // such cells.
  return (found) => ({
    ...toTold(moved, refused, [...instead.values()]),
    isAstray: !haveInputs || (writing.guard.marks !== null && !checkMarks(writing, found)),
  });
}

function toDone(told: Told): Done {
  return () => told;
}

function toTold(moved: Iterable<number>, refused: Told['refused'] = [], instead: Told['instead'] = []): Told {
  const isLeft = new Set(refused.map(([at, column]) => `${at} ${column}`));
  const stands = instead.filter(([at, column]) => !isLeft.has(`${at} ${column}`));
  return { moved: [...moved], refused, instead: stands };
}

function readWriting(given: unknown): SentWriting {
  const writing = readLike(given, WRITING);
  const { rows, columns, cells, guard, save } = writing;
  if (save !== null) requireTexts([[save.head], ...save.rows]);
  const isWhole =
    cells.length === rows.length &&
    guard.before.length === rows.length &&
    cells.every((row) => row.length === columns.length) &&
    columns.length > 0;
  return isWhole ? writing : refuse();
}
