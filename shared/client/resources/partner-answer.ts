import { boolean, called, integer, listOf, object, orNull, text, timestamp } from '../schema';

/**
 * Answers about partnerships. Which fields may be null is undocumented; https://docs.tracedata.ai/api/partnerships/
 * shows one complete example.
 */

const type = { partnership_type: called('type', orNull(text), 'type') };
const seen = { first_observed_at: timestamp, last_observed_at: timestamp, observation_count: integer };
const named = {
  partner_name: called('name', text, 'name'),
  partner_domain: called('domain', orNull(text), 'domain'),
  partner_slug: called('slug', orNull(text), 'slug'),
};
/** Both are null in the only example of https://docs.tracedata.ai/api/enrichment/. */
const described = { category: orNull(text), description: orNull(text) };

/** A partner in a list. */
export const listedPartner = object({ ...named, ...type, ...seen });
/** A partner in an enrichment, whose only example has no type. */
export const enrichedPartner = object({ ...named, ...seen, ...described });
/** A partner in either. */
export const partner = object({ ...named, ...type, ...seen, ...described });

/** The company whose partners are listed. */
export const partneredCompany = object({
  name: text,
  slug: text,
  primary_domain: called('domain', text),
  partnership_count: called('count', integer),
});

export const typeCounts = object({ technology: integer, channel: integer, generic: integer });

/** A company that lists another one as its partner. */
export const listing = object({
  company_name: called('name', text),
  company_domain: called('domain', orNull(text)),
  company_slug: called('slug', orNull(text)),
  ...type,
  ...seen,
});

/** Whether two companies are partners. */
export const bilateral = object({
  partnered: boolean,
  ...type,
  first_observed_at: orNull(timestamp),
  last_observed_at: orNull(timestamp),
  observation_count: orNull(integer),
  description: orNull(text),
});

export const edge = object({ source: text, target: text, ...type, observation_count: orNull(integer) });

/** The partnerships around a company. */
export const graph = object({
  nodes: listOf(object({ slug: text, name: text, domain: orNull(text) })),
  edges: listOf(edge),
});
