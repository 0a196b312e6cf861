import { also, integer, listOf, object, orNull, text, timestamp } from '../schema';

const named = { slug: text, name: also(text, 'technology', 'technology_name', 'title'), category: orNull(text) };
const sold = { vendor_name: also(orNull(text), 'vendor'), vendor_slug: orNull(text) };

/** A technology of a company. */
export const detectedTechnology = object({
  ...named,
  ...sold,
  first_detected_at: orNull(timestamp),
  last_detected_at: orNull(timestamp),
});

/** A technology of the catalogue. */
export const technology = object({ ...named, ...sold, company_count: integer });

/** Everything is assumed: https://docs.tracedata.ai/api/overview/ describes a company, but names no field. */
export const company = object({
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
