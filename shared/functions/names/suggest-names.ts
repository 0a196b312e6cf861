import { nearestOf } from '../../cells/nearest';
import { readTechnology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import type { LookupOutcome } from '../../records/outcome';
import { namesOf, type AskedName, type NameVerdict } from './name-verdict';

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
