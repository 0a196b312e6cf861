import { formulaAt, valueAt, type Block, type CellContents } from './sheet-cells';

/**
 * Joins single cells that are below each other into blocks that can be read or written together. Tables stay
 * separate.
 */
export function mergeBlocks(blocks: readonly Block[]): readonly Block[] {
  const isSingle = ({ rows, columns }: Block): boolean => rows * columns === 1;
  const runs: Block[] = [];
  for (const { row, column } of blocks.filter(isSingle).sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs[runs.length - 1];
    const isNext = last?.column === column && last.row + last.rows === row;
    if (isNext) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return [...runs, ...blocks.filter((block) => !isSingle(block))];
}

/** The cells of a block, row by row. */
export function placesOf({ row, column, rows, columns }: Block): readonly (readonly [row: number, column: number])[] {
  return Array.from({ length: rows * columns }, (_cell, at) => [
    row + Math.floor(at / columns),
    column + (at % columns),
  ]);
}

/** Whether a block still contains the same values, and no formula. */
export function stands(now: CellContents, before: CellContents, block: Block): boolean {
  return placesOf(block).every(
    ([row, column]) => formulaAt(now, row, column) === '' && valueAt(now, row, column) === valueAt(before, row, column),
  );
}

/** Whether a block still contains the same values and formulas. */
export function isUnchanged(now: CellContents, before: CellContents, block: Block): boolean {
  return placesOf(block).every(
    ([row, column]) =>
      formulaAt(now, row, column) === formulaAt(before, row, column) &&
      valueAt(now, row, column) === valueAt(before, row, column),
  );
}
