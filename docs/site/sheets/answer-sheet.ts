import { type Cell, type FormulaArgument, readFormulaCall, runAsync, type Table } from '../../../shared/formulas';
import { callFunction } from '../../../shared/runs';
import { makeSandboxHost } from '../sandbox-host';
import { toColumnName } from '../sheet-cells';
import { readTypedSheet, type TypedFormula, type TypedSheet } from './typed-sheet';

/** A sheet with the answers of its formulas. */
interface AnsweredSheet {
  /** The formulas of the block. */
  readonly formulas: readonly TypedFormula[];
  /** From A1. */
  readonly rows: readonly (readonly Cell[])[];
  /** By place such as `A2`. */
  readonly cells: SheetCells;
}

type SheetCells = ReadonlyMap<string, Cell>;

/** The language of blocks that are answered. */
const SHEET = 'sheet';

/**
 * The sheet of a block, answered by the sandbox; `null`: the block is of another kind.
 *
 * @param before what the earlier blocks left in the sheet: users type all examples of a page into one
 * @throws Error if the block needs a cell that is already filled
 */
export async function answerBlock(
  language: string,
  block: string,
  before: SheetCells = new Map(),
): Promise<AnsweredSheet | null> {
  return language === SHEET ? answerSheet(readTypedSheet(block), before) : null;
}

async function answerSheet({ texts, formulas }: TypedSheet, before: SheetCells): Promise<AnsweredSheet> {
  const cells = new Map(before);
  for (const [place, text] of texts) {
    if ((cells.get(place) ?? text) !== text) throw new Error(`an example above has filled ${place}`);
    cells.set(place, text);
  }
  const host = makeSandboxHost();
  for (const { place, formula } of formulas) {
    const call = readFormulaCall(formula);
    if (call === null) throw new Error(`not one call of a Trace function: ${formula}`);
    const args = call.args.map((argument) => toValue(argument, cells));
    put(cells, place, await runAsync(callFunction(call.id, args), host));
  }
  return { formulas, rows: toRows(cells), cells };
}

function toValue(argument: FormulaArgument, cells: ReadonlyMap<string, Cell>): unknown {
  if (argument.is === 'value') return argument.value;
  const { row, rows, column, columns } = argument;
  return Array.from({ length: rows }, (_row, below) =>
    Array.from({ length: columns }, (_cell, right) => cells.get(toPlace(row + below, column + right)) ?? ''),
  );
}

function put(cells: Map<string, Cell>, place: string, table: Table): void {
  const [row, column] = readPlace(place);
  table.forEach((line, below) =>
    line.forEach((cell, right) => {
      const target = toPlace(row + below, column + right);
      if (cells.has(target)) throw new Error(`${place} would cover ${target}`);
      cells.set(target, cell);
    }),
  );
}

function toRows(cells: ReadonlyMap<string, Cell>): readonly (readonly Cell[])[] {
  const places = [...cells.keys()].map(readPlace);
  const height = Math.max(...places.map(([row]) => row));
  const width = Math.max(...places.map(([, column]) => column));
  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_cell, column) => cells.get(toPlace(row + 1, column + 1)) ?? ''),
  );
}

function toPlace(row: number, column: number): string {
  return toColumnName(column - 1) + String(row);
}

function readPlace(place: string): readonly [row: number, column: number] {
  return [Number(place.slice(1)), place.charCodeAt(0) - 'A'.charCodeAt(0) + 1];
}
