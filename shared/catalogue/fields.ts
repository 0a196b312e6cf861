import type { FieldSpec } from './types';

/** Fields that functions of several families share. */
export const AS_OF: FieldSpec = {
  name: 'as_of',
  about: 'Day that Trace gave this answer.',
  kind: 'date',
  example: '2026-06-01',
};

const FREE_UNTIL: FieldSpec = {
  name: 'free_until',
  about:
    'End of the 30 days after this answer. Until then the same company is free, unless Trace first charged it earlier.',
  kind: 'date',
  example: '2026-07-01',
};

/** Facts about an answer that functions over companies can show, besides its date. */
export const RECEIPT_FIELDS: readonly FieldSpec[] = [
  FREE_UNTIL,
  {
    name: 'source',
    about: 'Page of the Trace API with this answer. TRACE_GET reads it.',
    kind: 'text',
    example: '/companies/stripe.com',
  },
  {
    name: 'credits',
    about: 'Credits that this answer costs at most. A company charged in the last 30 days is free.',
    kind: 'number',
    example: '1',
  },
];

/** Fields whose numbers count something and are shown with separators, unlike a year or an id. */
export const COUNT_FIELDS: ReadonlySet<string> = new Set([
  'employee_count',
  'technology_count',
  'partnership_count',
  'count',
]);

/** Changes at a company since a day, by the dates on which Trace saw each technology. */
export const CHANGE_FIELDS: readonly FieldSpec[] = [
  {
    name: 'added',
    about: 'Technologies that Trace first saw on the day of since= or later.',
    kind: 'list',
    example: 'Stripe',
  },
  {
    name: 'dropped',
    about: 'Technologies last seen on the day of since= or later, and missing since then.',
    kind: 'list',
    example: 'jQuery',
  },
];

export const TECHNOLOGY_FIELDS: readonly FieldSpec[] = [
  {
    name: 'name',
    about: 'Names of the technologies.',
    kind: 'list',
    aliases: ['technology', 'technologies'],
    example: 'Stripe',
  },
  { name: 'slug', about: 'Trace slugs of the technologies.', kind: 'list', example: 'stripe' },
  { name: 'category', about: 'Category of each technology.', kind: 'list', example: 'Payments' },
  { name: 'vendor_name', about: 'Vendor of each technology.', kind: 'list', aliases: ['vendor'], example: 'Stripe' },
  { name: 'vendor_slug', about: 'Trace slug of each vendor.', kind: 'list', example: 'stripe' },
  {
    name: 'first_detected_at',
    about: 'Day that Trace first saw each technology.',
    kind: 'list',
    example: '2024-03-11',
  },
  {
    name: 'last_detected_at',
    about: 'Day that Trace last saw each technology.',
    kind: 'list',
    example: '2026-06-01',
  },
  {
    name: 'count',
    about: 'Number of technologies.',
    kind: 'number',
    aliases: ['technology_count'],
    example: '25',
  },
  AS_OF,
];

/** The service's types of partnerships; https://docs.tracedata.ai/api/partnerships/. */
export const PARTNERSHIP_TYPES = ['technology', 'channel', 'generic'] as const;

export const PARTNER_FIELDS: readonly FieldSpec[] = [
  {
    name: 'name',
    about: 'Names of the partners.',
    kind: 'list',
    aliases: ['partner_name', 'partners'],
    example: 'Shopify',
  },
  {
    name: 'domain',
    about: 'Domain of each partner.',
    kind: 'list',
    aliases: ['partner_domain'],
    example: 'shopify.com',
  },
  {
    name: 'slug',
    about: 'Trace slug of each partner.',
    kind: 'list',
    aliases: ['partner_slug'],
    example: 'shopify',
  },
  {
    name: 'type',
    about: 'Type of each partnership: technology, channel or generic. Uses one request for each company.',
    kind: 'list',
    aliases: ['partnership_type'],
    example: 'technology',
  },
  {
    name: 'first_observed_at',
    about: 'Day that Trace first saw each partnership.',
    kind: 'list',
    example: '2024-03-11',
  },
  {
    name: 'last_observed_at',
    about: 'Day that Trace last saw each partnership.',
    kind: 'list',
    example: '2026-06-10',
  },
  { name: 'observation_count', about: 'Number of times that Trace saw each partnership.', kind: 'list', example: '12' },
  {
    name: 'category',
    about:
      'Category of each partnership, if the partner page names it. Reads all partners, whatever top= is. Trace has no list of these names, so check the spelling in category=.',
    kind: 'list',
    example: 'Payments',
  },
  {
    name: 'description',
    about: 'Description of each partnership from the partner page. Reads all partners, whatever top= is.',
    kind: 'list',
    example: 'Accept payments',
  },
  {
    name: 'count',
    about: 'Number of partners.',
    kind: 'number',
    aliases: ['partnership_count'],
    example: '48',
  },
  AS_OF,
];

export const COMPANY_FIELDS: readonly FieldSpec[] = [
  { name: 'name', about: 'Name of the company.', kind: 'text', aliases: ['company_name'], example: 'Stripe' },
  {
    name: 'primary_domain',
    about: 'Main domain of the company.',
    kind: 'text',
    aliases: ['domain'],
    example: 'stripe.com',
  },
  { name: 'domains', about: 'All known domains of the company.', kind: 'list', example: 'stripe.com, stripe.network' },
  { name: 'slug', about: 'Trace slug of the company.', kind: 'text', example: 'stripe' },
  { name: 'company_id', about: 'Trace id of the company.', kind: 'number', example: '4567' },
  { name: 'description', about: 'Description of the company.', kind: 'text', example: 'Payments for the internet' },
  { name: 'industry', about: 'Industry of the company.', kind: 'text', example: 'Financial services' },
  { name: 'employee_count', about: 'Number of employees.', kind: 'number', aliases: ['employees'], example: '8000' },
  { name: 'employee_range', about: 'Number of employees, as a range.', kind: 'text', example: '5001-10000' },
  {
    name: 'founded_year',
    about: 'Year the company was founded.',
    kind: 'number',
    aliases: ['founded'],
    example: '2010',
  },
  { name: 'country', about: 'Country of the head office.', kind: 'text', example: 'US' },
  { name: 'region', about: 'State or region of the head office.', kind: 'text', example: 'California' },
  { name: 'city', about: 'City of the head office.', kind: 'text', example: 'San Francisco' },
  {
    name: 'technologies',
    about: 'Names of the technologies the company uses.',
    kind: 'list',
    example: 'React, Stripe',
  },
  { name: 'technology_count', about: 'Number of technologies the company uses.', kind: 'number', example: '25' },
  { name: 'partnership_count', about: 'Number of partners the company has.', kind: 'number', example: '48' },
  {
    name: 'last_crawled_at',
    about: 'Day that Trace last scanned the company.',
    kind: 'date',
    example: '2026-06-01',
  },
  AS_OF,
];
