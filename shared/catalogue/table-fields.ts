import { AS_OF } from './fields';
import type { FieldSpec } from './types';

/** Fields of functions that list rows of their own. */

const TYPE: FieldSpec = {
  name: 'type',
  about: 'Type of the partnership: technology, channel or generic.',
  kind: 'text',
  aliases: ['partnership_type'],
  example: 'technology',
};

const FIRST_OBSERVED: FieldSpec = {
  name: 'first_observed_at',
  about: 'Day on which the partnership was first seen.',
  kind: 'date',
  aliases: ['since'],
  example: '2024-03-11',
};

const LAST_OBSERVED: FieldSpec = {
  name: 'last_observed_at',
  about: 'Day on which the partnership was last seen.',
  kind: 'date',
  example: '2026-06-10',
};

const OBSERVATIONS: FieldSpec = {
  name: 'observation_count',
  about: 'How often the partnership was seen.',
  kind: 'number',
  example: '12',
};

const SLUG: FieldSpec = { name: 'slug', about: "Trace's short name of it.", kind: 'text', example: 'shopify' };

export const PARTNERED_FIELDS: readonly FieldSpec[] = [
  {
    name: 'partnered',
    about: 'TRUE or FALSE: whether Trace knows of a partnership between the two.',
    kind: 'text',
    example: 'TRUE',
  },
  TYPE,
  FIRST_OBSERVED,
  LAST_OBSERVED,
  OBSERVATIONS,
  { name: 'description', about: 'What is said of the partnership.', kind: 'text', example: 'Accept payments' },
  AS_OF,
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
  { name: 'vendor_slug', about: "Trace's short name of the vendor.", kind: 'text', example: 'stripe' },
  {
    name: 'company_count',
    about: 'How many companies use it.',
    kind: 'number',
    aliases: ['count', 'companies'],
    example: '1204',
  },
  AS_OF,
];

export const LIST_FIELDS: readonly FieldSpec[] = [
  { name: 'list_id', about: 'What TRACE_LIST takes.', kind: 'text', aliases: ['id'], example: 'lst_1' },
  { name: 'name', about: 'Name of the list.', kind: 'text', example: 'Shopify users in the US' },
  { name: 'access_level', about: 'What you may do with it.', kind: 'text', example: 'editor' },
  { name: 'created_at', about: 'Day on which it was made.', kind: 'date', example: '2026-05-01' },
  { name: 'updated_at', about: 'Day on which it was last changed.', kind: 'date', example: '2026-06-01' },
  AS_OF,
];

export const MEMBER_FIELDS: readonly FieldSpec[] = [
  { name: 'domain', about: 'Domain of the member.', kind: 'text', aliases: ['primary_domain'], example: 'stripe.com' },
  { name: 'name', about: 'Name of the member.', kind: 'text', aliases: ['company_name'], example: 'Stripe' },
  { ...SLUG, example: 'stripe' },
  { name: 'tier', about: 'How well it fits: high, medium or exploratory.', kind: 'text', example: 'high' },
  { name: 'score', about: 'How well it fits, as a number.', kind: 'number', example: '0.92' },
  AS_OF,
];

export const JOB_FIELDS: readonly FieldSpec[] = [
  { name: 'domain', about: 'Domain that is crawled anew.', kind: 'text', aliases: ['name'], example: 'stripe.com' },
  { name: 'status', about: 'How far it is, in the words of Trace.', kind: 'text', example: 'completed' },
  { name: 'detail', about: 'What Trace says of it.', kind: 'text', example: 'not tracked' },
];

export const EDGE_FIELDS: readonly FieldSpec[] = [
  { name: 'source', about: 'Name of the company at one end.', kind: 'text', example: 'Stripe' },
  { name: 'source_domain', about: 'Its domain.', kind: 'text', example: 'stripe.com' },
  { name: 'target', about: 'Name of the company at the other end.', kind: 'text', example: 'Shopify' },
  { name: 'target_domain', about: 'Its domain.', kind: 'text', example: 'shopify.com' },
  TYPE,
  OBSERVATIONS,
];
