import { isBeginningOf } from '../../cells/join';
import { isAsking, type Choice } from '../plan/column-spec';
import type { RowOutcome } from '../rows/row-record';
import { isOwn, type Decision, type Intent } from '../sheet/cell-decision';
import { digestOf, type GridCell, type GridValue } from '../sheet/cell-values';

/**
 * The outcome of an answered row, some cells of which a person may have filled since the run was planned: these stay. Other
 * cells that stay were listed with the plan.
 *
 * @param decisions one for each choice
 * @param isPlanned whether the plan was to fill the cell of a choice
 */
export function besideOthers(
  as: RowOutcome,
  choices: readonly Choice[],
  decisions: readonly Decision[],
  isPlanned: (at: number) => boolean,
): RowOutcome {
  const isKept = ({ is }: Decision): boolean => is === 'keep';
  if (as.is !== 'written' || !decisions.some((each, at) => isKept(each) && isPlanned(at))) return as;
  // A status alone is no answer.
  const isNothingWritten = decisions.every((each, at) => isKept(each) || !isAsking(choices[at]!));
  return isNothingWritten ? { is: 'skipped', why: 'filled' } : { ...as, isPartly: true };
}

/**
 * What to write over a value: nothing where there is no answer, and the value is not the run's own. `none` is an answer: the
 * company has none.
 */
export function overValue(cell: GridCell | null, value: GridValue, earlier: Intent | null): GridCell | null {
  const isNoAnswer = cell?.kind === 'blank' || (cell?.kind === 'text' && cell.says === 'notTracked');
  const isOwners = value !== '' && (earlier === null || !isOwn(earlier, digestOf(value)));
  return isNoAnswer && isOwners ? null : cell;
}

/**
 * What to write into a row that a limit cuts once more: nothing where less of the limit was left than before, and the list in
 * the cell is longer. It has been paid for.
 */
export function overLonger(cell: GridCell | null, value: GridValue, earlier: Intent | null): GridCell | null {
  const isOwnList = typeof value === 'string' && earlier !== null && isOwn(earlier, digestOf(value));
  return isOwnList && cell?.kind === 'text' && isBeginningOf(cell.text, value) ? null : cell;
}
