import { callsTrace, isLoading } from '../../shared/panel';
import {
  asMade,
  findCalls,
  type MostCalls,
  readMost,
  withValues,
  type WrittenCalls,
  type WrittenFormula,
} from '../../shared/runs';
import { isProblem } from '../retry/find-problems';
import type { ColumnFormulas } from '../../shared/ports';
import type { CellRange, Expression, ReadCells, TraceCall } from '../../shared/formulas';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells of a column beyond this number wait for the next run. */
const MOST_FORMULAS = 10_000;

/** A cell's formula and the value it shows. */
interface ShownFormula {
  readonly formula: string;
  readonly value: unknown;
}

/** Formulas without an answer, and whether others show one. */
interface Unanswered {
  readonly written: readonly WrittenCalls[];
  readonly isAll: boolean;
}

/**
 * The Trace formulas without an answer in the column of the calculated one, with the values of their arguments:
 * Google runs each on its own (https://developers.google.com/apps-script/guides/sheets/functions), so the first one
 * asks for all. They are the formulas directly above and below it without a gap or, if Google does not say which cell
 * is calculated, those of the whole sheet.
 */
export function readColumnFormulas(): ColumnFormulas {
  const untilMs = Date.now() + READS_FOR_MS;
  try {
    const cell = SpreadsheetApp.getActiveRange();
    const sheet = cell?.getSheet() ?? SpreadsheetApp.getActiveSheet();
    const around = cell === null ? null : callsAround(sheet, cell.getRow(), cell.getColumn());
    const { written, isAll } = around ?? callsOfSheet(sheet);
    const formulas = readValues(sheet, written.slice(0, MOST_FORMULAS), untilMs);
    return { formulas, isWhole: isAll && Date.now() <= untilMs };
  } catch {
    // The sheet is read only to save requests: if that fails, the formula itself still gets its answer.
    return { formulas: [], isWhole: false };
  }
}

/**
 * The calls of a sheet's formulas, with the values of their arguments, whether or not the formulas show an answer.
 */
export function readKnownFormulas(sheet: Sheet, formulas: readonly string[]): readonly WrittenFormula[] {
  return readValues(sheet, findCalls(formulas).map(asMade));
}

/** Every call that a sheet's formulas may make. */
export function readMostCalls(sheet: Sheet, formulas: readonly string[]): MostCalls {
  const written = findCalls(formulas);
  return readMost(written, makeCellReader(sheet, written, Infinity));
}

function callsOfSheet(sheet: Sheet): Unanswered {
  const cells = readShown(sheet.getDataRange());
  return unanswered(
    cells,
    cells.some(({ formula, value }) => callsTrace(formula) && isLoading(String(value))),
  );
}

/** Formulas below come first. `null`: the cell has no Trace formula, so it is not the one being calculated. */
function callsAround(sheet: Sheet, row: number, column: number): Unanswered | null {
  const cells = readShown(sheet.getRange(1, column, Math.max(row, sheet.getLastRow()), 1));
  const own = cells[row - 1];
  if (own === undefined || !callsTrace(own.formula)) return null;
  const neighbors = [cells.slice(row), cells.slice(0, row - 1).reverse()].flatMap((side) => {
    const gap = side.findIndex(({ formula }) => formula === '');
    return side.slice(0, gap < 0 ? side.length : gap);
  });
  const { written, isAll } = unanswered(neighbors, isLoading(String(own.value)));
  return { written: [...findCalls([own.formula]), ...written], isAll };
}

function readShown(range: GoogleAppsScript.Spreadsheet.Range): readonly ShownFormula[] {
  const values = range.getValues().flat() as readonly unknown[];
  return range
    .getFormulas()
    .flat()
    .map((formula, index) => ({ formula, value: values[index] }));
}

/**
 * The formulas without an answer. Google does not document how a cell reads while it is calculated. If it is loading or
 * an error, it has no answer. If it shows its last answer, it has left its call for the formula that fetches. A cell
 * that is not being calculated shows its answer too, and must not pay for it again.
 *
 * @param areLoading whether the cell that is calculated now reads as loading, so that a blank cell has a blank answer
 */
function unanswered(cells: readonly ShownFormula[], areLoading: boolean): Unanswered {
  const own = cells.filter(({ formula }) => callsTrace(formula));
  const open = own.filter(({ formula, value }) => (value === '' && !areLoading) || isProblem(value, true, formula));
  return { written: findCalls(open.map(({ formula }) => formula)), isAll: open.length === own.length };
}

function readValues(sheet: Sheet, written: readonly WrittenCalls[], untilMs = Infinity): readonly WrittenFormula[] {
  return withValues(written, makeCellReader(sheet, written, untilMs));
}

type Rows = readonly (readonly unknown[])[];

/** Each named cell is two calls to Google. After this time the rest is better left unknown. */
export const READS_FOR_MS = 5_000;
/**
 * Fields and options may span several columns, companies may not: Google would read millions of cells for a refusal.
 */
const MOST_IN_COLUMNS = 10_000;

/** The rows of one column that formulas refer to, which are read together. */
interface Stretch {
  first: number;
  last: number;
  values: Rows | null;
}

/**
 * Reads the cells that formulas refer to: one call for each column, however many refer to it, and one for each name.
 *
 * @param own the sheet of the formulas
 * @param untilMs when reading stops, so that the rest is unknown; milliseconds since 1970
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
  /** Whole columns end with the content of their sheet. */
  const lastOf = ({ sheet, row, rows }: CellRange): number =>
    rows === Infinity
      ? Math.max(row, once(`last ${sheet}`, () => sheetOf(sheet)?.getLastRow() ?? 0) ?? 0)
      : row + rows - 1;
  const once = <T>(name: string, of: () => T): T | undefined => {
    if (!others.has(name)) others.set(name, isLate() ? undefined : of());
    return others.get(name) as T | undefined;
  };
  const note = (expression: Expression): void => {
    if (expression.is === 'call') expression.args.forEach(note);
    if (expression.is === 'operation') expression.sides.forEach(note);
    if (expression.is !== 'range' || expression.columns > 1) return;
    const name = [expression.sheet, expression.column].join();
    const stretch = stretches.get(name) ?? { first: Infinity, last: 0, values: null };
    stretch.first = Math.min(stretch.first, expression.row);
    stretch.last = Math.max(stretch.last, lastOf(expression));
    stretches.set(name, stretch);
  };
  for (const { calls } of formulas) {
    for (const { args, unlessBlank } of calls) for (const expression of [...args, ...unlessBlank]) note(expression);
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

/**
 * Reads without the cells beyond the sheet, which are blank: a formula may refer to them, but Google refuses to read
 * them.
 */
function readWithin(sheet: Sheet, row: number, column: number, rows: number, columns: number): Rows {
  const height = Math.min(rows, sheet.getMaxRows() - row + 1);
  const width = Math.min(columns, sheet.getMaxColumns() - column + 1);
  return height > 0 && width > 0 ? sheet.getRange(row, column, height, width).getValues() : [];
}

/** Values as Sheets passes them: one cell becomes its value. */
function toArgument(rows: Rows | undefined): unknown {
  return rows?.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}
