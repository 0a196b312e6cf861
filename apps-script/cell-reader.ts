import type { CellRange, Expression, ReadCells, TraceCall } from '../shared/formulas';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rows = readonly (readonly unknown[])[];

/** Each named cell is two calls to Google. What is not read by then is better left unknown. */
export const READS_FOR_MS = 5_000;
/** Fields and options may stand in several columns, companies may not: Google would read millions of cells for a refusal. */
const MOST_IN_COLUMNS = 10_000;

/** The rows of one column that formulas refer to, which are read together. */
interface Stretch {
  first: number;
  last: number;
  values: Rows | null;
}

/**
 * Reads the cells that formulas refer to: one call for each column, however many refer to it, and for each name.
 *
 * @param own the sheet of the formulas
 * @param untilMs what would be read later is not known; since 1970
 */
export function makeCellReader(
  own: Sheet,
  formulas: readonly { readonly calls: readonly TraceCall[] }[],
  untilMs: number,
): ReadCells {
  const sheets = new Map<string | undefined, Sheet | null>([[undefined, own]]);
  const stretches = new Map<string, Stretch>();
  const others = new Map<string, unknown>();
  const isLate = (): boolean => Date.now() > untilMs;
  const sheetOf = (name: string | undefined): Sheet | null => {
    const known = sheets.get(name);
    if (known !== undefined || name === undefined) return known ?? null;
    const found = isLate() ? null : (book()?.getSheetByName(name) ?? null);
    sheets.set(name, found);
    return found;
  };
  const book = (): GoogleAppsScript.Spreadsheet.Spreadsheet | undefined =>
    once('book', () => SpreadsheetApp.getActive());
  /** Whole columns end where the contents of their sheet do. */
  const lastOf = ({ sheet, row, rows }: CellRange): number =>
    rows === Infinity
      ? Math.max(row, once(`last ${sheet}`, () => sheetOf(sheet)?.getLastRow() ?? 0) ?? 0)
      : row + rows - 1;
  const once = <T>(name: string, of: () => T): T | undefined => {
    if (!others.has(name)) others.set(name, isLate() ? undefined : of());
    return others.get(name) as T | undefined;
  };
  const note = (part: Expression): void => {
    if (part.is === 'call') part.args.forEach(note);
    if (part.is === 'operation') part.sides.forEach(note);
    if (part.is !== 'range' || part.columns > 1) return;
    const name = [part.sheet, part.column].join();
    const stretch = stretches.get(name) ?? { first: Infinity, last: 0, values: null };
    stretch.first = Math.min(stretch.first, part.row);
    stretch.last = Math.max(stretch.last, lastOf(part));
    stretches.set(name, stretch);
  };
  for (const { calls } of formulas) {
    for (const { args, unlessBlank } of calls) for (const part of [...args, ...unlessBlank]) note(part);
  }
  const readNamed = (name: string): unknown =>
    once(`name ${name}`, () => {
      const range = book()?.getRangeByName(name);
      return range && !isTooWide(range.getNumRows(), range.getNumColumns()) ? toArgument(range.getValues()) : undefined;
    });
  return (asked) => {
    if ('name' in asked) return readNamed(asked.name);
    const { sheet: name, row, column, columns } = asked;
    const sheet = sheetOf(name);
    if (sheet === null) return undefined;
    const rows = lastOf(asked) - row + 1;
    if (isTooWide(rows, columns)) return undefined;
    if (columns > 1) {
      return once([name, row, column, rows, columns].join(), () => readWithin(sheet, row, column, rows, columns));
    }
    const stretch = stretches.get([name, column].join());
    if (stretch === undefined) return undefined;
    const { first, last } = stretch;
    if (stretch.values === null && isLate()) return undefined;
    stretch.values ??= readWithin(sheet, first, column, last - first + 1, 1);
    return toArgument(stretch.values.slice(row - first, row - first + rows));
  };
}

function isTooWide(rows: number, columns: number): boolean {
  return columns > 1 && rows * columns > MOST_IN_COLUMNS;
}

/** Without the cells beyond the sheet, which are blank: a formula may refer to them, but Google refuses to read them. */
function readWithin(sheet: Sheet, row: number, column: number, rows: number, columns: number): Rows {
  const height = Math.min(rows, sheet.getMaxRows() - row + 1);
  const width = Math.min(columns, sheet.getMaxColumns() - column + 1);
  return height > 0 && width > 0 ? sheet.getRange(row, column, height, width).getValues() : [];
}

/** As Sheets passes them: one cell as its value. */
function toArgument(rows: Rows | undefined): unknown {
  return rows?.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}
