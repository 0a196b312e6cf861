import type { GridBlock } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import { readInPlace } from './locate-run';
import type { RunState } from './run-state';

/** The columns of the run from the first to the last of these rows. */
export async function readTargets(
  state: RunState,
  places: readonly number[],
): Promise<{ readonly first: number; readonly columns: GridBlock['columns'] }> {
  const first = places.reduce((least, place) => Math.min(least, place));
  const last = places.reduce((most, place) => Math.max(most, place));
  const { columns } = await readInPlace(state, ({ sheet, targets }, reads) => {
    const asked = targets.map(({ column }) => column);
    return readColumns(reads, sheet.id, first, last - first + 1, asked);
  });
  return { first, columns };
}
