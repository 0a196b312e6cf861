import type { GridValue } from '../../../shared/bulk/sheet/cell-values';
import type { Undone } from '../../../shared/bulk/undo/undo';
import { dressOf, isDressedAlike } from '../memory-grid';
import { columnOf } from './hard-table';
import type { PlayedHard } from './played-hard';

interface Difference {
  readonly id: string;
  readonly column: number;
  readonly is: GridValue;
  readonly was: GridValue;
  /** How it is formatted now. */
  readonly dress: string;
}

/** Cells in which the sheet differs from what it would be without the run: in value, format, or by a formula. */
export function differences({ run, shadow }: PlayedHard): Difference[] {
  const [is, was] = [run.grid.values(), shadow.values()];
  const id = columnOf(shadow, 'id');
  return is.flatMap((row, at) =>
    row.flatMap((value, column) => {
      const before = was[at]?.[column] ?? '';
      return value === before && isDressedAlike(run.grid, shadow, at, column)
        ? []
        : [{ id: String(was[at]?.[id]), column, is: value, was: before, dress: dressOf(run.grid.rows[at]?.[column]) }];
    }),
  );
}

/**
 * What an undo has left, and has to list: every difference, but for rows that nobody can tell from copies of them.
 *
 * @param undone `null`: the run was not there any more
 */
export function expectRestoredOrListed(played: PlayedHard, undone: Undone | null, cellsOfRow: number): void {
  const left = differences(played).filter(
    (difference) =>
      (!played.memory.isDoubled(difference.id) || isGone(played, difference)) && !isBesideItsInput(played, difference),
  );
  if (left.length === 0) return;
  expect(undone).toMatchObject({ isLeft: true });
  const { missing, undecided, edited, refused, lost } = undone!;
  // The column is told as a whole.
  if (lost.length > 0) return;
  const listed = cellsOfRow * missing.length + undecided.length + edited.length + refused.length;
  expect(left.length).toBeLessThanOrEqual(listed);
}

/** Whether a value of the owner's stands nowhere in its column any more. What was copied of the run is the copy's. */
function isGone({ run }: PlayedHard, { id, column, was }: Difference): boolean {
  return was !== '' && !id.startsWith('copy') && !run.grid.values().some((cells) => cells[column] === was);
}

/** Whether its column has a value of the owner's less often. */
function isLost({ run, shadow }: PlayedHard, { column, was }: Difference): boolean {
  const countOf = (values: readonly (readonly GridValue[])[]): number =>
    values.filter((cells) => cells[column] === was).length;
  return was !== '' && countOf(run.grid.values()) < countOf(shadow.values());
}

/**
 * Whether a value of the sheet's owner, or its format, stands beside an input that it has stood beside. Where only inputs
 * were sorted, and rows of one company hold the same answer, nobody can see that the rows themselves stayed.
 */
function isBesideItsInput(played: PlayedHard, difference: Difference): boolean {
  const { run, shadow, memory } = played;
  const { id, column, is, was, dress } = difference;
  const rows = shadow.values();
  const header = rows.find((cells) => cells.includes('domain')) ?? [];
  const [idColumn, inputColumn] = [header.indexOf('id'), header.indexOf('domain')];
  const input = rows.find((cells) => cells[idColumn] === id)?.[inputColumn] ?? '';
  const isAlone = rows.filter((cells) => cells[inputColumn] === input).length === 1;
  if (!isAlone || isLost(played, difference)) return false;
  const title = header[column] ?? '';
  const stays = (beside: GridValue): boolean =>
    is === was ? memory.hasSeenDress(dress, beside, title) : memory.hasSeen(is, beside, title);
  // An input that was sorted alone may have been edited since. No answer is left, and no value is gone.
  const isMoved =
    rows.some((cells) => cells[column] === is) && run.grid.values().some((cells) => cells[column] === was);
  return stays(input) || (isMoved && [...(memory.inputsOf.get(id) ?? [])].some(stays));
}

/** Where the column itself is in doubt, nothing is touched or forgotten. */
export async function undoUnlessInDoubt(played: PlayedHard): Promise<Undone | null | 'inDoubt'> {
  try {
    return await played.undo();
  } catch (thrown) {
    if ((thrown as { readonly code?: string }).code !== 'columnsGone') throw thrown;
    return 'inDoubt';
  }
}
