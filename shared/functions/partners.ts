import { toTable } from '../cells/table';
import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import type { FilterFields } from './choose-items';
import { toItemFields } from './item-fields';

const FILTER_FIELDS: FilterFields = { category: ['category'], type: ['type'] };

/** Types are told by the per-company list only, which costs a request for each company; so it is read only for them. */
export const partners: FunctionBody = function* ({ inputs, fields, options }) {
  const needsTypes = fields.includes('type') || options.filters.has('type') || options.sort?.field === 'type';
  const kind = needsTypes ? 'partnersByType' : 'partners';
  const rows = yield* answerInputs(inputs, kind, options.maxAgeMs, (record, asOfMs) =>
    toItemFields({ items: record.partners, count: record.count, asOfMs }, fields, options, FILTER_FIELDS, {
      field: 'last_observed_at',
      descending: true,
    }),
  );
  return toTable(rows, fields, options, inputs.isRange);
};
