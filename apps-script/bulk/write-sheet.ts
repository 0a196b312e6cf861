import { checkMarks } from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import type { BulkMessages, SentCell, SentWriting, SentWritten } from '../bulk-messages';
import { trySheet } from '../try-sheet';
import { findMarks } from './anchors';
import { watchArrays } from './array-cells';
import { isTypedCell, readLike, refuse } from './given';
import { compare, findCells, inputsStand, stillStands } from './guarded-cells';
import { holdFile, readHold, underLock } from './hold';
import { findProtected, findProtectedIn } from './protected-cells';
import { mostOf } from './cell-patches';
import { makeWriter } from './put-cells';
import { findSheet, readBlock, readRead, toInfo } from './read-sheet';
import { takeBack } from './take-back';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Written = BulkMessages['bulkWrite']['value'];
type Told = Pick<SentWritten, 'moved' | 'refused' | 'instead' | 'before'>;

const BLANK: SentCell = ['', ''];

const WRITING = {
  sheet: '',
  rows: [0],
  columns: [0],
  cells: [[{ '?': [true] }]],
  guard: {
    input: { '?': { column: 0, values: [true] } },
    before: [[true]],
    formats: { '?': [['']] },
    sheetRows: { '?': 0 },
    header: { '?': { row: 0, titles: [[true]] } },
    marks: { '?': { run: '', marks: [{ name: '', column: 0 }] } },
  },
} as const;

/**
 * Reads the guarded cells again, compares, and writes what may be written, in one run under the document's lock. Throws
 * `sheetGone`, `sheetRefused`, `cellsOfFormula`, `fileBusy`.
 */
export function writeSheet(given: unknown, heldBy: unknown, next: unknown): Written {
  const writing = readWriting(given);
  const hold = readHold(heldBy);
  const read = readRead(next);
  return underLock(() => {
    const elsewhere = holdFile(hold);
    if (elsewhere !== null) return { elsewhere };
    return trySheet(() => {
      const sheet = findSheet(writing.sheet);
      if (sheet === null) throw new TraceError('sheetGone', {});
      const told = writing.rows.length === 0 ? toTold([]) : writeCells(sheet, writing);
      const { marks } = writing.guard;
      return {
        ...told,
        info: toInfo(sheet),
        block: read && readBlock(sheet, read),
        marks: marks === null ? [] : findMarks(marks.run),
      };
    });
  });
}

/** People keep working meanwhile, so everything else is read before the cells are compared. */
function writeCells(sheet: Sheet, writing: SentWriting): Told {
  const { rows, columns } = writing;
  const [lastRow, lastColumn] = [mostOf(rows), mostOf(columns)];
  const hasAll = lastRow < sheet.getMaxRows() && lastColumn < sheet.getMaxColumns();
  if (!hasAll) return toTold(rows.keys());
  const writer = makeWriter(sheet, writing);
  const isProtected = writing.sparesProtected === true ? findProtected(sheet, 'anybody') : findProtectedIn(writer.area);
  const isAnyBroken = watchArrays(sheet, lastRow, lastColumn);
  const { marks } = writing.guard;
  if (marks !== null && !checkMarks(writing, findMarks(marks.run))) return toTold(rows.keys());
  const compared = compare(sheet, writing);
  if (compared === null) return toTold(rows.keys());
  const { moved, isBlank, guarded, first } = compared;
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
  if (isAnyBroken()) takeBack(sheet, written, writer);
  if (inputsStand(sheet, written)) return toTold(moved, refused, [...instead.values()]);
  const before = guarded.map((each, at) => {
    const column = columns[at - guarded.length + columns.length];
    const formats = each.values.map((_value, offset) => writer.formatAt(first + offset, column ?? -1));
    return column === undefined ? each : { ...each, formats };
  });
  return toTold(moved, refused, [...instead.values()], before);
}

function toTold(
  moved: Iterable<number>,
  refused: Told['refused'] = [],
  instead: Told['instead'] = [],
  before: Told['before'] = null,
): Told {
  const isLeft = new Set(refused.map(([at, column]) => `${at} ${column}`));
  const stands = instead.filter(([at, column]) => !isLeft.has(`${at} ${column}`));
  return { moved: [...moved], refused, instead: stands, before };
}

function readWriting(given: unknown): SentWriting {
  const writing = readLike<SentWriting>(given, WRITING);
  const { rows, columns, cells, guard } = writing;
  const isWhole =
    cells.length === rows.length &&
    guard.before.length === rows.length &&
    cells.every((row) => row.length === columns.length && row.every((cell) => cell === null || isTypedCell(cell))) &&
    columns.length > 0;
  return isWhole ? writing : refuse();
}
