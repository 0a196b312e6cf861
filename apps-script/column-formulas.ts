import { callsTrace } from '../shared/panel';
import { type FormulaArgument, readFormulaCall } from '../shared/formulas';
import type { KnownFormula } from '../shared/ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A formula that consists of one call, and the cells of its arguments. */
interface Call {
  readonly formula: string;
  readonly id: KnownFormula['id'];
  readonly args: readonly FormulaArgument[];
}

/** What was read of a sheet: columns, and ranges of options that many formulas share. */
interface Readers {
  readonly inColumn: Map<number, (row: number) => unknown>;
  readonly ranges: Map<string, unknown>;
}

/** Cells of a column beyond this number wait for the next run. */
const MOST_FORMULAS = 10_000;

/**
 * The Trace formulas in the column of the one that is calculated, with the values of their arguments: Google runs each
 * on its own (https://developers.google.com/apps-script/guides/sheets/functions), so the first one asks for all. They
 * are the formulas directly above and below it without a gap or, where Google does not say which cell is calculated,
 * those of the whole sheet.
 */
export function readColumnFormulas(): readonly KnownFormula[] {
  try {
    const cell = SpreadsheetApp.getActiveRange();
    const sheet = cell?.getSheet() ?? SpreadsheetApp.getActiveSheet();
    const around = cell === null ? null : callsAround(sheet, cell.getRow(), cell.getColumn());
    return withValues(sheet, (around ?? callsOfSheet(sheet)).slice(0, MOST_FORMULAS));
  } catch {
    // The sheet is only read to save requests: if that fails, the formula itself still gets its answer.
    return [];
  }
}

/** A formula of a sheet, as it is written there too. */
export interface WrittenFormula extends KnownFormula {
  readonly formula: string;
}

/** Formulas of a sheet that consist of one call, with the values of their arguments. */
export function readKnownFormulas(sheet: Sheet, formulas: readonly string[]): readonly WrittenFormula[] {
  return withValues(sheet, readCalls(formulas));
}

function callsOfSheet(sheet: Sheet): readonly Call[] {
  return readCalls(sheet.getDataRange().getFormulas().flat());
}

/** Those below come first. `null`: the cell has no formula of ours, so it is not the one being calculated. */
function callsAround(sheet: Sheet, row: number, column: number): readonly Call[] | null {
  const rows = sheet.getRange(1, column, Math.max(row, sheet.getLastRow()), 1).getFormulas();
  const formulas = rows.map(([formula = '']) => formula);
  const own = formulas[row - 1] ?? '';
  if (!callsTrace(own)) return null;
  // A formula that cannot be parsed is answered on its own.
  if (readFormulaCall(own) === null) return [];
  const [below, above] = [formulas.slice(row), formulas.slice(0, row - 1).reverse()].map((part) => {
    const gap = part.indexOf('');
    return part.slice(0, gap < 0 ? part.length : gap);
  });
  return readCalls([own, ...(below ?? []), ...(above ?? [])]);
}

function readCalls(formulas: readonly string[]): readonly Call[] {
  return formulas.flatMap((formula) => {
    const call = readFormulaCall(formula);
    return call === null ? [] : [{ ...call, formula }];
  });
}

/** One read for each column of arguments. */
function withValues(sheet: Sheet, calls: readonly Call[]): readonly WrittenFormula[] {
  const readers: Readers = { inColumn: new Map(), ranges: new Map() };
  const ranges = calls.flatMap(({ args }) => args.filter((argument) => argument.is === 'range'));
  const columns = new Set(ranges.flatMap(({ column, columns: width }) => (width === 1 ? [column] : [])));
  for (const column of columns) {
    const inColumn = ranges.filter((range) => range.column === column && range.columns === 1);
    const first = Math.min(...bounds(inColumn, ({ row }) => row));
    const last = Math.max(...bounds(inColumn, ({ row, rows }) => row + rows - 1));
    const values = sheet.getRange(first, column, last - first + 1, 1).getValues() as readonly (readonly unknown[])[];
    readers.inColumn.set(column, (row) => values[row - first]?.[0]);
  }
  return calls.map(({ formula, id, args }) => {
    return { formula, id, args: args.map((argument) => valueOf(sheet, argument, readers)) };
  });
}

/** Spreading ten thousand arguments exceeds the runtime's limit. */
function bounds<T>(items: readonly T[], toNumber: (item: T) => number): readonly [number, number] {
  return items.reduce<readonly [number, number]>(
    ([least, most], item) => [Math.min(least, toNumber(item)), Math.max(most, toNumber(item))],
    [Infinity, -Infinity],
  );
}

function valueOf(sheet: Sheet, argument: FormulaArgument, { inColumn, ranges }: Readers): unknown {
  if (argument.is === 'value') return argument.value;
  const { row, column, rows, columns } = argument;
  const read = inColumn.get(column);
  if (columns > 1 || read === undefined) {
    const name = [row, column, rows, columns].join();
    const values = ranges.get(name) ?? sheet.getRange(row, column, rows, columns).getValues();
    ranges.set(name, values);
    return values;
  }
  return rows === 1 ? read(row) : Array.from({ length: rows }, (_row, index) => [read(row + index)]);
}
