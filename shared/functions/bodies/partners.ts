import type { Options } from '../../cells/options';
import { readCount, readObject } from '../../client/json';
import { toPartnersRecord, type PartnersRecord } from '../../client/resources/partnerships';
import { MAX_ROWS, type RowsRecord } from '../../client/rows';
import type { FieldAnswer } from '../../cells/answers';
import { chargeOfPartners, chargeOfRows } from '../../credits/charges';
import type { AnsweredRow } from '../../cells/table';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';
import { answerInputs, type AnswerReceipt, lookUpInputs, showInputs, sourceOf, toAnsweredRows } from '../answer-inputs';
import type { FunctionArguments } from '../arguments';
import type { FunctionBody } from '../body';
import type { FilterFields } from './choose-items';
import { toItemFields } from './item-fields';
import { withoutPassing } from './passing-rows';
import { categoriesAsked, isUntold, needsBatch, requireShown } from './partner-categories';
import { LATEST_FIRST, questionFor } from './partner-question';
import { needsTypes, partnersAsked } from './partners-asked';

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
