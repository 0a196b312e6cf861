import { company, detectedTechnology } from '../client/resources/company-answer';
import { partner } from '../client/resources/partner-answer';
import { fieldsOf, listFieldsOf } from './answer-fields';
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
  ...listFieldsOf(detectedTechnology, {
    name: {
      about: 'Names of the technologies.',
      aliases: ['technology', 'technologies'],
      example: 'Stripe',
    },
    slug: { about: 'Trace slugs of the technologies.', example: 'stripe' },
    category: { about: 'Category of each technology.', example: 'Payments' },
    vendor_name: { about: 'Vendor of each technology.', aliases: ['vendor'], example: 'Stripe' },
    vendor_slug: { about: 'Trace slug of each vendor.', example: 'stripe' },
    first_detected_at: {
      about: 'Day that Trace first saw each technology.',
      example: '2024-03-11',
    },
    last_detected_at: {
      about: 'Day that Trace last saw each technology.',
      example: '2026-06-01',
    },
  }),
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
  ...listFieldsOf(partner, {
    name: {
      about: 'Names of the partners.',
      aliases: ['partners'],
      example: 'Shopify',
    },
    domain: {
      about: 'Domain of each partner.',
      example: 'shopify.com',
    },
    slug: {
      about: 'Trace slug of each partner.',
      example: 'shopify',
    },
    type: {
      about: 'Type of each partnership: technology, channel or generic. Uses one request for each company.',
      example: 'technology',
    },
    first_observed_at: {
      about: 'Day that Trace first saw each partnership.',
      example: '2024-03-11',
    },
    last_observed_at: {
      about: 'Day that Trace last saw each partnership.',
      example: '2026-06-10',
    },
    observation_count: { about: 'Number of times that Trace saw each partnership.', example: '12' },
    category: {
      about:
        'Category of each partnership, if the partner page names it. Reads all partners, whatever top= is. Trace has no list of these names, so check the spelling in category=.',
      example: 'Payments',
    },
    description: {
      about: 'Description of each partnership from the partner page. Reads all partners, whatever top= is.',
      example: 'Accept payments',
    },
  }),
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
  ...fieldsOf(company, {
    name: { about: 'Name of the company.', aliases: ['company_name'], example: 'Stripe' },
    primary_domain: {
      about: 'Main domain of the company.',
      aliases: ['domain'],
      example: 'stripe.com',
    },
    domains: { about: 'All known domains of the company.', example: 'stripe.com, stripe.network' },
    slug: { about: 'Trace slug of the company.', example: 'stripe' },
    company_id: { about: 'Trace id of the company.', example: '4567' },
    description: { about: 'Description of the company.', example: 'Payments for the internet' },
    industry: { about: 'Industry of the company.', example: 'Financial services' },
    employee_count: { about: 'Number of employees.', aliases: ['employees'], example: '8000' },
    employee_range: { about: 'Number of employees, as a range.', example: '5001-10000' },
    founded_year: {
      about: 'Year the company was founded.',
      aliases: ['founded'],
      example: '2010',
    },
    country: { about: 'Country of the head office.', example: 'US' },
    region: { about: 'State or region of the head office.', example: 'California' },
    city: { about: 'City of the head office.', example: 'San Francisco' },
    technologies: {
      about: 'Names of the technologies the company uses.',
      example: 'React, Stripe',
    },
    technology_count: { about: 'Number of technologies the company uses.', example: '25' },
    partnership_count: { about: 'Number of partners the company has.', example: '48' },
    last_crawled_at: {
      about: 'Day that Trace last scanned the company.',
      example: '2026-06-01',
    },
  }),
  AS_OF,
];
