import { moveReferences, readA1, rowsOf, sortReferences, type Moved, type Place } from './a1';
import { fromKey, toKey } from './place-key';

export interface GridCell {
  readonly formula: string;
  readonly value: unknown;
  /** An error without a formula, such as one that was pasted as a value. */
  readonly isError?: boolean;
  /** The first cell of the table that has spilled into this cell. */
  readonly spilledFrom?: string;
  /** The formula's answer, which is shown as soon as nothing blocks it. */
  readonly table?: readonly (readonly unknown[])[];
  /** What it showed before it was calculated again. */
  readonly before?: unknown;
}

/** What Google shows until a function has answered. */
export const LOADING = 'Loading...';

export const EMPTY: GridCell = { formula: '', value: '' };

/** The new key of a cell; `null`: it is removed. */
export type MoveKey = (at: string) => string | null;

type Cells = Iterable<readonly [string, GridCell]>;

/** @param order the former position of each row, from 1 */
export function toRowOrder(order: readonly number[]): MoveKey {
  const target = new Map(order.map((row, index) => [row, index + 1]));
  return (at) => {
    const place = fromKey(at);
    return toKey({ ...place, row: target.get(place.row) ?? place.row });
  };
}

export function toRowMove(toRow: Moved): MoveKey {
  return (at) => {
    const { row, column } = fromKey(at);
    const to = toRow(row);
    return to === null ? null : toKey({ row: to, column });
  };
}

export function toColumnMove(toColumn: Moved): MoveKey {
  return (at) => {
    const { row, column } = fromKey(at);
    const to = toColumn(column);
    return to === null ? null : toKey({ row, column: to });
  };
}

/** A formula after an edit; `isSame`: none of its inputs has changed. */
interface Rewritten {
  readonly formula: string;
  readonly isSame: boolean;
}
export type Rewrite = (formula: string, from: Place, to: Place) => Rewritten;

/** Sorting moves formulas like copies: https://support.google.com/docs/answer/3540681. */
export function inSortedRows(order: readonly number[]): Rewrite {
  const isMoved = (row: number): boolean => row <= order.length && order[row - 1] !== row;
  return (formula, from, to) => ({
    formula: sortReferences(formula, to.row - from.row),
    // A formula over its own row finds the same cells there.
    isSame: rowsOf(formula).every((row) => row === from.row || !isMoved(row)),
  });
}

/** A range whose size changes is calculated again. */
export function withMovedReferences(toRow: Moved, toColumn: Moved): Rewrite {
  return (formula) => {
    const moved = moveReferences(formula, toRow, toColumn);
    return { formula: moved, isSame: cellsOf(moved) === cellsOf(formula) };
  };
}

function cellsOf(formula: string): string {
  const ranges = formula.match(/\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+/g) ?? [];
  const sizes = ranges.map((range) => {
    const [first, last] = range.replace(/\$/g, '').split(':').map(readA1) as [Place, Place];
    return `${last.row - first.row} ${last.column - first.column}`;
  });
  return `${sizes.join()}${formula.includes('#REF!') ? '#' : ''}`;
}

/** @returns the cells without what tables have filled, and those whose table must be shown again */
export function moveCells(
  cells: Cells,
  move: MoveKey,
  rewrite: Rewrite,
): readonly [cells: Map<string, GridCell>, tables: readonly (readonly [string, GridCell])[]] {
  const moved = new Map<string, GridCell>();
  const tables: (readonly [string, GridCell])[] = [];
  for (const [at, cell] of cells) {
    const to = cell.spilledFrom === undefined ? move(at) : null;
    if (to === null) continue;
    if (cell.formula === '') {
      moved.set(to, cell);
      continue;
    }
    const { formula, isSame } = rewrite(cell.formula, fromKey(at), fromKey(to));
    moved.set(to, isSame ? { ...cell, formula } : { formula, value: LOADING });
    const { table } = cell;
    if (isSame && table !== undefined && cell.value !== LOADING && table.length * (table[0]?.length ?? 0) > 1)
      tables.push([to, { ...cell, formula }]);
  }
  return [moved, tables];
}
