import type { Options, SortOrder } from '../../cells/options';
import { listPartnersOf, PARTNER_SORTS } from '../../client/resources/partnerships';
import { toQuestionText } from '../../client/rows';

/** The order of partners, unless the formula sets another. */
export const LATEST_FIRST: SortOrder = { field: 'last_observed_at', descending: true };

/** Asks for the first partners of one company, if the service can sort them in the order shown. */
export function questionFor(identifier: string, top: number, options: Pick<Options, 'given' | 'sort'>): string {
  const sort = options.sort ?? LATEST_FIRST;
  const { operation, path } = listPartnersOf(
    identifier,
    options.given.get('type') ?? null,
    PARTNER_SORTS.has(sort.field) ? `${sort.descending ? '-' : ''}${sort.field}` : null,
  );
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}
