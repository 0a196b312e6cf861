import { portionsOf } from '../../shared/runs';

/** Small enough that a message ends well within half a minute. */
const CELLS_IN_MESSAGE = 20_000;
/** All cells between the first and the last row, which are read at once. */
const CELLS_BETWEEN = 60_000;

/**
 * Groups rows by message, neighbors together.
 * @returns positions in `rows`
 */
export function cutIntoMessages(rows: readonly number[], columns: readonly number[]): readonly (readonly number[])[] {
  const width = Math.max(0, ...columns) - Math.min(...columns) + 2;
  const most = {
    rows: Math.max(1, Math.floor(CELLS_IN_MESSAGE / columns.length)),
    span: Math.max(1, Math.floor(CELLS_BETWEEN / width)),
    size: Infinity,
  };
  return portionsOf(rows, most, () => 0);
}
