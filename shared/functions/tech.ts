import { readTechnologies, readTechnologyCount } from '../client/resources/companies';
import { answerInputs } from './answer-inputs';
import type { FunctionBody } from './body';
import type { FilterFields } from './choose-items';
import { toItemFields } from './item-fields';
import { showInputs } from './show-inputs';

const FILTER_FIELDS: FilterFields = { category: ['category'], vendor: ['vendor_name', 'vendor_slug'] };

export const tech: FunctionBody = function* (received) {
  const { fields, options } = received;
  const rows = yield* answerInputs(received, 'company', (company, asOfMs) =>
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
  return yield* showInputs(received, rows, fields);
};
