import { shiftRows } from './a1';
import { fromKey, moveKey, toKey } from './place-key';

export interface GridCell {
  readonly formula: string;
  readonly value: unknown;
  /** Where the table starts that has spilled into this cell. */
  readonly spilledFrom?: string;
  /** What the formula has answered, which is shown as soon as nothing is in its way. */
  readonly table?: readonly (readonly unknown[])[];
  /** What it showed before it was calculated again. */
  readonly before?: unknown;
}

export const EMPTY: GridCell = { formula: '', value: '' };

/** Where what stands at a key goes; `null`: it is taken away. */
export type MoveKey = (at: string) => string | null;

type Cells = ReadonlyMap<string, GridCell>;

/** @param order of rows, counted from 1: each from where it was */
export function toRowOrder(order: readonly number[]): MoveKey {
  const target = new Map(order.map((row, index) => [row, index + 1]));
  return (at) => {
    const place = fromKey(at);
    return toKey({ ...place, row: target.get(place.row) ?? place.row });
  };
}

export function toColumnMove(toColumn: (column: number) => number | null): MoveKey {
  return (at) => {
    const { row, column } = fromKey(at);
    const to = toColumn(column);
    return to === null ? null : toKey({ row, column: to });
  };
}

export function moveCells(cells: Cells, move: MoveKey): Map<string, GridCell> {
  const moved = [...cells].flatMap(([at, cell]) => {
    const to = move(at);
    return to === null ? [] : [[to, cell] as const];
  });
  return new Map(moved);
}

/** What is below a new row moves, and references with it. */
export function withRowBefore(cells: Cells, row: number): Map<string, GridCell> {
  const moved = [...cells].map(([at, cell]): [string, GridCell] => {
    const formula = shiftRows(cell.formula, row, 1);
    const spilledFrom = cell.spilledFrom === undefined ? {} : { spilledFrom: moveKey(cell.spilledFrom, row) };
    return [moveKey(at, row), { ...cell, formula, ...spilledFrom }];
  });
  return new Map(moved);
}
