import { stretchesOf } from '../../shared/runs';
import type { SentCell, SentWriting } from '../bulk-messages';
import { passOn } from '../own-mistake';
import { asPlainText, AUTOMATIC, isShownAsText, TEXT_FORMAT, toFormat, toOtherForm, toText } from './cell-forms';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A rectangle of cells, all of which are written. */
export interface Patch {
  /** Positions in the writing, and in its columns. */
  readonly at: number;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is asked and reported where Google refuses some cells. */
export interface PutTold {
  /** Whether these cells are still unchanged. */
  stands(patch: Patch): boolean;
  /** The row was left alone: it holds something else. */
  slip(at: number): void;
  /** The column has a type: the value is written like this, or shown in the column's format. */
  change(at: number, column: number, cell: NonNullable<SentCell>): void;
  refuse(at: number, column: number, message: string): void;
}

/** How long refused cells are tried one by one. */
const TRY_FOR_MS = 15_000;

/** Writes cells into some rows and columns. */
export interface CellWriter {
  /** All cells in between. */
  readonly area: Range;
  /** The value at the time the writer was made, of a cell between those it writes. */
  formatAt(row: number, column: number): string;
  /**
   * Writes in as few calls as Google allows, and leaves the cells in between alone. If Google refuses a cell, for
   * example because of its data validation, no other cell is lost.
   */
  put(cells: SentWriting['cells'], told: PutTold): void;
}

/** Reads the formats of all cells in between at once, so that nothing has to be read right before the write. */
export function makeWriter(sheet: Sheet, { rows, columns }: Pick<SentWriting, 'rows' | 'columns'>): CellWriter {
  const [top, left] = [leastOf(rows), leastOf(columns)];
  const area = sheet.getRange(top + 1, left + 1, mostOf(rows) - top + 1, mostOf(columns) - left + 1);
  const formats = area.getNumberFormats();
  const formatAt = (row: number, column: number): string => formats[row - top]?.[column - left] ?? AUTOMATIC;
  const rangeOf = ({ at, index, rows: height, columns: width }: Patch): Range =>
    sheet.getRange(rows[at]! + 1, columns[index]! + 1, height, width);
  const toTyped = (cells: SentWriting['cells'], patch: Patch, changes: Map<string, string[]>): unknown[][] => {
    const values = Array.from({ length: patch.rows }, () => Array<unknown>(patch.columns).fill(''));
    for (let column = 0; column < patch.columns; column += 1) {
      const index = patch.index + column;
      const cellAt = (row: number): NonNullable<SentCell> => cells[patch.at + row]![index]!;
      const held = values.map((_line, row) => formatAt(rows[patch.at + row]!, columns[index]!));
      const wanted = held.map((format, row) =>
        isShownAsText(cellAt(row)) ? AUTOMATIC : toFormat(cellAt(row)[1], format),
      );
      for (let row = 0, next = 0; row < patch.rows; row = next) {
        while (next < patch.rows && wanted[next] === wanted[row] && held[next] === held[row]) next += 1;
        if (wanted[row] === held[row]) continue;
        const [first, at] = [rows[patch.at]! + row + 1, columns[index]! + 1];
        const places = changes.get(wanted[row]!) ?? [];
        changes.set(wanted[row]!, [...places, `R${first}C${at}:R${first + next - row - 1}C${at}`]);
      }
      for (const [row, line] of values.entries()) {
        const [value] = cellAt(row);
        line[column] = wanted[row] === TEXT_FORMAT ? asPlainText(value) : value;
      }
    }
    return values;
  };
  const put = (given: SentWriting['cells'], told: PutTold): void => {
    const asked = new Map<string, string[]>();
    for (const patch of toPatches({ rows, columns, cells: given })) toTyped(given, patch, asked);
    const fixed = setFormats(sheet, asked);
    const cells = given.map((line, at) =>
      line.map((cell, index) => {
        const [row, column] = [rows[at]!, columns[index]!];
        if (cell === null || typeof cell[0] === 'string' || !fixed.has(`${row + 1} ${column + 1}`)) return cell;
        // A date that does not show as one would be a number that nobody can read.
        const changed = cell[1] === 'date' || formatAt(row, column) === TEXT_FORMAT ? toText(cell) : cell;
        told.change(at, column, changed);
        return changed;
      }),
    );
    const patches = toPatches({ rows, columns, cells });
    const typed = patches.map((patch) => toTyped(cells, patch, new Map()));
    try {
      patches.forEach((patch, number) => rangeOf(patch).setValues(typed[number]!));
      SpreadsheetApp.flush();
    } catch (thrown) {
      passOn(thrown);
      const untilMs = Date.now() + TRY_FOR_MS;
      patches.forEach((patch, number) => putAgain(patch, typed[number]!, cells, told, untilMs));
    }
    const asText = rows.flatMap((row, at) =>
      columns.flatMap((column, index) =>
        isShownAsText(cells[at]![index] ?? null) ? [`R${row + 1}C${column + 1}:R${row + 1}C${column + 1}`] : [],
      ),
    );
    if (asText.length > 0) setFormats(sheet, new Map([[TEXT_FORMAT, asText]]));
  };
  /** Returns Google's own words; `null`: the cells hold something else; `undefined`: it is done. */
  const tryPut = (patch: Patch, values: unknown[][], told: PutTold): string | null | undefined => {
    if (!told.stands(patch)) return null;
    try {
      rangeOf(patch).setValues(values);
      SpreadsheetApp.flush();
      return undefined;
    } catch (thrown) {
      passOn(thrown);
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  };
  const putAgain = (
    patch: Patch,
    values: unknown[][],
    cells: SentWriting['cells'],
    told: PutTold,
    untilMs: number,
  ): void => {
    const { at, index, rows: height, columns: width } = patch;
    const message = tryPut(patch, values, told);
    if (message === undefined) return;
    const other = height * width === 1 && message !== null ? toOtherForm(cells[at]![index]!) : null;
    if (other !== null && Date.now() <= untilMs && tryPut(patch, [[other[0]]], told) === undefined) {
      told.change(at, columns[index]!, other);
      return;
    }
    if ((height === 1 && (width === 1 || message === null)) || Date.now() > untilMs) {
      for (let row = at; row < at + height; row += 1) {
        if (message === null) told.slip(row);
        else for (const column of columns.slice(index, index + width)) told.refuse(row, column, message);
      }
      return;
    }
    const again = (part: Partial<Patch>, of: unknown[][]): void =>
      putAgain({ ...patch, ...part }, of, cells, told, untilMs);
    const half = Math.ceil((height > 1 ? height : width) / 2);
    if (height > 1) {
      again({ rows: half }, values.slice(0, half));
      again({ at: at + half, rows: height - half }, values.slice(half));
    } else {
      again({ columns: half }, [values[0]!.slice(0, half)]);
      again({ index: index + half, columns: width - half }, [values[0]!.slice(half)]);
    }
  };
  return { area, formatAt, put };
}

/**
 * Typed columns of tables refuse formats, and say so only when changes are made, so formats are set apart from values:
 * https://developers.google.com/workspace/sheets/api/guides/tables.
 *
 * @param asked places such as `R2C1:R5C1`, by format
 * @returns the row and column of each cell whose format it keeps
 */
function setFormats(sheet: Sheet, asked: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const kept = new Set<string>();
  if (asked.size === 0) return kept;
  const set = (format: string, places: readonly string[]): void => {
    try {
      sheet.getRangeList([...places]).setNumberFormat(format);
      SpreadsheetApp.flush();
    } catch (thrown) {
      passOn(thrown);
      const [place = ''] = places;
      if (places.length > 1) for (const one of places) set(format, [one]);
      else {
        const [row = 0, column = 0, lastRow = row] = (place.match(/\d+/g) ?? []).map(Number);
        for (let at = row; at <= lastRow; at += 1) kept.add(`${at} ${column}`);
      }
    }
  };
  for (const [format, places] of asked) set(format, places);
  return kept;
}

export function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other));
}

export function mostOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other));
}

/** Consecutive rows in which the same cells are written. */
function toPatches({ rows, columns, cells }: Pick<SentWriting, 'rows' | 'columns' | 'cells'>): readonly Patch[] {
  const isOpen = (at: number): string => columns.map((_column, index) => (cells[at]![index] ? '1' : '')).join();
  const patches: Patch[] = [];
  for (const { at: first, rows: count } of stretchesOf(rows)) {
    for (let at = first, next = first; at < first + count; at = next) {
      const open = isOpen(at);
      while (next < first + count && isOpen(next) === open) next += 1;
      const written = [...columns.keys()].filter((index) => cells[at]![index]);
      for (const run of stretchesOf(written)) {
        for (const part of stretchesOf(columns.slice(run.row, run.row + run.rows))) {
          patches.push({ at, index: run.row + part.at, rows: next - at, columns: part.rows });
        }
      }
    }
  }
  return patches;
}
