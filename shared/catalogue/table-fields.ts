import { AS_OF, RECEIPT_FIELDS } from './fields';
import type { FieldSpec } from './types';

/** Fields of functions that return rows of their own. */

const TYPE: FieldSpec = {
  name: 'type',
  about: 'Type of the partnership: technology, channel or generic.',
  kind: 'text',
  aliases: ['partnership_type'],
  example: 'technology',
};

const FIRST_OBSERVED: FieldSpec = {
  name: 'first_observed_at',
  about: 'Day that Trace first saw the partnership.',
  kind: 'date',
  aliases: ['since'],
  example: '2024-03-11',
};

const LAST_OBSERVED: FieldSpec = {
  name: 'last_observed_at',
  about: 'Day that Trace last saw the partnership.',
  kind: 'date',
  example: '2026-06-10',
};

const OBSERVATIONS: FieldSpec = {
  name: 'observation_count',
  about: 'Number of times that Trace saw the partnership.',
  kind: 'number',
  example: '12',
};

const SLUG: FieldSpec = { name: 'slug', about: 'Its Trace slug.', kind: 'text', example: 'shopify' };

export const PARTNERED_FIELDS: readonly FieldSpec[] = [
  {
    name: 'partnered',
    about: 'TRUE or FALSE: whether Trace knows of a partnership.',
    kind: 'text',
    example: 'TRUE',
  },
  TYPE,
  FIRST_OBSERVED,
  LAST_OBSERVED,
  OBSERVATIONS,
  { name: 'description', about: 'Description of the partnership.', kind: 'text', example: 'Accept payments' },
  AS_OF,
  ...RECEIPT_FIELDS,
];

export const REVERSE_PARTNER_FIELDS: readonly FieldSpec[] = [
  {
    name: 'name',
    about: 'Name of the company that lists the partner.',
    kind: 'text',
    aliases: ['company_name'],
    example: 'Shopify',
  },
  { name: 'domain', about: 'Its domain.', kind: 'text', aliases: ['company_domain'], example: 'shopify.com' },
  { ...SLUG, aliases: ['company_slug'] },
  TYPE,
  FIRST_OBSERVED,
  LAST_OBSERVED,
  OBSERVATIONS,
  AS_OF,
];

export const SHARED_PARTNER_FIELDS: readonly FieldSpec[] = [
  { name: 'name', about: 'Name of the partner.', kind: 'text', aliases: ['partner_name'], example: 'Shopify' },
  { name: 'domain', about: 'Its domain.', kind: 'text', aliases: ['partner_domain'], example: 'shopify.com' },
  { ...SLUG, aliases: ['partner_slug'] },
  TYPE,
  LAST_OBSERVED,
  AS_OF,
];

export const TECHNOLOGY_ROW_FIELDS: readonly FieldSpec[] = [
  { name: 'name', about: 'Name of the technology.', kind: 'text', aliases: ['technology'], example: 'Stripe' },
  { ...SLUG, example: 'stripe' },
  { name: 'category', about: 'Its category.', kind: 'text', example: 'Payments' },
  { name: 'vendor_name', about: 'Its vendor.', kind: 'text', aliases: ['vendor'], example: 'Stripe' },
  { name: 'vendor_slug', about: 'Trace slug of the vendor.', kind: 'text', example: 'stripe' },
  {
    name: 'company_count',
    about: 'Number of companies that use it.',
    kind: 'number',
    aliases: ['count', 'companies'],
    example: '1204',
  },
  AS_OF,
];

export const LIST_FIELDS: readonly FieldSpec[] = [
  { name: 'list_id', about: 'Id of the list, for =TRACE_LIST().', kind: 'text', aliases: ['id'], example: 'lst_1' },
  { name: 'name', about: 'Name of the list.', kind: 'text', example: 'Shopify users in the US' },
  { name: 'access_level', about: 'Your access to the list.', kind: 'text', example: 'editor' },
  { name: 'created_at', about: 'Day the list was created.', kind: 'date', example: '2026-05-01' },
  { name: 'updated_at', about: 'Day the list was last changed.', kind: 'date', example: '2026-06-01' },
  AS_OF,
];

export const MEMBER_FIELDS: readonly FieldSpec[] = [
  { name: 'domain', about: 'Domain of the company.', kind: 'text', aliases: ['primary_domain'], example: 'stripe.com' },
  { name: 'name', about: 'Name of the company.', kind: 'text', aliases: ['company_name'], example: 'Stripe' },
  { ...SLUG, example: 'stripe' },
  { name: 'tier', about: 'Fit of the company: high, medium or exploratory.', kind: 'text', example: 'high' },
  { name: 'score', about: 'Fit of the company, as a number.', kind: 'number', example: '0.92' },
  AS_OF,
];

export const JOB_FIELDS: readonly FieldSpec[] = [
  { name: 'domain', about: 'Domain in the rescan.', kind: 'text', aliases: ['name'], example: 'stripe.com' },
  { name: 'status', about: 'Status of the domain.', kind: 'text', example: 'completed' },
  { name: 'detail', about: 'Details from Trace.', kind: 'text', example: 'not tracked' },
];

export const EDGE_FIELDS: readonly FieldSpec[] = [
  { name: 'source', about: 'Name of the company at one end.', kind: 'text', example: 'Stripe' },
  { name: 'source_domain', about: 'Its domain.', kind: 'text', example: 'stripe.com' },
  { name: 'target', about: 'Name of the company at the other end.', kind: 'text', example: 'Shopify' },
  { name: 'target_domain', about: 'Its domain.', kind: 'text', example: 'shopify.com' },
  TYPE,
  OBSERVATIONS,
];
