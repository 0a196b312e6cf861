import { readText } from '../client/json';
import { searchTechnologies } from '../client/resources/technologies';
import { isSlug } from '../cells/identifier';
import type { Task } from '../effects';
import type { FunctionArguments } from './arguments';
import { reachOf, readRows } from './read-rows';

/** Enough to find an exact name among those that hold it. */
const NAMES_LOOKED_AT = 100;

/**
 * The slug of a technology that is named by its slug or its whole name. The catalogue of technologies is free, so it is
 * asked where the text is no slug; where it does not know the name, or is missing, the name is spelt as slugs are (`''`
 * where it cannot be). Throws why the catalogue could not be asked.
 */
export function* findTechnologySlug(text: string, received: FunctionArguments): Task<string> {
  if (isSlug(text)) return text;
  const outcome = yield* readRows(searchTechnologies(text, null), 'page', {
    ...reachOf(received),
    top: NAMES_LOOKED_AT,
    signature: '',
  });
  if (outcome.is === 'failed') throw outcome.error;
  const rows = outcome.is === 'found' ? outcome.record.rows : [];
  const named = rows.find(({ name }) => readText(name)?.toLowerCase() === text.toLowerCase());
  return readText(named?.['slug']) ?? toSlug(text);
}

/** `Google Analytics` as `google-analytics`; `''` where a name has no letter or digit of the alphabet. */
export function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
