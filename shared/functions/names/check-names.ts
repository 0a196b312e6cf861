import { nearestOf } from '../../cells/nearest';
import { DEFAULT_MAX_AGE_MS } from '../../cells/options';
import { readTechnology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import type { TraceError } from '../../errors/trace-error';
import {
  keepShown,
  lookup,
  namesAlongside,
  NAMES_SHOWN_AS,
  type Alongside,
  type ShownAnswer,
} from '../../lookup/ports';
import type { LookupOutcome } from '../../records/outcome';
import type { FormulaTask, LookupTask } from '../ports';
import {
  LONGEST_NAME,
  namesOf,
  verdictOnName,
  questionOf,
  toLines,
  toUnchecked,
  toUnknown,
  withShown,
  type AskedName,
  type NameKind,
  type NameVerdict,
} from './name-verdict';

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

/** Most typos come later in a name. */
const BEGINNING = /^[\p{L}\p{N}]{2,3}/u;
const NAMES_LOOKED_AT = 100;

/**
 * The free question that finds names similar to an unknown one: technologies with the same beginning, or the first
 * page of the catalogue for categories and vendors. Many names share one question.
 */
export function suggestionQuestion({ kind, text }: AskedName): string {
  const [beginning = text] = BEGINNING.exec(text.toLowerCase()) ?? [];
  const { operation, path } = searchTechnologies(kind === 'technology' ? beginning : null, null);
  return toQuestionText({ operation, path, paging: 'page', top: NAMES_LOOKED_AT, mayBeOne: false });
}

/** Adds similar names from the catalogue to an unknown name. */
export function withSuggestions(name: AskedName, outcome: LookupOutcome<RowsRecord> | undefined): NameVerdict {
  if (outcome?.is === 'notAsked') return { is: 'notAsked' };
  const rows = outcome?.is === 'found' ? outcome.record.rows : [];
  const names = rows.flatMap((row) => {
    const technology = readTechnology(row);
    return technology === null ? [] : (namesOf(name.kind, technology)[0] ?? []);
  });
  return { is: 'unknown', nearest: nearestOf(name.text, names) };
}

/** The sentence for a name that the service itself calls unknown. */
export function* toUnknownName(name: AskedName): FormulaTask<TraceError> {
  const question = suggestionQuestion(name);
  const verdict = withSuggestions(name, (yield* lookup('rows', [question], AGE)).get(question));
  return toUnknown(name, verdict.is === 'unknown' ? verdict.nearest : []);
}

/** For a table without rows. Throws if the reason is a name that Trace does not know or that could not be checked. */
export function* requireKnown(names: readonly AskedName[]): FormulaTask<void> {
  const { verdicts, kept } = yield* checkNames(names);
  if (kept.length > 0) yield* keepShown(() => kept);
  for (const [index, name] of names.entries()) {
    const verdict = verdicts[index]!;
    if (verdict.is === 'unknown') throw toUnknown(name, verdict.nearest);
    if (verdict.is === 'unchecked') {
      throw toUnchecked(name, verdict.error);
    }
  }
}
