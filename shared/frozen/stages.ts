import type { ToFreeze } from './plan-freeze';
import { reachOf } from './reach';
import { formulaAt, type SheetCells } from './sheet-cells';
import { readReferences, rowOf } from './template';

/**
 * Splits formulas into stages. No formula reads what another one of its stage may fill, not even by way of other formulas.
 * Formulas come before those that they read: they are values by the time their inputs are blank, and do not calculate with
 * blank cells. Formulas that may read each other share a stage. What functions read by name or by text is not seen.
 */
export function inStages(sheet: SheetCells, cells: readonly ToFreeze[]): readonly (readonly ToFreeze[])[] {
  const stages: ToFreeze[][] = [];
  const heights = findHeights(sheet, cells);
  cells.forEach((cell, at) => (stages[heights[at]!] ??= []).push(cell));
  return stages.filter(Boolean).reverse();
}

/** The longest chain of formulas that each formula reads, itself included. */
function findHeights(sheet: SheetCells, cells: readonly ToFreeze[]): readonly number[] {
  const width = sheet.values[0]?.length ?? 0;
  const keyOf = ({ row, column }: Pick<ToFreeze, 'row' | 'column'>): number => row * width + column;
  const own = new Set(cells.map(keyOf));
  const sourcesOf = makeSources(sheet, cells, keyOf);
  const heights = new Map<number, number>();
  // No recursion: each formula of a column may read the one above it, for thousands of rows.
  const stack = cells.map(keyOf);
  while (stack.length > 0) {
    const key = stack[stack.length - 1]!;
    const sources = sourcesOf(key);
    const isSeen = heights.has(key);
    if (!isSeen) heights.set(key, 0);
    const before = stack.length;
    if (!isSeen) for (const each of sources) if (!heights.has(each)) stack.push(each);
    if (stack.length > before) continue;
    stack.pop();
    let height = 0;
    for (const each of sources) if (each !== key) height = Math.max(height, heights.get(each) ?? 0);
    heights.set(key, height + (own.has(key) ? 1 : 0));
  }
  return cells.map((cell) => heights.get(keyOf(cell))!);
}

/** The formulas that each formula reads: those in the cells it refers to, and those with tables that may fill these cells. */
function makeSources(
  sheet: SheetCells,
  cells: readonly ToFreeze[],
  keyOf: (place: Pick<ToFreeze, 'row' | 'column'>) => number,
): (key: number) => Iterable<number> {
  const [height, width] = [sheet.values.length, sheet.values[0]?.length ?? 0];
  /** By row: the columns that a formula's table may fill there. */
  const fillers: (readonly [left: number, right: number, key: number])[][] = sheet.values.map(() => []);
  for (const cell of cells) {
    for (const { row, column, rows, columns } of reachOf(sheet, cell)) {
      for (let down = row; down < row + rows; down += 1) {
        fillers[down]!.push([column, column + columns - 1, keyOf(cell)]);
      }
    }
  }
  const found = new Map<string, ReadonlySet<number>>();
  const sourcesIn = (top: number, bottom: number, left: number, right: number): ReadonlySet<number> => {
    const sources = new Set<number>();
    for (let row = top; row <= bottom; row += 1) {
      for (const [from, to, key] of fillers[row]!) if (from <= right && to >= left) sources.add(key);
      for (let column = left; column <= right; column += 1) {
        if (formulaAt(sheet, row, column) !== '') sources.add(keyOf({ row, column }));
      }
    }
    return sources;
  };
  return (key) => {
    const row = Math.floor(key / width);
    const all = readReferences(formulaAt(sheet, row, key % width), row).flatMap(([name, first, last]) => {
      if (name !== '') return [];
      const end = last ?? first;
      const [one, other] = [rowOf(first, row) ?? 0, rowOf(end, row) ?? height - 1];
      const [top, bottom] = [Math.max(0, Math.min(one, other)), Math.min(height - 1, Math.max(one, other))];
      const [left, right] = [Math.min(first[0], end[0]), Math.min(width - 1, Math.max(first[0], end[0]))];
      const at = [top, bottom, left, right].join(' ');
      const sources = found.get(at) ?? sourcesIn(top, bottom, left, right);
      found.set(at, sources);
      return [sources];
    });
    return all.length === 1 ? all[0]! : new Set(all.flatMap((sources) => [...sources]));
  };
}
