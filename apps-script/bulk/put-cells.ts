import type { SentWriting } from '../messages/cell-messages';
import { attempt, setFormats, tryFormats, type PlannedCell } from './cell-formats';
import { AUTOMATIC, TEXT_FORMAT, toText } from './cell-forms';
import { smallestOf, greatestOf, planOf, setValues, toPatches, type Place } from './cell-patches';
import { putApart, type PutTold } from './put-apart';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Writes cells into some rows and columns. */
export interface CellWriter {
  /** The format that a cell had when the writer was made. */
  formatAt(row: number, column: number): string;
  /**
   * Writes in as few calls as Google allows, and leaves the cells in between alone. If Google refuses a cell, for
   * example because of its data validation, no other cell is lost.
   */
  put(cells: SentWriting['cells'], told: PutTold): void;
}

/**
 * Reads the formats of the whole area at once, so that nothing has to be read right before the write.
 */
export function makeWriter(sheet: Sheet, { rows, columns }: Pick<SentWriting, 'rows' | 'columns'>): CellWriter {
  const [top, left] = [smallestOf(rows), smallestOf(columns)];
  const [height, width] = [greatestOf(rows) - top + 1, greatestOf(columns) - left + 1];
  const formats = sheet.getRange(top + 1, left + 1, height, width).getNumberFormats();
  const formatAt = (row: number, column: number): string => formats[row - top]?.[column - left] ?? AUTOMATIC;
  const place: Place = { sheet, rows, columns, formatAt };
  return { formatAt, put: (cells, told) => putCells(place, cells, told) };
}

function putCells(place: Place, given: SentWriting['cells'], told: PutTold): void {
  const { sheet } = place;
  const patches = toPatches({ ...place, cells: given });
  const plans = patches.map((patch) => planOf(place, given, patch));
  const all = plans.flat();
  // No call may come between these, because Google collects them and sends them together.
  const refusal = attempt(() => {
    setFormats(sheet, all, 'first', 'held');
    patches.forEach((patch, number) => setValues(place, plans[number]!, patch));
    setFormats(sheet, all, 'last', 'first');
  });
  if (refusal === undefined) return;
  const cells = inKeptFormats(place, given, tryFormats(sheet, all, 'first', 'held'), told);
  const unwritten = putApart(place, toPatches({ ...place, cells }), cells, told);
  if (all.every(({ held, first, last }) => held === first && held === last)) return;
  giveFormatsBack(place, unwritten, told);
}

/** @param kept the row and column of each cell that keeps its format, because its column has a type */
function inKeptFormats(
  { rows, columns, formatAt }: Place,
  cells: SentWriting['cells'],
  kept: ReadonlySet<string>,
  told: PutTold,
): SentWriting['cells'] {
  return cells.map((line, at) =>
    line.map((cell, index) => {
      const [row, column] = [rows[at]!, columns[index]!];
      if (cell === null || typeof cell[0] === 'string' || !kept.has(`${row} ${column}`)) return cell;
      // A date that is not formatted as one would show as an unreadable number.
      const changed = cell[1] === 'date' || formatAt(row, column) === TEXT_FORMAT ? toText(cell) : cell;
      told.change(at, column, changed);
      return changed;
    }),
  );
}

/**
 * Restores the format of cells that were not written, also if they have moved to another row, so that what a user
 * typed there looks as it did before.
 */
function giveFormatsBack({ sheet, rows }: Place, unwritten: readonly PlannedCell[], told: PutTold): void {
  if (unwritten.length === 0) return;
  const find = told.find?.() ?? ((at: number) => rows[at]!);
  const found = unwritten.map((cell) => ({ ...cell, row: find(cell.at, cell.column) }));
  tryFormats(
    sheet,
    found.filter(({ row }) => row >= 0),
    'held',
  );
}
