import { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { chargeOfLongest } from '../../credits/partners-counted';
import { capReached } from '../fetch/fetch-partners';
import { isAsking, type Choice, type Found } from '../plan/column-spec';
import { cutListsOf, toAnswerCell } from '../plan/column-answer';
import type { RowOutcome } from './row-outcome';
import type { GridCell, NoAnswer } from '../sheet/cell-values';

/** The answer to one row of a run. */
export interface RunAnswer {
  /** One for each choice; `null`: a problem, or the status, which only the outcome tells. */
  readonly cells: readonly (GridCell | null)[];
  readonly error: TraceError | null;
  /** Its outcome once it is written. */
  readonly as: RowOutcome;
}

export function toAnswer(choices: readonly Choice[], found: Found): RunAnswer {
  let error: TraceError | null = null;
  const cells = choices.map((choice) => {
    if (!isAsking(choice)) return null;
    const cell = toAnswerCell(choice, found);
    if (!(cell instanceof TraceError)) return cell;
    error ??= cell;
    return null;
  });
  const cut = cutListsOf(choices, found);
  if (cut.length > 0) error ??= capReached(chargeOfLongest(cut));
  return { cells, error, as: outcomeOf(choices, cells, error) };
}

/** The outcome of a row with these answers. */
function outcomeOf(
  choices: readonly Choice[],
  cells: readonly (GridCell | null)[],
  error: TraceError | null,
): RowOutcome {
  if (isOfLimit(error)) return { is: 'cut' };
  if (error !== null) return { is: 'failed', why: error };
  const answers = cells.filter((_cell, at) => isAsking(choices[at]!));
  if (answers.every((cell) => wordOf(cell) === 'notTracked')) return { is: 'written', found: 'notTracked' };
  const isNothing = (cell: GridCell | null): boolean => cell?.kind === 'blank' || wordOf(cell) !== undefined;
  return { is: 'written', found: answers.every(isNothing) ? 'noData' : 'data' };
}

function wordOf(cell: GridCell | null): NoAnswer | undefined {
  return cell?.kind === 'text' && cell.says !== 'value' ? cell.says : undefined;
}

export function isOfLimit(error: TraceError | null): boolean {
  return error !== null && traitsOf(error).ends === 'limit';
}
