import { TraceError, type ErrorCode } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { chargeOfLongest } from '../../credits/charges';
import { capReached } from '../fetch/fetch-partners';
import { isAsking, type Choice, type Found } from '../plan/column-spec';
import { cutListsOf, toAnswerCell } from '../plan/column-answer';
import { type GridCell, type NoAnswer, toGridCell, type GridValue } from '../sheet/cell-values';
import { readInput } from '../../cells/inputs';
import { say } from '../../errors/say';
import { FAILED, SKIPPED, STATUS_WORDS } from '../plan/status-words';
import type { Outcome } from '../record/lines';

/** The answer to one row of an enrichment. */
export interface RunAnswer {
  /** One for each choice; `null`: a problem, or the status, which only the outcome determines. */
  readonly cells: readonly (GridCell | null)[];
  readonly error: TraceError | null;
  /** Once it is written. */
  readonly outcome: Outcome;
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
  return { cells, error, outcome: outcomeOf(choices, cells, error) };
}

function outcomeOf(choices: readonly Choice[], cells: readonly (GridCell | null)[], error: TraceError | null): Outcome {
  if (isOfLimit(error)) return 'cut';
  if (error !== null) return 'failed';
  const answers = cells.filter((_cell, at) => isAsking(choices[at]!));
  if (answers.every((cell) => wordOf(cell) === 'notTracked')) return 'notTracked';
  const isNothing = (cell: GridCell | null): boolean => cell?.kind === 'blank' || wordOf(cell) !== undefined;
  return answers.every(isNothing) ? 'noData' : 'found';
}

function wordOf(cell: GridCell | null): NoAnswer | undefined {
  return cell?.kind === 'text' && cell.says !== 'value' ? cell.says : undefined;
}

export function isOfLimit(error: TraceError | null): boolean {
  return error !== null && traitsOf(error).ends === 'limit';
}

/** More precise words for why a row cannot be asked for. */
const UNUSABLE: Partial<Record<ErrorCode, string>> = {
  inputIsFreeMail: 'free email address',
  inputIsPage: 'page on another site',
};

/**
 * The cells of a row as they are written. Beside a Status column, a mere word for "no answer" becomes a blank cell,
 * so that a column of numbers contains nothing else.
 *
 * @param cells answers, one for each choice; `null` for the status
 * @param input the cell that should name the company
 */
export function withStatus(
  choices: readonly Choice[],
  cells: readonly (GridCell | null)[],
  { outcome, error }: Pick<RunAnswer, 'outcome' | 'error'>,
  input: GridValue,
): readonly (GridCell | null)[] {
  if (!choices.some(({ adds }) => adds === 'status')) return cells;
  const status = statusOf(outcome, error, input);
  const isData = outcome !== 'noData' && outcome !== 'notTracked';
  return cells.map((cell, at) => {
    if (choices[at]!.adds === 'status') return status === null ? null : toGridCell(status);
    const says = cell?.kind === 'text' ? cell.says : undefined;
    const isWord = says === 'notTracked' || (says === 'none' && !isData);
    return isWord ? { kind: 'blank' } : cell;
  });
}

/** The status text; `null`: not known yet, since the row is still open or has no place. */
function statusOf(outcome: Outcome, error: TraceError | null, input: GridValue): string | null {
  switch (outcome) {
    case 'found':
    case 'noData':
    case 'notTracked':
      return STATUS_WORDS[outcome];
    case 'failed':
      return FAILED + firstSentence(say(error!, 'run'));
    case 'filled':
      return `${SKIPPED}already filled`;
    case 'namesNone':
      return SKIPPED + whyUnusable(input);
    case 'cut':
      return null;
  }
}

function whyUnusable(value: GridValue): string {
  const input = readInput(value);
  return (input.is === 'problem' ? UNUSABLE[input.error.code] : undefined) ?? 'no usable domain';
}

/** The rest of a sentence for the panel says what to do next. */
function firstSentence(text: string): string {
  return (text.split(/(?<=[.!?]) /)[0] ?? text).replace(/\.$/, '');
}
