import { columnName } from '../cells/column-name';
import { toDigits } from '../digest';
import { placesOf } from './blocks';
import { valueAt, type Block, type CellContent, type SheetCells } from './sheet-cells';

/** The visible sheet that lists the formulas of frozen cells. Users may read, copy and edit it. */
export const LIST_NAME = 'Trace formulas';
/** A name for a new list. Users may have another sheet of that name. */
export function nextListName(names: readonly string[]): string {
  let name = LIST_NAME;
  for (let number = 2; names.includes(name); number += 1) name = `${LIST_NAME} ${number}`;
  return name;
}

/** The first row of the list, which distinguishes it from users' sheets. */
export const LIST_TITLES: readonly string[] = ['Sheet', 'Cells', 'Formula', 'Value', 'Frozen (UTC)', 'Check'];

/** Rows of the list below its titles, as texts. */
export type Lines = readonly (readonly string[])[];

/** A frozen formula, and the cells that it filled. */
export interface ListRow extends Block {
  /** The sheet's name when the formula was frozen. */
  readonly sheet: string;
  readonly formula: string;
  /** The value of its first cell, for users to read. */
  readonly value: string;
  readonly frozenAt: string;
  /** A digest of all values of the extent, with their types. */
  readonly check: string;
}

/** The widths of the list's columns, in points. */
export const LIST_WIDTHS: readonly number[] = [90, 80, 340, 140, 100, 70];

/** A value is shown up to this length; {@link ListRow.check} covers all of it. */
const VALUE_LENGTH = 500;
const CHECK_DIGITS = 8;
/** The most cells of one extent, which anyone may have typed. */
const MOST_CELLS = 1_000_000;
const CELL = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const LETTERS = 26;

export function toListRow(sheet: SheetCells, block: Block, formula: string, nowMs: number): ListRow {
  const { row, column, rows, columns } = block;
  return {
    ...{ row, column, rows, columns, formula },
    sheet: sheet.name,
    value: toShown(valueAt(sheet, row, column)).slice(0, VALUE_LENGTH),
    frozenAt: new Date(nowMs).toISOString().slice(0, 16).replace('T', ' '),
    check: checkOf(sheet, block),
  };
}

function toShown(value: CellContent): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** A digest of the values of a block, with their types. */
export function checkOf(sheet: SheetCells, block: Block): string {
  return toDigits(JSON.stringify(placesOf(block).map(([row, column]) => valueAt(sheet, row, column))), CHECK_DIGITS);
}

/** The row as texts, one for each of {@link LIST_TITLES}. */
export function toLine({ sheet, formula, value, frozenAt, check, ...block }: ListRow): readonly string[] {
  return [sheet, extentName(block), formula, value, frozenAt, check];
}

/** Reads {@link toLine}; `null`: someone has edited the line. */
export function readLine(line: readonly string[]): ListRow | null {
  const [sheet = '', cells = '', formula = '', value = '', frozenAt = '', check = ''] = line;
  const [from = '', to = from] = cells.split(':');
  const [first, last] = [readCell(from), readCell(to)];
  if (sheet === '' || first === null || last === null || !formula.startsWith('=')) return null;
  const [rows, columns] = [last.row - first.row + 1, last.column - first.column + 1];
  if (rows < 1 || columns < 1 || rows * columns > MOST_CELLS) return null;
  return { sheet, ...first, rows, columns, formula, value, frozenAt, check };
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

function extentName({ row, column, rows, columns }: Block): string {
  const first = cellName(row, column);
  return rows * columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

function readCell(name: string): Pick<Block, 'row' | 'column'> | null {
  const [, letters, row] = CELL.exec(name) ?? [];
  if (letters === undefined || row === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}
