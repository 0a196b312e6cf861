import { technology } from '../client/resources/company-answer';
import { jobDomain } from '../client/resources/jobs';
import { member, savedList } from '../client/resources/list-answers';
import { bilateral, edge, listedPartner, listing } from '../client/resources/partner-answer';
import { fieldsOf } from './answer-fields';
import { AS_OF, RECEIPT_FIELDS } from './fields';
import type { FieldSpec } from './types';

/** Fields of functions that return rows of their own. */

const TYPE = { about: 'Type of the partnership: technology, channel or generic.', example: 'technology' };
const FIRST_OBSERVED = {
  about: 'Day that Trace first saw the partnership.',
  aliases: ['since'],
  example: '2024-03-11',
};
const LAST_OBSERVED = { about: 'Day that Trace last saw the partnership.', example: '2026-06-10' };
const OBSERVATIONS = { about: 'Number of times that Trace saw the partnership.', example: '12' };
const DOMAIN = { about: 'Its domain.', example: 'shopify.com' };
const SLUG = { about: 'Its Trace slug.', example: 'shopify' };

export const PARTNERED_FIELDS: readonly FieldSpec[] = [
  ...fieldsOf(bilateral, {
    partnered: { about: 'TRUE or FALSE: whether Trace knows of a partnership.', example: 'TRUE' },
    type: TYPE,
    first_observed_at: FIRST_OBSERVED,
    last_observed_at: LAST_OBSERVED,
    observation_count: OBSERVATIONS,
    description: { about: 'Description of the partnership.', example: 'Accept payments' },
  }),
  AS_OF,
  ...RECEIPT_FIELDS,
];

export const REVERSE_PARTNER_FIELDS: readonly FieldSpec[] = [
  ...fieldsOf(listing, {
    name: { about: 'Name of the company that lists the partner.', example: 'Shopify' },
    domain: DOMAIN,
    slug: SLUG,
    type: TYPE,
    first_observed_at: FIRST_OBSERVED,
    last_observed_at: LAST_OBSERVED,
    observation_count: OBSERVATIONS,
  }),
  AS_OF,
];

export const SHARED_PARTNER_FIELDS: readonly FieldSpec[] = [
  ...fieldsOf(listedPartner, {
    name: { about: 'Name of the partner.', example: 'Shopify' },
    domain: DOMAIN,
    slug: SLUG,
    type: TYPE,
    first_observed_at: null,
    last_observed_at: LAST_OBSERVED,
    observation_count: null,
  }),
  AS_OF,
];

export const TECHNOLOGY_ROW_FIELDS: readonly FieldSpec[] = [
  ...fieldsOf(technology, {
    name: { about: 'Name of the technology.', aliases: ['technology'], example: 'Stripe' },
    slug: { ...SLUG, example: 'stripe' },
    category: { about: 'Its category.', example: 'Payments' },
    vendor_name: { about: 'Its vendor.', aliases: ['vendor'], example: 'Stripe' },
    vendor_slug: { about: 'Trace slug of the vendor.', example: 'stripe' },
    company_count: {
      about: 'Number of companies that use it.',
      aliases: ['count', 'companies'],
      example: '1204',
    },
  }),
  AS_OF,
];

export const LIST_FIELDS: readonly FieldSpec[] = [
  ...fieldsOf(savedList, {
    list_id: { about: 'Id of the list, for =TRACE_LIST().', aliases: ['id'], example: 'lst_1' },
    name: { about: 'Name of the list.', example: 'Shopify users in the US' },
    access_level: { about: 'Your access to the list.', example: 'editor' },
    definition: null,
    created_at: { about: 'Day the list was created.', example: '2026-05-01' },
    updated_at: { about: 'Day the list was last changed.', example: '2026-06-01' },
  }),
  AS_OF,
];

export const MEMBER_FIELDS: readonly FieldSpec[] = [
  ...fieldsOf(member, {
    domain: { about: 'Domain of the company.', aliases: ['primary_domain'], example: 'stripe.com' },
    name: { about: 'Name of the company.', aliases: ['company_name'], example: 'Stripe' },
    slug: { ...SLUG, example: 'stripe' },
    tier: { about: 'Fit of the company: high, medium or exploratory.', example: 'high' },
    score: { about: 'Fit of the company, as a number.', example: '0.92' },
  }),
  AS_OF,
];

export const JOB_FIELDS: readonly FieldSpec[] = fieldsOf(jobDomain, {
  domain: { about: 'Domain in the rescan.', aliases: ['name'], example: 'stripe.com' },
  status: { about: 'Status of the domain.', example: 'completed' },
  detail: { about: 'Details from Trace.', example: 'not tracked' },
});

/** The ends of an edge are slugs in the answer, and become names and domains. */
export const EDGE_FIELDS: readonly FieldSpec[] = [
  { name: 'source', about: 'Name of the company at one end.', kind: 'text', example: 'Stripe' },
  { name: 'source_domain', about: 'Its domain.', kind: 'text', example: 'stripe.com' },
  { name: 'target', about: 'Name of the company at the other end.', kind: 'text', example: 'Shopify' },
  { name: 'target_domain', about: 'Its domain.', kind: 'text', example: 'shopify.com' },
  ...fieldsOf(edge, { source: null, target: null, type: TYPE, observation_count: OBSERVATIONS }),
];
