import { stretchesOf } from '../../shared/index';
import type { SentCell, SentWriting } from '../../shared/sidebar/protocol';
import { isConsentMissing } from '../consent';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Refuse = (at: number, column: number, message: string) => void;

/** Cells side by side and one below the other, all of which are written. */
interface Patch {
  /** Positions in the writing, and in its columns. */
  readonly at: number;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

const DATE_FORMAT = 'yyyy-mm-dd';
const AUTOMATIC = 'General';
const TEXT_FORMAT = '@';
/** What Google refuses is tried cell by cell for so long. */
const TRY_FOR_MS = 15_000;

/**
 * Writes cells in as few calls as Google has for it, and nothing into those between that are left alone. What it refuses,
 * such as a cell whose data validation rejects it, loses no other cell.
 */
export function putCells(sheet: Sheet, writing: Pick<SentWriting, 'rows' | 'columns' | 'cells'>, refuse: Refuse): void {
  const { rows, columns, cells } = writing;
  const rangeOf = ({ at, index, rows: height, columns: width }: Patch): GoogleAppsScript.Spreadsheet.Range =>
    sheet.getRange(rows[at]! + 1, columns[index]! + 1, height, width);
  const cellAt = ({ at, index }: Patch, row: number, column: number): NonNullable<SentCell> =>
    cells[at + row]![index + column]!;
  const patches = toPatches(writing);
  if (patches.length === 0) return;
  const changes = new Map<string, string[]>();
  const formatsOf = readFormats(sheet, writing);
  const typed = patches.map((patch) => {
    const held = formatsOf(patch);
    const values = held.map((line) => line.map((): unknown => ''));
    for (let column = 0; column < patch.columns; column += 1) {
      const formats = held.map((line, row) => toFormat(cellAt(patch, row, column)[1], line[column]!));
      for (let row = 0, next = 0; row < patch.rows; row = next) {
        while (next < patch.rows && formats[next] === formats[row] && held[next]![column] === held[row]![column])
          next += 1;
        if (formats[row] === held[row]![column]) continue;
        const [top, at] = [rows[patch.at]! + row + 1, columns[patch.index]! + column + 1];
        const places = changes.get(formats[row]!) ?? [];
        changes.set(formats[row]!, [...places, `R${top}C${at}:R${top + next - row - 1}C${at}`]);
      }
      for (const [row, line] of values.entries()) {
        const [value] = cellAt(patch, row, column);
        line[column] = formats[row] === TEXT_FORMAT ? asPlainText(value) : value;
      }
    }
    return values;
  });
  const untilMs = Date.now() + TRY_FOR_MS;
  const put = (patch: Patch, values: readonly (readonly unknown[])[]): void => {
    try {
      rangeOf(patch).setValues(values as unknown[][]);
      SpreadsheetApp.flush();
    } catch (thrown) {
      if (isConsentMissing(thrown)) throw thrown;
      const { at, index, rows: height, columns: width } = patch;
      if ((height === 1 && width === 1) || Date.now() > untilMs) {
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        values.forEach((line, row) =>
          line.forEach((_value, column) => refuse(at + row, columns[index + column]!, message)),
        );
        return;
      }
      const half = Math.ceil((height > 1 ? height : width) / 2);
      if (height > 1) {
        put({ ...patch, rows: half }, values.slice(0, half));
        put({ ...patch, at: at + half, rows: height - half }, values.slice(half));
      } else {
        put({ ...patch, columns: half }, [values[0]!.slice(0, half)]);
        put({ ...patch, index: index + half, columns: width - half }, [values[0]!.slice(half)]);
      }
    }
  };
  for (const [format, places] of changes) sheet.getRangeList(places).setNumberFormat(format);
  try {
    patches.forEach((patch, number) => rangeOf(patch).setValues(typed[number]!));
    SpreadsheetApp.flush();
  } catch {
    patches.forEach((patch, number) => put(patch, typed[number]!));
  }
}

/** The formats of all patches, read at once: a reading after each would take longer than all the rest. */
function readFormats(
  sheet: Sheet,
  { rows, columns }: Pick<SentWriting, 'rows' | 'columns'>,
): (patch: Patch) => readonly (readonly string[])[] {
  const least = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.min(one, other));
  const most = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other));
  const [top, left] = [least(rows), least(columns)];
  const formats = sheet.getRange(top + 1, left + 1, most(rows) - top + 1, most(columns) - left + 1).getNumberFormats();
  return ({ at, index, rows: height, columns: width }) => {
    const [row, column] = [rows[at]! - top, columns[index]! - left];
    return formats.slice(row, row + height).map((line) => line.slice(column, column + width));
  };
}

/** Rows one below the other of which the same cells are written. */
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

/** A number in a cell for dates or plain text would not show as one. */
function toFormat(asked: string, held: string): string {
  const isForDates = /[dy]/i.test(held.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
  switch (asked) {
    case '':
      return held;
    case 'date':
      return isForDates ? held : DATE_FORMAT;
    case 'number':
      return isForDates || held === TEXT_FORMAT ? AUTOMATIC : held;
    case 'blank':
      return held === DATE_FORMAT ? AUTOMATIC : held;
    default:
      return asked;
  }
}

/** Such a cell takes a text as it is and may show an apostrophe; what could begin a formula keeps it. */
function asPlainText(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' && /^'[^=+]/.test(value) ? value.slice(1) : value;
}
