import { isSlipOf, nearestOf } from '../../cells/nearest';
import type { Options } from '../../cells/options';
import type { PartnersRecord } from '../../client/resources/partnerships';
import { TraceError } from '../../errors/trace-error';
import type { InputOutcomes } from '../answer-inputs';
import { toUnknown } from '../names/name-verdict';
import { readTypedNames } from '../names/typed-names';

/** Partner fields that only the batch has: https://docs.tracedata.ai/api/enrichment/. */
const ONLY_IN_BATCH: ReadonlySet<string> = new Set(['category', 'description']);

/** Too many short words differ by a single letter. */
const LEAST_LETTERS = 5;
const LEAST_OF_PART = 3;

/** Whether a formula needs a field that only the batch has. */
export function needsBatch(fields: readonly string[], { filters, sort }: Options): boolean {
  return filters.has('category') || [...fields, sort?.field ?? ''].some((field) => ONLY_IN_BATCH.has(field));
}

/** Whether none of a company's partners has any field of the batch. */
export function isUntold({ partners, isListed }: PartnersRecord): boolean {
  return isListed === true && partners?.[0] !== undefined && partners.every((one) => !one.category && !one.description);
}

/**
 * Trace has no list of partner categories, so only names in these answers are known. Throws the sentence for a name
 * that no answer shows and that resembles one that is shown.
 */
export function requireShown(names: readonly string[], outcomes: InputOutcomes<'partners'>): void {
  const shown = new Map<string, string>();
  for (const outcome of names.length > 0 ? outcomes.values() : []) {
    for (const { category } of (outcome.is === 'found' && outcome.record.partners) || []) {
      if (category !== null) shown.set(category.toLowerCase(), category);
    }
  }
  for (const text of names) {
    if (shown.has(text.toLowerCase())) continue;
    const alike = [...shown.values()].filter((name) => isSlipOf(text, name, LEAST_LETTERS) || isPartOf(text, name));
    if (alike.length > 0) throw toUnknown({ kind: 'category', text }, nearestOf(text, alike));
  }
}

/** The categories that a formula filters by. Throws `partnerCategoriesUntold`, or the problem of an invalid name. */
export function categoriesAsked(fields: readonly string[], options: Options, isTyped: boolean): readonly string[] {
  const names = readTypedNames('category', options.given);
  if (isTyped && needsBatch(fields, options)) throw new TraceError('partnerCategoriesUntold', { why: 'types' });
  return names;
}

/** Whether a name, or a word in it, begins with a text. */
function isPartOf(text: string, name: string): boolean {
  return text.length >= LEAST_OF_PART && ` ${name}`.toLowerCase().includes(` ${text.toLowerCase()}`);
}
