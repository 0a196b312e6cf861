import type { Block } from '../../shared/freeze';
import { passOn } from '../own-mistake';

/**
 * Writes all at once; where Google refuses that, one by one, so that a refused cell takes no other along.
 *
 * @param cut the parts of one that is refused, to be tried in its place
 */
export function writeApart<T>(
  all: readonly T[],
  put: (one: T) => void,
  cut: (one: T) => readonly T[] = () => [],
): void {
  if (all.length === 0) return;
  try {
    all.forEach(put);
    SpreadsheetApp.flush();
  } catch (thrown) {
    passOn(thrown);
    for (const one of all.length > 1 ? all : cut(all[0]!)) writeApart([one], put, cut);
  }
}

/** For cells below each other that do not belong together. */
export function inHalves(run: Block): readonly Block[] {
  const half = Math.ceil(run.rows / 2);
  return run.rows < 2
    ? []
    : [
        { ...run, rows: half },
        { ...run, row: run.row + half, rows: run.rows - half },
      ];
}
