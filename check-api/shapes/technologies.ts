import type { technologies } from '../../shared/api';
import { company } from './companies';
import { pageOf, pagination } from './envelope';
import { answers, integer, listOf, object, orNull, text, type OperationShape } from './shape';

const technology = object({
  slug: text,
  name: text,
  category: orNull(text),
  vendor_name: orNull(text),
  vendor_slug: orNull(text),
  company_count: integer,
});

/** https://docs.tracedata.ai/api/overview/ only says that company lists here have an envelope of their own. */
export const technologyShapes: Readonly<Record<keyof typeof technologies, OperationShape>> = {
  search: answers('assumed', pageOf(technology)),
  companies: answers('assumed', object({ technology, companies: listOf(company), pagination })),
};
