import type { Block } from '../../shared/freeze';

/** Excel's answer has about 60 bytes for a cell, and Excel on the web carries 5 MB. */
const CELLS_AT_ONCE = 20_000;
const BLOCKS_AT_ONCE = 1_000;

/**
 * Groups items, in order, so that one call to Excel can carry each group. An item that is too large is in a group of
 * its own.
 */
export function* inPortions<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  { size: mostSize, items: mostItems }: { readonly size: number; readonly items: number },
): Generator<readonly T[]> {
  let open: T[] = [];
  let size = 0;
  for (const item of items) {
    const own = sizeOf(item);
    if (open.length > 0 && (open.length === mostItems || size + own > mostSize)) {
      yield open;
      [open, size] = [[], 0];
    }
    open.push(item);
    size += own;
  }
  if (open.length > 0) yield open;
}

/** Groups blocks of cells. */
export function inCalls<T extends Block>(blocks: readonly T[]): Generator<readonly T[]> {
  return inPortions(blocks, ({ rows, columns }) => rows * columns, { size: CELLS_AT_ONCE, items: BLOCKS_AT_ONCE });
}

/** Cuts a block by rows into blocks that one call can carry. */
export function cutBlock({ row, column, rows, columns }: Block): readonly Block[] {
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  return Array.from({ length: Math.ceil(rows / most) }, (_part, at) => ({
    ...{ row: row + at * most, column, columns },
    rows: Math.min(most, rows - at * most),
  }));
}
