import { DEFAULT_COLUMNS, type Options, type SortOrder } from '../cells/options';
import { listPartnersOf, PARTNER_SORTS } from '../client/resources/partnerships';
import { MAX_ROWS, toQuestionText } from '../client/rows';
import { needsBatch } from './partner-categories';

/** The order of partners, unless the formula names another. */
export const LATEST_FIRST: SortOrder = { field: 'last_observed_at', descending: true };

/** What the list tells of a company, however few of its partners are asked for. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set(['count', 'as_of']);

/**
 * How many partners of each company are asked for: no more than are shown, since each may cost a credit. `null`: all of
 * them, a hundred companies to a request, since nothing else answers the formula or since it shows them all.
 */
export function partnersAsked(fields: readonly string[], options: Options): number | null {
  if (PARTNER_SORTS.has((options.sort ?? LATEST_FIRST).field) && !needsBatch(fields, options)) {
    const shown = fields.every((field) => OF_THE_COMPANY.has(field)) ? 1 : shownOf(options);
    if (shown !== null) return shown;
  }
  return needsTypes(fields, options) ? MAX_ROWS : null;
}

/** Whether a formula needs the types of partners, which only the list of a company tells. */
export function needsTypes(fields: readonly string[], { filters, sort }: Options): boolean {
  return fields.includes('type') || filters.has('type') || sort?.field === 'type';
}

/** Asks for the first partners of one company, where the service puts them into the order in which they are shown. */
export function questionFor(identifier: string, top: number, options: Pick<Options, 'given' | 'sort'>): string {
  const sort = options.sort ?? LATEST_FIRST;
  const { operation, path } = listPartnersOf(
    identifier,
    options.given.get('type') ?? null,
    PARTNER_SORTS.has(sort.field) ? `${sort.descending ? '-' : ''}${sort.field}` : null,
  );
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}

/** `null`: all of them. */
function shownOf({ layout, top }: Options): number | null {
  return layout === 'columns' ? (top ?? DEFAULT_COLUMNS) : top;
}
