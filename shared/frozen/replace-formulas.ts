import { ask, type Task } from '../task';
import type { ReplacePorts, SelectedCell } from './ports';
import { toSingleFormulas } from './range-formula';
import { findEqualFormulas, RANGE_TEXTS, toRangeText, toSinglesText } from './range-text';
import { formulaAt, valueAt } from './sheet-cells';

/**
 * Makes one range formula of the equal formulas around the selected cell.
 *
 * @param undo how to undo it, as {@link toRangeText} has it
 * @returns what it did, in words, or what the person has to agree to first
 */
export function* joinFormulas<T>(undo: string): Task<string | T, ReplacePorts<T>> {
  const cell = yield* ask<ReplacePorts<T>, 'selected'>({ ask: 'selected', isFilled: false });
  const found = cell && findEqualFormulas((row) => formulaAt(cell.cells, row, cell.column), cell.row);
  if (cell === null || found === null) return RANGE_TEXTS.select;
  const { row, formulas, range } = found;
  return yield* replace<T>({ ...cell, row }, range, formulas, false, toRangeText(found, cell.column, undo));
}

/** Makes single formulas of the range formula in the selected cell. Returns as {@link joinFormulas} does. */
export function* splitFormula<T>(): Task<string | T, ReplacePorts<T>> {
  const cell = yield* ask<ReplacePorts<T>, 'selected'>({ ask: 'selected', isFilled: true });
  const singles = cell && singlesOf(cell);
  if (!singles) return RANGE_TEXTS.selectRange;
  const formula = formulaAt(cell.cells, cell.row, cell.column);
  return yield* replace<T>(cell, formula, singles, true, toSinglesText(singles.length));
}

/** The formulas in place of the range formula in a cell; `null`: it has none. */
export function singlesOf({ cells, row, column }: SelectedCell): readonly string[] | null {
  const held = cells.values.length - row;
  const singles = toSingleFormulas(formulaAt(cells, row, column), row, held)?.slice(0, held) ?? [];
  return singles.length === 0 ? null : singles;
}

/**
 * Replaces formulas from a cell down. Nobody is asked to pay for what cannot be done.
 *
 * @param isSplit whether the single formulas come, and not the range formula
 * @param done what people read once they have
 */
function* replace<T>(
  { cells, row, column }: SelectedCell,
  range: string,
  singles: readonly string[],
  isSplit: boolean,
  done: string,
): Task<string | T, ReplacePorts<T>> {
  const sheet = cells.id;
  const alone = singles.map((_single, down) => (down === 0 ? range : ''));
  const [before, formulas] = isSplit ? [alone, singles] : [singles, alone];
  const replacing = { sheet, row, column, rows: singles.length, columns: 1, before, formulas };
  if (yield* ask<ReplacePorts<T>, 'isProtected'>({ ask: 'isProtected', ...replacing })) return RANGE_TEXTS.protected;
  const placed = (isSplit ? singles : [range]).map((formula, down) => ({ sheet, row: row + down, column, formula }));
  const first = yield* ask<ReplacePorts<T>, 'toAgree'>({ ask: 'toAgree', placed });
  if (first !== null) return first;
  const filled = isSplit
    ? yield* ask<ReplacePorts<T>, 'reach'>({ ask: 'reach', sheet, row, column, formula: range })
    : replacing;
  if (typeof filled === 'string') return RANGE_TEXTS.moved;
  // Whatever is in these rows and not of the formulas is somebody's own.
  const isOwn = (down: number): boolean => down >= filled!.rows && valueAt(cells, row + down, column) !== '';
  if (filled === null || singles.some((_single, down) => isOwn(down))) return RANGE_TEXTS.others;
  const isDone = yield* ask<ReplacePorts<T>, 'enter'>({ ask: 'enter', ...replacing, filled: filled.rows });
  if (isDone === 'moved') return RANGE_TEXTS.moved;
  return isDone ? done : RANGE_TEXTS.others;
}
