import { columnName } from '../cells/column-name';
import { count } from '../errors/count-in-panel';
import { toRangeFormula } from './range-formula';

/** What people read when equal formulas become one range formula, or one becomes many. */
export const RANGE_TEXTS = {
  select: 'Select a cell in a column of equal Trace formulas, such as =TRACE_TECH(A2), and try again.',
  selectRange: 'Select the cell of a range formula such as =TRACE_TECH(A2:A9), and try again.',
  others: 'Other values are in these rows. Nothing was changed.',
  moved: 'Rows were moved or edited meanwhile. Check that a formula covers each of them.',
  protected: 'Some of these cells are protected. Nothing was changed.',
  unnotedPayer:
    'No formula has spent anything in this file yet. If the file is not yours, its owner pays, and a limit of the owner may leave cells without answers.',
} as const;

/** The equal formulas around a row of a column. Rows count from 0. */
interface EqualFormulas {
  readonly row: number;
  readonly formulas: readonly string[];
  /** The range formula that shows the same. */
  readonly range: string;
}

/**
 * The equal formulas directly above and below a row, that row included; `null`: fewer than two.
 *
 * @param at the formula of a row; `''`: none
 * @param row from 0
 */
export function findEqualFormulas(at: (row: number) => string, row: number): EqualFormulas | null {
  let [first, last] = [row, row];
  while (toRangeFormula([at(first - 1), at(first)], first - 1) !== null) first -= 1;
  while (toRangeFormula([at(last), at(last + 1)], last) !== null) last += 1;
  const formulas = Array.from({ length: last - first + 1 }, (_row, down) => at(first + down));
  const range = toRangeFormula(formulas, first);
  return range === null ? null : { row: first, formulas, range };
}

/**
 * What people read once equal formulas became one.
 *
 * @param column of the formulas, from 0
 * @param undo how to undo it, after the place of the cell, such as `choose Split into formulas`
 */
export function toRangeText({ row, formulas, range }: EqualFormulas, column: number, undo: string): string {
  const place = `${columnName(column)}${row + 1}`;
  return `${formulas.length.toLocaleString('en-US')} formulas are one now, in ${place}: ${range}\nTo undo, select ${place} and ${undo}.`;
}

/**
 * What people read once a range formula was split.
 *
 * @param formulas how many there are now
 */
export function toSinglesText(formulas: number): string {
  return `One range formula is ${count(formulas, 'formula', 'formulas')} now.`;
}
