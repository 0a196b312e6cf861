import { nearestOf } from '../cells/nearest';
import { readTechnology } from '../client/resources/companies';
import { searchTechnologies } from '../client/resources/technologies';
import { toQuestionText } from '../client/rows';
import { keepShown, lookup, type Task } from '../effects';
import { TraceError } from '../errors';
import { AGE, checkNames } from './check-names';
import { namesOf, toUnknown, type AskedName } from './name-verdict';

/** Most slips of the pen come later in a name. */
const BEGINNING = /^[\p{L}\p{N}]{2,3}/u;
const NAMES_LOOKED_AT = 100;

/**
 * What shows names that are like one, at no cost: technologies with its beginning or, of categories and vendors, those of
 * the first page of the catalogue.
 */
export function suggestionQuestion({ kind, text }: AskedName): string {
  const [beginning = text] = BEGINNING.exec(text.toLowerCase()) ?? [];
  const { operation, path } = searchTechnologies(kind === 'technology' ? beginning : null, null);
  return toQuestionText({ operation, path, paging: 'page', top: NAMES_LOOKED_AT, mayBeOne: false });
}

/** The sentence of a name that is the reason why there is nothing to show. @param nearest what is known to be like it */
export function* toUnknownName(name: AskedName, nearest: readonly string[] = []): Task<TraceError> {
  const outcomes = yield* lookup('rows', [suggestionQuestion(name)], AGE);
  const names = [...outcomes.values()].flatMap((outcome) =>
    outcome.is === 'found'
      ? outcome.record.rows.flatMap((row) => {
          const technology = readTechnology(row);
          return technology === null ? [] : (namesOf(name.kind, technology)[0] ?? []);
        })
      : [],
  );
  return toUnknown(name, nearestOf(name.text, [...nearest, ...names]));
}

/** For a table without rows: throws where a name that Trace does not know, or that could not be checked, is why. */
export function* requireKnown(names: readonly AskedName[]): Task<void> {
  const { verdicts, kept } = yield* checkNames(names);
  if (kept.length > 0) yield* keepShown(kept);
  for (const [index, name] of names.entries()) {
    const verdict = verdicts[index]!;
    if (verdict.is === 'unknown') throw yield* toUnknownName(name, verdict.nearest);
    if (verdict.is === 'unchecked') {
      throw new TraceError('nameUnchecked', { text: name.text, why: verdict.error.message });
    }
  }
}
