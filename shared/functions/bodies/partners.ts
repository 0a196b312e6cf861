import { DEFAULT_COLUMNS, type Options } from '../../cells/options';
import { readCount, readObject } from '../../client/json';
import { PARTNER_SORTS, type PartnersRecord, toPartnersRecord } from '../../client/resources/partnerships';
import { MAX_ROWS, type RowsRecord } from '../../client/rows';
import type { FieldAnswer } from '../../cells/answers';
import { chargeOfPartners, chargeOfRows } from '../../credits/charges';
import type { AnsweredRow } from '../../cells/table';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';
import { answerInputs, type AnswerReceipt, lookUpInputs, showInputs, sourceOf, toAnsweredRows } from '../answer-inputs';
import type { FunctionArguments, FunctionBody } from '../arguments';
import type { FilterFields } from './choose-items';
import { toItemFields } from './item-fields';
import { withoutPassing } from './passing-rows';
import { categoriesAsked, isUntold, needsBatch, requireShown } from './partner-categories';
import { LATEST_FIRST, questionFor } from './partner-question';

const FILTER_FIELDS: FilterFields = { category: ['category'], type: ['type'] };

/**
 * Reads partners company by company if only a few are shown, or if their types are needed, which the batch lacks.
 * Otherwise reads 100 companies in one request.
 */
export const partners: FunctionBody = function* (received) {
  const { fields, options } = received;
  const categories = categoriesAsked(fields, options, needsTypes(fields, options));
  const asked = partnersAsked(fields, options);
  const rows =
    asked === null
      ? yield* answerWhole(received, categories, (record, asOfMs) => toPartnerFields(record, asOfMs, fields, options))
      : yield* answerInputs(
          received,
          'rows',
          (record, asOfMs) => toListedFields(record, asOfMs, fields, options, asked === MAX_ROWS),
          (identifier) => questionFor(identifier, asked, options),
        );
  return yield* showInputs(received, rows, fields);
};

/** Under a limit, reads each company's own list instead of the batch. */
function* answerWhole(
  received: FunctionArguments,
  categories: readonly string[],
  show: (record: PartnersRecord, asOfMs: number) => readonly FieldAnswer[],
): FormulaTask<readonly AnsweredRow[]> {
  const { fields, options } = received;
  const isAsked = needsBatch(fields, options);
  const outcomes = yield* lookUpInputs(received, 'partners', undefined, [], isAsked);
  requireShown(categories, outcomes);
  const rows = toAnsweredRows(received, outcomes, (record, asOfMs) => {
    if (!isAsked || !isUntold(record)) return show(record, asOfMs);
    const cell = new TraceError('partnerCategoriesUntold', { why: 'limit' });
    return fields.map(() => ({ is: 'one', cell }));
  });
  return withoutPassing(rows);
}

/** Fields computed from all partners of a company. */
export function toPartnerFields(
  record: PartnersRecord,
  asOfMs: number,
  fields: readonly string[],
  options: Options,
): readonly FieldAnswer[] {
  const { partners: items, count } = record;
  const missing = items === null || count === null ? 0 : count - items.length;
  const list = {
    items,
    count: options.filters.size > 0 ? null : count,
    missing,
    receipt: receiptOf(record, asOfMs, chargeOfPartners(record)),
  };
  return toItemFields(list, fields, options, FILTER_FIELDS, LATEST_FIRST);
}

/**
 * Fields computed from a company's own list of partners.
 * @param isWhole whether the formula wants all, so that the others count as missing
 */
export function toListedFields(
  record: RowsRecord,
  asOfMs: number,
  fields: readonly string[],
  options: Options,
  isWhole: boolean,
): readonly FieldAnswer[] {
  const listed = toPartnersRecord(record);
  const { partners: items, count: all } = listed;
  const count = options.filters.size === 0 ? all : countTyped(record, options);
  const wanted = options.filters.has('type') ? record.total : all;
  const missing = isWhole && wanted !== null ? wanted - record.rows.length : 0;
  return toItemFields(
    { items, count, missing, isCut: record.isCut, receipt: receiptOf(listed, asOfMs, chargeOfRows(record)) },
    fields,
    options,
    FILTER_FIELDS,
    LATEST_FIRST,
  );
}

function receiptOf({ company }: PartnersRecord, asOfMs: number, credits: number): AnswerReceipt {
  return { asOfMs, source: sourceOf(company.domain, company.slug, '/partnerships'), credits };
}

/** The service counts partners by type in `type_counts`, however many it returns. */
function countTyped(record: RowsRecord, options: Options): number | null {
  const counts = readObject(record.about['type_counts']);
  const told = (options.filters.get('type') ?? []).map((type) => readCount(counts?.[type]));
  const sum = told.reduce<number | null>(
    (total, count) => (total === null || count === null ? null : total + count),
    0,
  );
  return sum ?? record.total;
}

/** Facts about the company itself, which the list contains however few partners are asked for. */
const OF_THE_COMPANY: ReadonlySet<string> = new Set(['count', 'as_of', 'free_until', 'source']);

/**
 * How many partners of each company to ask for: no more than are shown, since each may cost a credit. `null`: all of
 * them, 100 companies to a request, because the formula shows or needs all.
 */
function partnersAsked(fields: readonly string[], options: Options): number | null {
  if (PARTNER_SORTS.has((options.sort ?? LATEST_FIRST).field) && !needsBatch(fields, options)) {
    const shown = fields.every((field) => OF_THE_COMPANY.has(field)) ? 1 : shownOf(options);
    if (shown !== null) return shown;
  }
  return needsTypes(fields, options) ? MAX_ROWS : null;
}

/** Whether a formula needs partner types, which only the per-company list has. */
function needsTypes(fields: readonly string[], { filters, sort }: Options): boolean {
  return fields.includes('type') || filters.has('type') || sort?.field === 'type';
}

/** `null`: all. */
function shownOf({ layout, top }: Options): number | null {
  return layout === 'columns' ? (top ?? DEFAULT_COLUMNS) : top;
}
