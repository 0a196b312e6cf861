import { formulaAt, valueAt, type Block, type SheetCells } from './sheet-cells';

/** Joins blocks that can be written together: single rows of equal width directly below each other. */
export function mergeBlocks(
  blocks: readonly Block[],
  isJoined = ({ columns }: Block): boolean => columns === 1,
): readonly Block[] {
  const sorted = [...blocks].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Block[] = [];
  for (const { row, column, rows, columns } of sorted) {
    const last = runs[runs.length - 1];
    const isNext = last?.column === column && last.columns === columns && last.row + last.rows === row;
    if (isNext && rows === 1 && isJoined(last)) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, column, rows, columns });
  }
  return runs;
}

/** The cells of a block, row by row. */
export function placesOf({ row, column, rows, columns }: Block): readonly (readonly [row: number, column: number])[] {
  return Array.from({ length: rows * columns }, (_cell, at) => [
    row + Math.floor(at / columns),
    column + (at % columns),
  ]);
}

/** Whether a block still holds the same values, and no formula. */
export function stands(now: SheetCells, before: SheetCells, block: Block): boolean {
  return placesOf(block).every(
    ([row, column]) => formulaAt(now, row, column) === '' && valueAt(now, row, column) === valueAt(before, row, column),
  );
}
