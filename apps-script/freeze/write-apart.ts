import type { Block } from '../../shared/freeze';
import { passOn } from '../own-mistake';

/**
 * Writes everything at once. If Google refuses that, writes one by one, so that a refused item does not affect the
 * others.
 *
 * @param cut the parts of a refused item, which are tried in its place
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

/** For cells that are below each other but independent. */
export function inHalves(run: Block): readonly Block[] {
  const half = Math.ceil(run.rows / 2);
  return run.rows < 2
    ? []
    : [
        { ...run, rows: half },
        { ...run, row: run.row + half, rows: run.rows - half },
      ];
}
