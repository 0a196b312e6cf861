import type { Options } from '../cells/options';
import { readCount, readObject } from '../client/json';
import { listPartnersOf, PARTNER_SORTS, toPartnersRecord, type PartnersRecord } from '../client/resources/partnerships';
import { MAX_ROWS, toQuestionText, type RowsRecord } from '../client/rows';
import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import type { FilterFields } from './choose-items';
import { toItemFields, type ItemList } from './item-fields';
import { showInputs } from './show-inputs';
import type { Partner } from '../client/resources/partnerships';

const FILTER_FIELDS: FilterFields = { category: ['category'], type: ['type'] };
const LATEST_FIRST = { field: 'last_observed_at', descending: true };

/**
 * Partners come a hundred companies to a request. Only the per-company list knows types; so it is read where types are
 * asked for, and no further than what is shown, since each partner may cost a credit.
 */
export const partners: FunctionBody = function* (received) {
  const { fields, options } = received;
  const show = (list: ItemList<Partner>): ReturnType<typeof toItemFields> =>
    toItemFields(list, fields, options, FILTER_FIELDS, LATEST_FIRST);
  const needsTypes = fields.includes('type') || options.filters.has('type') || options.sort?.field === 'type';
  const rows = needsTypes
    ? yield* answerInputs(
        received,
        'rows',
        (record, asOfMs) => show({ ...toTypedList(record, options), asOfMs }),
        (identifier) => questionFor(identifier, fields, options),
      )
    : yield* answerInputs(received, 'partners', (record, asOfMs) => show({ ...toList(record, options), asOfMs }));
  return yield* showInputs(received, rows, fields);
};

/** Asks for as many as are shown, where the service puts them into the order in which they are shown. */
function questionFor(identifier: string, fields: readonly string[], options: Options): string {
  const sort = options.sort ?? LATEST_FIRST;
  const isOrdered = PARTNER_SORTS.has(sort.field) && !options.filters.has('category');
  const shown = options.layout === 'columns' ? (options.top ?? 5) : options.top;
  const isOnlyCounted = fields.every((field) => field === 'count' || field === 'as_of') && isOrdered;
  const top = isOnlyCounted ? 1 : isOrdered ? (shown ?? MAX_ROWS) : MAX_ROWS;
  const { operation, path } = listPartnersOf(
    identifier,
    options.given.get('type') ?? null,
    isOrdered ? `${sort.descending ? '-' : ''}${sort.field}` : null,
  );
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}

function toList({ partners: items, count }: PartnersRecord, { filters }: Options): Omit<ItemList<Partner>, 'asOfMs'> {
  const missing = items === null || count === null ? 0 : count - items.length;
  return { items, count: filters.size > 0 ? null : count, missing };
}

/** The service counts by type whatever it shows: `type_counts`. */
function toTypedList(record: RowsRecord, options: Options): Omit<ItemList<Partner>, 'asOfMs'> {
  const read: PartnersRecord = toPartnersRecord(record);
  const types = options.filters.get('type');
  if (types === undefined) return toList(read, options);
  const counts = readObject(record.about['type_counts']);
  const told = types.map((type) => readCount(counts?.[type]));
  const sum = told.reduce<number | null>(
    (total, count) => (total === null || count === null ? null : total + count),
    0,
  );
  const count = options.filters.has('category') ? null : (sum ?? record.total);
  return { items: read.partners, count, missing: (record.total ?? 0) - record.rows.length };
}
