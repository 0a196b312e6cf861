import { DEFAULT_MAX_AGE_MS } from '../../cells/options';
import type { RowsRecord } from '../../client/rows';
import { lookup, namesAlongside, NAMES_SHOWN_AS, type Alongside, type ShownAnswer } from '../../lookup/ports';
import type { LookupTask } from '../ports';
import type { LookupOutcome } from '../../records/outcome';
import {
  LONGEST_NAME,
  verdictOnName,
  questionOf,
  toLines,
  withShown,
  type AskedName,
  type NameKind,
  type NameVerdict,
} from './name-verdict';
import { suggestionQuestion, withSuggestions } from './suggest-names';

/** That a technology does not exist is saved for as long as an answer about a company. */
export const AGE = { maxAgeMs: DEFAULT_MAX_AGE_MS, isAgeAsked: false };

/** Verdicts on names, in order, and those worth saving. */
interface CheckedNames {
  readonly verdicts: readonly NameVerdict[];
  readonly kept: readonly ShownAnswer[];
}

type Outcomes = ReadonlyMap<string, LookupOutcome<RowsRecord>>;

/**
 * Asks the catalogue about names that no answer shows: each once in 30 days, all together, at no cost. For an unknown
 * name that resembles no known one, the catalogue is searched for similar names. A text too long for a name counts as
 * unknown without a request.
 *
 * @param shown the names of a kind that the answers show
 */
export function* checkNames(
  names: readonly AskedName[],
  shown: (kind: NameKind) => readonly string[] = () => [],
): LookupTask<CheckedNames> {
  const outcomes = yield* askCatalogue(names.filter(isAskable).map(questionOf));
  const firstVerdicts = names.map((name): NameVerdict => {
    const verdict = isAskable(name) ? verdictOnName(name, outcomes.get(questionOf(name))) : UNKNOWN;
    return withShown(name, verdict, shown(name.kind));
  });
  const lonely = names.filter((name, index) => isAskable(name) && isLonely(firstVerdicts[index]!));
  const alike = yield* askCatalogue(lonely.map(suggestionQuestion));
  const verdicts = names.map((name, index): NameVerdict => {
    const verdict = firstVerdicts[index]!;
    if (!lonely.includes(name)) return verdict;
    return withSuggestions(name, alike.get(suggestionQuestion(name)));
  });
  const kept = names.flatMap((name, index) => {
    const key = questionOf(name);
    const outcome = outcomes.get(key);
    const lines = outcome?.is === 'found' ? toLines(verdicts[index]!) : null;
    return outcome?.is === 'found' && lines !== null
      ? [{ signature: NAMES_SHOWN_AS, key, asOfMs: outcome.asOfMs, lines }]
      : [];
  });
  return { verdicts, kept };
}

/** The questions about some names that the catalogue may be asked. */
export function questionsOf(names: readonly AskedName[]): readonly Alongside[] {
  return namesAlongside(names.filter(isAskable).flatMap((name) => [questionOf(name), suggestionQuestion(name)]));
}

const UNKNOWN: NameVerdict = { is: 'unknown', nearest: [] };

function isAskable({ text }: AskedName): boolean {
  return text.length <= LONGEST_NAME;
}

function isLonely(verdict: NameVerdict): boolean {
  return verdict.is === 'unknown' && verdict.nearest.length === 0;
}

function* askCatalogue(questions: readonly string[]): LookupTask<Outcomes> {
  if (questions.length === 0) return new Map();
  return yield* lookup('rows', [...new Set(questions)], AGE, NAMES_SHOWN_AS);
}
