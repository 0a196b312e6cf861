import { readA1 } from './a1';
import type { SheetGrid } from './sheet-grid';

export interface FormulaCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

const TRUTH = /^(TRUE|FALSE)$/i;
const CALL = /^=\s*([A-Z][A-Z0-9_]*)\((.*)\)$/is;
/** A text, or what stands between commas or semicolons, which Google Sheets takes in every language. */
const ARGUMENT = /\s*("(?:[^"]|"")*"|[^,;]*?)\s*(?:[,;]|$)/y;

/** Reads a formula that is one call, such as `=TRACE_TECH(A2:A9, "name", )`. References are read from the sheet. */
export function readFormula(formula: string, grid: SheetGrid): FormulaCall {
  const [, name, inner = ''] = CALL.exec(formula) ?? [];
  if (name === undefined) throw new Error(`the sheet of the tests cannot calculate ${formula}`);
  const args: unknown[] = [];
  ARGUMENT.lastIndex = 0;
  while (inner !== '' && ARGUMENT.lastIndex <= inner.length) {
    const [whole = '', text = ''] = ARGUMENT.exec(inner) ?? [];
    args.push(readArgument(text, grid));
    if (!/[,;]$/.test(whole)) break;
  }
  return { name: name.toUpperCase(), args };
}

function readArgument(text: string, grid: SheetGrid): unknown {
  if (text === '') return '';
  if (text.startsWith('"')) return text.slice(1, -1).replace(/""/g, '"');
  if (TRUTH.test(text)) return text.toUpperCase() === 'TRUE';
  if (!Number.isNaN(Number(text))) return Number(text);
  const [from = '', to] = text.replace(/\$/g, '').split(':');
  const start = readA1(from);
  if (to === undefined) return grid.value(start);
  const end = readA1(to);
  return Array.from({ length: end.row - start.row + 1 }, (_row, row) =>
    Array.from({ length: end.column - start.column + 1 }, (_column, column) =>
      grid.value({ row: start.row + row, column: start.column + column }),
    ),
  );
}
