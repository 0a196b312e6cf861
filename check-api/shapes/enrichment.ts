import type { enrichment } from '../../shared/api';
import { answers, integer, listOf, object, orNull, text, timestamp, type OperationShape } from './shape';

/** `category` and `description` are null in the only example; https://docs.tracedata.ai/api/enrichment/. */
const partner = object({
  partner_name: text,
  partner_domain: orNull(text),
  partner_slug: orNull(text),
  first_observed_at: timestamp,
  last_observed_at: timestamp,
  observation_count: integer,
  category: orNull(text),
  description: orNull(text),
});

export const enrichmentShapes: Readonly<Record<keyof typeof enrichment, OperationShape>> = {
  partnerships: answers(
    'documented',
    object({
      results: listOf(
        object({
          domain: text,
          status: text,
          company_name: orNull(text),
          company_id: orNull(integer),
          slug: orNull(text),
          partnerships: listOf(partner),
          partnership_count: integer,
        }),
      ),
      total_domains_requested: integer,
      domains_found: integer,
      domains_with_partnerships: integer,
    }),
  ),
};
