import type { SentCell } from '../messages/example';
import { passOn } from '../own-mistake';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A cell with the number formats that it has, needs when its value is written, and keeps afterwards. Row and column
 * count from 0.
 */
export interface PlannedCell {
  /** The position of its row in the write. */
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly cell: NonNullable<SentCell>;
  readonly held: string;
  readonly first: string;
  readonly last: string;
}

type When = 'held' | 'first' | 'last';

/** @returns Google's own message; `undefined`: the change succeeded */
export function attempt(change: () => void): string | undefined {
  try {
    change();
    SpreadsheetApp.flush();
    return undefined;
  } catch (thrown) {
    passOn(thrown);
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

/** @param from cells with the same format at that time are left alone; absent: none */
export function setFormats(sheet: Sheet, cells: readonly PlannedCell[], to: When, from?: When): void {
  for (const [format, ranges] of toRanges(cells, to, from)) {
    sheet.getRangeList(ranges.map(toPlace)).setNumberFormat(format);
  }
}

/**
 * Sets formats one range at a time. Typed columns of tables refuse formats, and say so only when changes are sent:
 * https://developers.google.com/workspace/sheets/api/guides/tables.
 *
 * @returns the row and column of each cell that keeps its format
 */
export function tryFormats(sheet: Sheet, cells: readonly PlannedCell[], to: When, from?: When): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const [format, ranges] of toRanges(cells, to, from)) {
    const set = (some: readonly PlannedCell[][]): boolean =>
      attempt(() => sheet.getRangeList(some.map(toPlace)).setNumberFormat(format)) === undefined;
    if (set(ranges)) continue;
    for (const range of ranges) {
      if (ranges.length > 1 && set([range])) continue;
      for (const { row, column } of range) kept.add(`${row} ${column}`);
    }
  }
  return kept;
}

/** Groups cells below each other that need the same format. */
function toRanges(cells: readonly PlannedCell[], to: When, from?: When): ReadonlyMap<string, PlannedCell[][]> {
  const ranges = new Map<string, PlannedCell[][]>();
  const open = new Map<string, PlannedCell[]>();
  for (const cell of cells) {
    const format = cell[to];
    if (from !== undefined && format === cell[from]) continue;
    const key = `${cell.column} ${format}`;
    const above = open.get(key);
    if (above?.[above.length - 1]!.row === cell.row - 1) above.push(cell);
    else {
      const range = [cell];
      open.set(key, range);
      const same = ranges.get(format);
      if (same === undefined) ranges.set(format, [range]);
      else same.push(range);
    }
  }
  return ranges;
}

/** A range in R1C1 notation, such as `R2C1:R5C1`. */
function toPlace([first, ...rest]: readonly PlannedCell[]): string {
  const { row, column } = rest[rest.length - 1] ?? first!;
  return `R${first!.row + 1}C${column + 1}:R${row + 1}C${column + 1}`;
}
