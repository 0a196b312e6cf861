import { toTable } from '../cells/table';
import { readTechnologies, readTechnologyCount } from '../client/resources/companies';
import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import type { FilterFields } from './choose-items';
import { toItemFields } from './item-fields';

const FILTER_FIELDS: FilterFields = { category: ['category'], vendor: ['vendor_name', 'vendor_slug'] };

export const tech: FunctionBody = function* ({ inputs, fields, options }) {
  const rows = yield* answerInputs(inputs, 'company', options.maxAgeMs, (company, asOfMs) =>
    toItemFields(
      {
        items: readTechnologies(company),
        count: options.filters.size > 0 ? null : readTechnologyCount(company),
        asOfMs,
      },
      fields,
      options,
      FILTER_FIELDS,
      { field: 'name', descending: false },
    ),
  );
  return toTable(rows, fields, options, inputs.isRange);
};
