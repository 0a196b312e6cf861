import type { partnerships } from '../../shared/api';
import { pageOf } from './envelope';
import { answers, boolean, integer, listOf, object, orNull, text, timestamp, type OperationShape } from './shape';

const sightings = { first_observed_at: timestamp, last_observed_at: timestamp, observation_count: integer };

/**
 * Which fields may be null is undocumented; https://docs.tracedata.ai/api/partnerships/ shows one complete example.
 */
const partner = object({
  partner_name: text,
  partner_domain: orNull(text),
  partner_slug: orNull(text),
  partnership_type: orNull(text),
  ...sightings,
});

export const partnershipShapes: Readonly<Record<keyof typeof partnerships, OperationShape>> = {
  list: answers(
    'documented',
    pageOf(partner, {
      company: object({ slug: text, name: text, primary_domain: text, partnership_count: integer }),
      type_counts: object({ technology: integer, channel: integer, generic: integer }),
    }),
  ),
  reverse: answers(
    'assumed',
    pageOf(
      object({
        company_name: text,
        company_domain: orNull(text),
        company_slug: orNull(text),
        partnership_type: orNull(text),
        ...sightings,
      }),
    ),
  ),
  lookup: answers(
    'assumed',
    object({
      partnered: boolean,
      partnership_type: orNull(text),
      first_observed_at: orNull(timestamp),
      last_observed_at: orNull(timestamp),
      observation_count: orNull(integer),
      description: orNull(text),
    }),
  ),
  shared: answers('assumed', pageOf(partner)),
  graph: answers(
    'assumed',
    object({
      nodes: listOf(object({ slug: text, name: text, domain: orNull(text) })),
      edges: listOf(
        object({ source: text, target: text, partnership_type: orNull(text), observation_count: orNull(integer) }),
      ),
    }),
  ),
};
