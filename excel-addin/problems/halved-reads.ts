import { isTooMuch } from '../bulk/on-workbook';

/**
 * Reads rows in parts, and in smaller ones from the first answer on that exceeds what Excel carries (5 MB on the
 * web).
 *
 * @param most the most rows at once
 * @param read rejects before it has noted anything
 */
export async function readInChunks(
  rows: number,
  most: number,
  read: (start: number, rows: number) => Promise<void>,
): Promise<void> {
  let size = most;
  for (let start = 0; start < rows;) {
    const count = Math.min(size, rows - start);
    try {
      await read(start, count);
      start += count;
    } catch (thrown) {
      if (count === 1 || !isTooMuch(thrown)) throw thrown;
      size = Math.ceil(count / 2);
    }
  }
}

/** Cells of an area. Row and column count from its first ones. */
interface Cut {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/**
 * The same for all columns of an area at once, and for some of them at a time if a single row is too much: 100 cells
 * may contain that much text.
 */
export async function readAreaInChunks(
  { rows, columns }: Pick<Cut, 'rows' | 'columns'>,
  most: number,
  read: (chunk: Cut) => Promise<void>,
): Promise<void> {
  await readInChunks(rows, most, async (row, count) => {
    try {
      await read({ row, rows: count, column: 0, columns });
    } catch (thrown) {
      if (count > 1 || columns === 1 || !isTooMuch(thrown)) throw thrown;
      const half = Math.ceil(columns / 2);
      await readInChunks(columns, half, (column, some) => read({ row, rows: 1, column, columns: some }));
    }
  });
}
