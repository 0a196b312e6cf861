/** Small enough that a message ends well within half a minute. */
const CELLS_IN_MESSAGE = 20_000;
/** All cells between the first and the last row, which are read at once. */
const CELLS_BETWEEN = 60_000;

/**
 * Groups rows by message, neighbors together.
 * @returns positions in `rows`
 */
export function cutIntoMessages(rows: readonly number[], columns: readonly number[]): readonly (readonly number[])[] {
  const most = Math.max(1, Math.floor(CELLS_IN_MESSAGE / Math.max(1, columns.length)));
  const width =
    columns.reduce((last, column) => Math.max(last, column), 0) -
    columns.reduce((first, column) => Math.min(first, column), Infinity) +
    2;
  const mostRows = Math.max(1, Math.floor(CELLS_BETWEEN / Math.max(2, width)));
  const chunks: number[][] = [];
  for (const at of [...rows.keys()].sort((one, other) => rows[one]! - rows[other]!)) {
    const chunk = chunks[chunks.length - 1];
    if (chunk !== undefined && chunk.length < most && rows[at]! - rows[chunk[0]!]! < mostRows) chunk.push(at);
    else chunks.push([at]);
  }
  return chunks;
}
