import type { companies } from '../../shared/api';
import { pageOf } from './envelope';
import { answers, integer, listOf, object, orNull, text, timestamp, type OperationShape, type Shape } from './shape';

const detectedTechnology = object({
  name: text,
  slug: text,
  category: orNull(text),
  vendor_name: orNull(text),
  vendor_slug: orNull(text),
  first_detected_at: orNull(timestamp),
  last_detected_at: orNull(timestamp),
});

/** Everything is assumed: https://docs.tracedata.ai/api/overview/ describes a company, but names no field. */
export const company: Shape = object({
  company_id: integer,
  slug: text,
  name: text,
  primary_domain: text,
  domains: listOf(text),
  description: orNull(text),
  industry: orNull(text),
  employee_count: orNull(integer),
  employee_range: orNull(text),
  founded_year: orNull(integer),
  country: orNull(text),
  region: orNull(text),
  city: orNull(text),
  technologies: listOf(detectedTechnology),
  technology_count: orNull(integer),
  partnership_count: orNull(integer),
  last_crawled_at: orNull(timestamp),
});

export const companyShapes: Readonly<Record<keyof typeof companies, OperationShape>> = {
  show: answers('assumed', company),
  batch: answers(
    'assumed',
    object({
      results: listOf(object({ domain: text, status: text, company: orNull(company) })),
      total_domains_requested: integer,
      domains_found: integer,
    }),
  ),
  search: answers('assumed', pageOf(company)),
  /** https://docs.tracedata.ai/api/overview/ */
  refresh: {
    ...answers('documented', object({ job_id: text }), 202),
    headers: [{ name: 'Location', form: 'any' }],
  },
  /** https://docs.tracedata.ai/api/data-flags/ */
  flag: answers('documented', object({ flag_id: integer, company_id: integer, status: text }), 201),
};
