import { TraceError } from '../../shared/formulas';
import type { FoundMark } from '../../shared/ports';
import type { BulkMessages, SentCell, SentWriting, SentWritten } from '../bulk-messages';
import { trySheet } from '../try-sheet';
import { findMarks } from './anchors';
import { watchArrays } from './array-cells';
import { isTypedCell, readLike, refuse } from './given';
import { compare, findCells, inputsStand, stillStands } from './guarded-cells';
import { areInPlace, findSigns, mendColumns } from './mend-columns';
import { holdFile, readHold, underLock } from './hold';
import { findProtected, findProtectedIn } from './protected-cells';
import { greatestOf } from './cell-patches';
import { makeWriter } from './put-cells';
import { findGridSheet } from '../grid-sheets';
import { readBlock, readRead, toInfo } from './read-sheet';
import { takeBack } from './take-back';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type WriteAnswer = BulkMessages['bulkWrite']['value'];
/** Given the marks that were found last, tells what has become of a writing. */
type Done = (marks: readonly FoundMark[]) => Told;
type Told = Pick<SentWritten, 'moved' | 'refused' | 'instead' | 'before'> &
  Partial<Pick<SentWritten, 'block' | 'isAstray'>>;

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
export function writeSheet(given: unknown, heldBy: unknown, next: unknown): WriteAnswer {
  const writing = readWriting(given);
  const hold = readHold(heldBy);
  const read = readRead(next);
  return underLock(() => {
    const elsewhere = holdFile(hold);
    if (elsewhere !== null) return { elsewhere };
    return trySheet(() => {
      const sheet = findGridSheet(writing.sheet);
      if (sheet === null) throw new TraceError('sheetGone', {});
      const done = writing.rows.length === 0 ? toDone(toTold([])) : writeCells(sheet, writing);
      const { marks } = writing.guard;
      const [info, block] = [toInfo(sheet), read && readBlock(sheet, read)];
      const found = marks === null ? [] : findMarks(marks.run);
      return { info, block, marks: found, ...done(found) };
    });
  });
}

/** People keep working meanwhile, so everything else is read before the cells are compared. */
function writeCells(sheet: Sheet, writing: SentWriting): Done {
  const { rows, columns } = writing;
  const nothing = toDone(toTold(rows.keys()));
  const [lastRow, lastColumn] = [greatestOf(rows), greatestOf(columns)];
  const sheetColumns = sheet.getMaxColumns();
  const hasAll = lastRow < sheet.getMaxRows() && lastColumn < sheetColumns;
  if (!hasAll) return nothing;
  const writer = makeWriter(sheet, writing, sheetColumns);
  const isProtected = writing.sparesProtected === true ? findProtected(sheet, 'anybody') : findProtectedIn(writer.area);
  const isAnyBroken = watchArrays(sheet, lastRow, lastColumn);
  const compared = compare(sheet, writing, () => areInPlace(writing));
  if (compared === null) return nothing;
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
  // A column that was inserted meanwhile has moved what cannot be calculated, too.
  if (isAnyBroken() && areInPlace(writing)) takeBack(sheet, written, writer);
  const haveInputs = inputsStand(sheet, written);
  return (marks) => {
    const signs = findSigns(sheet, writing, compared, marks);
    if (signs !== null) {
      const gone = mendColumns(sheet, written, compared, writer, signs);
      // What was read since may be of other columns.
      const told = toTold([...moved, ...(gone ?? [])], refused, [...instead.values()]);
      return { ...told, block: null, isAstray: gone === null };
    }
    if (haveInputs) return toTold(moved, refused, [...instead.values()]);
    const before = guarded.map((each, at) => {
      const column = columns[at - guarded.length + columns.length];
      const formats = each.values.map((_value, offset) => writer.formatAt(first + offset, column ?? -1));
      return column === undefined ? each : { ...each, formats };
    });
    return toTold(moved, refused, [...instead.values()], before);
  };
}

function toDone(told: Told): Done {
  return () => told;
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
