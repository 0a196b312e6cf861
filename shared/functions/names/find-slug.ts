import { readText } from '../../client/json';
import { lookup, type Alongside } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { AGE } from './check-names';
import { verdictOnName, questionOf, type AskedName } from './name-verdict';

/**
 * Finds the slug of a technology by its full name, in the free catalogue. If the catalogue is missing or does not
 * know the name, the slug is derived from the name; `''` if nothing remains. Throws why the catalogue could not be
 * asked.
 *
 * @param alongside what is asked for next
 */
export function* findTechnologySlug(text: string, alongside: readonly Alongside[] = []): FormulaTask<string> {
  const name: AskedName = { kind: 'technology', text };
  const question = questionOf(name);
  const outcome = (yield* lookup('rows', [question], AGE, '', alongside)).get(question);
  const verdict = verdictOnName(name, outcome);
  if (verdict.is === 'unchecked') throw verdict.error;
  if (verdict.is === 'unknown') return '';
  const rows = outcome?.is === 'found' ? outcome.record.rows : [];
  const named = rows.find((row) => readText(row['name'])?.toLowerCase() === text.toLowerCase());
  return readText(named?.['slug']) ?? toSlug(text);
}

/** Turns `Google Analytics` into `google-analytics`; returns `''` for a name without a Latin letter or digit. */
export function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
