import { toDigits } from '../digest';
import { valueAt, type Block, type HeldValue, type Placing, type SheetCells } from './sheet-cells';
import { readTemplate, rowOf, type Template } from './template';

/** 48 bits. */
const DIGITS = 8;
/** Functions accept a column of inputs and two of options. A wider range is not read: it could slow a reader down. */
const MOST_COLUMNS = 256;

/** Needed to read the cells that a formula refers to. */
export interface Around<C> extends Placing<C> {
  /** The formula's own sheet. */
  readonly own: SheetCells;
  readonly named: (name: string) => SheetCells | null;
}

/**
 * A digest of the values of all cells that a formula in a row refers to. Blank cells at the end of a range do not count.
 * `null` where a reference has no cell.
 *
 * @param row of the formula, from 0
 * @param mostRows how many rows a range without an end has at most
 */
export function digestInputs<C>(
  template: Template<C>,
  row: number,
  around: Around<C>,
  mostRows = Infinity,
): string | null {
  const all: (readonly (readonly HeldValue[])[])[] = [];
  for (const reference of template.references) {
    const [name, first, last, link] = reference;
    if (link !== undefined) {
      const placed = around.own.links?.place(reference, around);
      const cells = placed && around.own.links?.cellsOf(placed, row);
      if (!cells || cells.row < 0) return null;
      const [rows, right] = [Math.min(cells.rows, mostRows), cells.column + cells.columns - 1];
      all.push(readTrimmed(cells.of, [cells.row, cells.row + rows - 1], [cells.column, right]));
      continue;
    }
    const sheet = name === '' ? around.own : around.named(toName(name));
    const columns = (last === null ? [first] : [first, last]).map(([column]) =>
      name === '' ? around.columnOf(column) : (column as number),
    );
    const top = rowOf(first, row) ?? 0;
    const bottom = last === null ? top : (rowOf(last, row) ?? top + mostRows - 1);
    if (sheet === null || top < 0 || bottom < 0 || columns.includes(null)) return null;
    all.push(readTrimmed(sheet, [top, bottom], columns as number[]));
  }
  return toDigits(JSON.stringify(all), DIGITS);
}

/**
 * Whether the cells that a formula refers to on its own sheet still hold the same values.
 *
 * @param row of the formula in `before`
 * @param nowRow in `now`
 */
export function hasSameInputs(
  formula: string,
  [before, row]: readonly [SheetCells, number],
  [now, nowRow]: readonly [SheetCells, number],
): boolean {
  const references = readTemplate(formula, row)?.references ?? [];
  return references.every(([name, first, last]) => {
    if (name !== '') return true;
    const end = last ?? first;
    const [top, bottom] = [rowOf(first, row) ?? 0, rowOf(end, row) ?? before.values.length - 1];
    const by = (rowOf(first, nowRow) ?? 0) - top;
    for (let down = top; down <= Math.min(bottom, before.values.length - 1); down += 1) {
      for (let [right] = first; right <= end[0]; right += 1) {
        if (valueAt(before, down, right) !== valueAt(now, down + by, right)) return false;
      }
    }
    return true;
  });
}

/** What the first cell that a formula refers to shows. It names the formula in a list. @param row of the formula, from 0 */
export function firstInput<C>({ references }: Template<C>, row: number, around: Around<C>): string {
  const [name, first] = references[0] ?? ['', null];
  const column = first === null || name !== '' ? null : around.columnOf(first[0]);
  return first === null || column === null ? '' : String(valueAt(around.own, rowOf(first, row) ?? 0, column));
}

export function digestValues(sheet: SheetCells, { row, column, rows, columns }: Block): string {
  const values = Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => valueAt(sheet, row + down, column + right)),
  );
  return toDigits(JSON.stringify(values), DIGITS);
}

/**
 * A digest of the rest of a row, whatever the order of its columns. It tells rows with equal inputs and values apart.
 *
 * @param row from 0
 * @param isLeftOut columns of formulas that are frozen, from 0
 */
export function digestRow(
  { values, formulas }: SheetCells,
  row: number,
  isLeftOut: (column: number) => boolean,
): string {
  const others = (values[row] ?? []).flatMap((value, column) =>
    value === '' || formulas[row]?.[column] !== '' || isLeftOut(column) ? [] : [JSON.stringify(value)],
  );
  return toDigits(others.sort().join(), DIGITS);
}

function readTrimmed(
  sheet: SheetCells,
  [top, bottom]: readonly [number, number],
  columns: readonly number[],
): readonly (readonly HeldValue[])[] {
  const left = Math.min(...columns);
  const right = Math.min(Math.max(...columns), left + MOST_COLUMNS - 1);
  const [from, to] = [Math.min(top, bottom), Math.min(Math.max(top, bottom), sheet.values.length - 1)];
  const read: HeldValue[][] = [];
  let filled = 0;
  for (let row = from; row <= to; row += 1) {
    const cells: HeldValue[] = [];
    for (let column = left; column <= right; column += 1) cells.push(valueAt(sheet, row, column));
    read.push(cells);
    if (cells.some((value) => value !== '')) filled = read.length;
  }
  return read.slice(0, filled);
}

/** `'It''s'!` → `It's`. */
function toName(written: string): string {
  const name = written.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
