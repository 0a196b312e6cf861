import { DEFAULT_COLUMNS, type Options } from '../../cells/options';
import { PARTNER_SORTS } from '../../client/resources/partnerships';
import { MAX_ROWS } from '../../client/rows';
import { needsBatch } from './partner-categories';
import { LATEST_FIRST } from './partner-question';

/** Facts about the company itself, which the list contains however few partners are asked for. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set(['count', 'as_of', 'free_until', 'source']);

/**
 * How many partners of each company to ask for: no more than are shown, since each may cost a credit. `null`: all of
 * them, 100 companies to a request, because the formula shows or needs all.
 */
export function partnersAsked(fields: readonly string[], options: Options): number | null {
  if (PARTNER_SORTS.has((options.sort ?? LATEST_FIRST).field) && !needsBatch(fields, options)) {
    const shown = fields.every((field) => OF_THE_COMPANY.has(field)) ? 1 : shownOf(options);
    if (shown !== null) return shown;
  }
  return needsTypes(fields, options) ? MAX_ROWS : null;
}

/** Whether a formula needs partner types, which only the per-company list has. */
export function needsTypes(fields: readonly string[], { filters, sort }: Options): boolean {
  return fields.includes('type') || filters.has('type') || sort?.field === 'type';
}

/** `null`: all. */
function shownOf({ layout, top }: Options): number | null {
  return layout === 'columns' ? (top ?? DEFAULT_COLUMNS) : top;
}
