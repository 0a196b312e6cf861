import { readInput } from '../../cells/inputs';
import { say } from '../../errors/say';
import type { ErrorCode } from '../../errors/trace-error';
import type { Choice } from '../plan/column-spec';
import { FAILED, SKIPPED, STATUS_OF_FOUND } from '../plan/status-words';
import type { RowOutcome } from './row-outcome';
import { toGridCell, type GridCell, type GridValue } from '../sheet/cell-values';

/** Why a row cannot be asked for, where that can be said more exactly. */
const UNUSABLE: Partial<Record<ErrorCode, string>> = {
  inputIsFreeMail: 'free email address',
  inputIsPage: 'page on another site',
};

/**
 * The cells of a row as they are written. Beside a Status column, what is only a word for "no answer" is a blank cell, so
 * that a column of numbers holds nothing else.
 *
 * @param cells answers, one for each choice; `null` for the status
 * @param input the cell that names the company, or does not
 */
export function withStatus(
  choices: readonly Choice[],
  cells: readonly (GridCell | null)[],
  state: RowOutcome,
  input: GridValue,
): readonly (GridCell | null)[] {
  if (!choices.some(({ adds }) => adds === 'status')) return cells;
  const status = statusOf(state, input);
  const isData = state.is !== 'written' || state.found === 'data';
  return cells.map((cell, at) => {
    if (choices[at]!.adds === 'status') return status === null ? null : toGridCell(status);
    const says = cell?.kind === 'text' ? cell.says : undefined;
    const isWord = says === 'notTracked' || (says === 'none' && !isData);
    return isWord ? { kind: 'blank' } : cell;
  });
}

/** `null`: nothing can be said yet, since the row is still to do or has no place. */
function statusOf(state: RowOutcome, input: GridValue): string | null {
  switch (state.is) {
    case 'written':
      return STATUS_OF_FOUND[state.found];
    case 'failed':
      return FAILED + firstSentence(say(state.why, 'run'));
    case 'skipped':
      return SKIPPED + (state.why === 'filled' ? 'already filled' : whyUnusable(input));
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
