import { FUNCTIONS, type FunctionId } from '../catalogue/index';

/** One argument of a formula, as far as it can be read without the sheet. */
export type FormulaArgument =
  | { readonly is: 'value'; readonly value: string | number | boolean | undefined }
  | ({ readonly is: 'range' } & CellRange);

/** Cells of the formula's own sheet, counted from 1. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface FormulaCall {
  readonly id: FunctionId;
  readonly args: readonly FormulaArgument[];
}

/** Longer columns than a formula accepts need not be read. */
const MAX_ROWS = 50_000;
const CALL = /^=\s*(?:_xldudf_)?(TRACE_[A-Z_]+)\s*\(([\s\S]*)\)\s*$/i;
/** A text, a number, TRUE or FALSE, a cell or a range of cells, or nothing; then what separates it from the next. */
const ARGUMENT =
  /^\s*(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)|(TRUE|FALSE)|\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?)?\s*([,;]|$)/i;

const IDS: ReadonlySet<string> = new Set(FUNCTIONS.map(({ id }) => id));

/**
 * The single Trace call that a formula consists of; `null` for anything else: other functions in it, named ranges,
 * other sheets, operators. Such a formula still gets its answer, just not together with others.
 *
 * @param formula with its `=`, and commas or semicolons between arguments
 */
export function readFormulaCall(formula: string): FormulaCall | null {
  const [, name = '', inner = ''] = CALL.exec(formula) ?? [];
  const id = name.toUpperCase();
  if (!IDS.has(id)) return null;
  const args = readArguments(inner);
  return args === null ? null : { id: id as FunctionId, args };
}

function readArguments(text: string): readonly FormulaArgument[] | null {
  if (text.trim() === '') return [];
  const args: FormulaArgument[] = [];
  for (let rest = text; ;) {
    const found = ARGUMENT.exec(rest);
    const argument = found === null ? null : toArgument(found);
    if (found === null || argument === null) return null;
    args.push(argument);
    rest = rest.slice(found[0].length);
    if (found[8] === '') return rest === '' ? args : null;
  }
}

function toArgument([, text, number, truth, column, row, toColumn, toRow]: RegExpExecArray): FormulaArgument | null {
  if (text !== undefined) return { is: 'value', value: text.replace(/""/g, '"') };
  if (number !== undefined) return { is: 'value', value: Number(number) };
  if (truth !== undefined) return { is: 'value', value: truth.toUpperCase() === 'TRUE' };
  if (column === undefined || row === undefined) return { is: 'value', value: undefined };
  const first = { row: Number(row), column: columnNumber(column) };
  const last = { row: Number(toRow ?? row), column: columnNumber(toColumn ?? column) };
  const rows = Math.abs(last.row - first.row) + 1;
  if (first.row < 1 || last.row < 1 || rows > MAX_ROWS) return null;
  return {
    is: 'range',
    row: Math.min(first.row, last.row),
    column: Math.min(first.column, last.column),
    rows,
    columns: Math.abs(last.column - first.column) + 1,
  };
}

/** `A` is 1, `AA` 27. */
function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
