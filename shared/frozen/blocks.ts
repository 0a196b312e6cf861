import { formulaAt, valueAt, type Block, type CellContents } from './sheet-cells';

/**
 * Joins single cells that are below each other into blocks that can be read or written together. Tables stay
 * separate.
 */
export function mergeBlocks(blocks: readonly Block[]): readonly Block[] {
  const isSingle = ({ rows, columns }: Block): boolean => rows * columns === 1;
  return [...joinBlocks(blocks.filter(isSingle)), ...blocks.filter((block) => !isSingle(block))];
}

/** Joins blocks of the same columns that are below each other, tables too. */
export function joinBlocks(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const { row, column, rows, columns } of [...blocks].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = joined[joined.length - 1];
    const isNext = last?.column === column && last.columns === columns && last.row + last.rows === row;
    if (isNext) joined[joined.length - 1] = { ...last, rows: last.rows + rows };
    else joined.push({ row, column, rows, columns });
  }
  return joined;
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
