import type { CellRange } from '../cells/formula-text';
import { findTraceCalls, valueOf, type ReadCells } from '../cells/trace-calls';
import { priceWithLists } from '../credits/prices';
import type { KnownFormula } from '../functions/ports';
import { priceFormulas } from '../functions/prices/price-formulas';
import type { MadeSheet } from './made-sheet';

/** A Trace call of a sheet, with the values of its arguments. Rows and columns count from 0. */
export interface SheetCall extends KnownFormula {
  readonly row: number;
  readonly column: number;
}

/** The calls of a sheet's formulas, each of which is one call, perhaps unless its input is blank. */
export function callsOf({ rows, formulas }: MadeSheet): readonly SheetCall[] {
  const cellAt = (row: number, column: number): string | number => rows[row]?.[column] ?? '';
  const readRange = ({ row, column, rows: height, columns: width }: CellRange): unknown => {
    const table = Array.from({ length: height }, (_row, down) =>
      Array.from({ length: width }, (_column, right) => cellAt(row - 1 + down, column - 1 + right)),
    );
    return height === 1 && width === 1 ? table[0]![0] : table;
  };
  const read: ReadCells = (asked) => ('name' in asked ? undefined : readRange(asked));
  return formulas.flatMap(([row, column, formula]) =>
    findTraceCalls(formula).map(({ id, args }) => ({ row, column, id, args: args.map((arg) => valueOf(arg, read)) })),
  );
}

/** What a sheet costs if nothing is saved, in credits. */
export interface SheetPrice {
  readonly most: number;
  /** Whether a list costs more if Trace can only read all partners of a company. */
  readonly mayCostMore: boolean;
}

/** Sends nothing. */
export function priceOfSheet(sheet: MadeSheet): SheetPrice {
  const calls = callsOf(sheet);
  const isOpen = (call: SheetCall): boolean => priceFormulas([call]).openFormulas > 0;
  const open = calls.filter(isOpen);
  const rows = open.reduce((sum, { args }) => sum + readTop(args), 0);
  const others = priceFormulas(calls.filter((call) => !open.includes(call)));
  return { most: priceWithLists(others, rows), mayCostMore: open.length > 0 };
}

/** The most rows that a list shows. */
function readTop(args: KnownFormula['args']): number {
  const [, top = '0'] = /\btop=(\d+)/.exec(String(args[args.length - 1])) ?? [];
  return Number(top);
}
