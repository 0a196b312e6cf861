import type { RowsRecord } from '../client/rows';
import { lookup, NAMES_SHOWN_AS, type Task } from '../effects';
import type { LookupOutcome } from '../lookup/outcome';
import type { ShownAnswer } from '../lookup/shown-answers';
import { LONGEST_NAME, judgeName, questionOf, toLines, type AskedName, type NameVerdict } from './name-verdict';

const DAY_MS = 86_400_000;
/** That there is no such technology is remembered as long as what Trace says of a company. */
export const AGE = { maxAgeMs: 30 * DAY_MS, isAgeAsked: false };

/** What may be asked of the catalogue about some names. */
export function questionsOf(names: readonly AskedName[]): readonly string[] {
  return [...new Set(names.filter(({ text }) => text.length <= LONGEST_NAME).map(questionOf))];
}

/** What the catalogue says of names, in order, and what of it is worth keeping. */
export interface CheckedNames {
  readonly verdicts: readonly NameVerdict[];
  readonly kept: readonly ShownAnswer[];
}

/**
 * Asks the catalogue about names that no answer shows: each once in 30 days, all of them together, at no cost. A text that
 * is too long for a name is unknown without asking.
 */
export function* checkNames(names: readonly AskedName[]): Task<CheckedNames> {
  const questions = questionsOf(names);
  const outcomes: ReadonlyMap<string, LookupOutcome<RowsRecord>> = questions.length > 0
    ? yield* lookup('rows', questions, AGE, NAMES_SHOWN_AS)
    : new Map();
  const checked = names.map((name) => {
    const key = questionOf(name);
    const outcome = outcomes.get(key);
    const verdict: NameVerdict =
      name.text.length > LONGEST_NAME ? { is: 'unknown', nearest: [] } : judgeName(name, outcome);
    return { key, outcome, verdict };
  });
  const kept = checked.flatMap(({ key, outcome, verdict }) => {
    const isNew = outcome?.is === 'found' || outcome?.is === 'notTracked';
    const lines = isNew ? toLines(verdict) : null;
    return isNew && lines !== null ? [{ signature: NAMES_SHOWN_AS, key, asOfMs: outcome.asOfMs, lines }] : [];
  });
  return { verdicts: checked.map(({ verdict }) => verdict), kept };
}
