import { readFormulaCall, type FormulaArgument, type KnownFormula } from '../shared/index';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A formula that consists of one call, and the cells that its arguments are. */
interface Call {
  readonly id: KnownFormula['id'];
  readonly args: readonly FormulaArgument[];
}

/** More cells than this in one column wait for the next run. */
const MOST_FORMULAS = 10_000;

/**
 * The Trace formulas that stand with the one that is calculated, with the values of their arguments: Google runs each by
 * itself (https://developers.google.com/apps-script/guides/sheets/functions), so the first one asks for all. They are the
 * formulas without a gap above and below it or, where it is not known which cell is calculated, all of the sheet.
 */
export function readColumnFormulas(): readonly KnownFormula[] {
  try {
    const cell = SpreadsheetApp.getActiveRange();
    const sheet = cell?.getSheet() ?? SpreadsheetApp.getActiveSheet();
    const calls = cell === null ? callsOfSheet(sheet) : callsAround(sheet, cell.getRow(), cell.getColumn());
    return withValues(sheet, calls.slice(0, MOST_FORMULAS));
  } catch {
    // The sheet is only read to save requests: whatever is wrong with it, the formula itself is answered.
    return [];
  }
}

function callsOfSheet(sheet: Sheet): readonly Call[] {
  return sheet
    .getDataRange()
    .getFormulas()
    .flat()
    .flatMap((formula) => readFormulaCall(formula) ?? []);
}

function callsAround(sheet: Sheet, row: number, column: number): readonly Call[] {
  const formulas = sheet.getRange(1, column, Math.max(row, sheet.getLastRow()), 1).getFormulas();
  const calls = formulas.map(([formula = '']) => readFormulaCall(formula));
  const own = calls[row - 1] ?? null;
  if (own === null) return [];
  const below = takeCalls(calls.slice(row));
  const above = takeCalls(calls.slice(0, row - 1).reverse());
  return [own, ...below, ...above];
}

function takeCalls(calls: readonly (Call | null)[]): readonly Call[] {
  const end = calls.indexOf(null);
  return calls.slice(0, end < 0 ? calls.length : end).flatMap((call) => call ?? []);
}

/** One read for each column that arguments stand in. */
function withValues(sheet: Sheet, calls: readonly Call[]): readonly KnownFormula[] {
  const readers = new Map<string, (row: number) => unknown>();
  const ranges = calls.flatMap(({ args }) => args.filter((argument) => argument.is === 'range'));
  const columns = new Set(ranges.flatMap(({ column, columns: width }) => (width === 1 ? [column] : [])));
  for (const column of columns) {
    const inColumn = ranges.filter((range) => range.column === column && range.columns === 1);
    const first = Math.min(...bounds(inColumn, ({ row }) => row));
    const last = Math.max(...bounds(inColumn, ({ row, rows }) => row + rows - 1));
    const values = sheet.getRange(first, column, last - first + 1, 1).getValues() as readonly (readonly unknown[])[];
    readers.set(String(column), (row) => values[row - first]?.[0]);
  }
  return calls.flatMap(({ id, args }) => {
    const known = args.map((argument) => valueOf(sheet, argument, readers));
    return [{ id, args: known }];
  });
}

/** A spread of ten thousand arguments is more than the runtime takes. */
function bounds<T>(items: readonly T[], toNumber: (item: T) => number): readonly [number, number] {
  return items.reduce<readonly [number, number]>(
    ([least, most], item) => [Math.min(least, toNumber(item)), Math.max(most, toNumber(item))],
    [Infinity, -Infinity],
  );
}

function valueOf(
  sheet: Sheet,
  argument: FormulaArgument,
  readers: ReadonlyMap<string, (row: number) => unknown>,
): unknown {
  if (argument.is === 'value') return argument.value;
  const { row, column, rows, columns } = argument;
  const read = readers.get(String(column));
  if (columns > 1 || read === undefined) return sheet.getRange(row, column, rows, columns).getValues();
  return rows === 1 ? read(row) : Array.from({ length: rows }, (_row, index) => [read(row + index)]);
}
