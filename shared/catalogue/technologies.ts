import { CHANGE_FIELDS, COMPANY_FIELDS, RECEIPT_FIELDS, TECHNOLOGY_FIELDS } from './fields';
import {
  DOMAINS,
  FIELDS,
  OPTIONS_PARAM,
  TOP_OF_COMPANIES,
  TOP_OF_FREE_ROWS,
  TOP_OF_VALUES,
  TABLE_OPTIONS,
} from './params';
import { TECHNOLOGY_ROW_FIELDS } from './table-fields';
import type { FunctionSpec } from './types';

export const TECHNOLOGY_FUNCTIONS = [
  {
    id: 'TRACE_TECH',
    about: 'The technologies that each company uses.',
    family: 'Technologies',
    costs: '1 credit for each company, for any number of technologies. The same company is free for the next 30 days.',
    params: [DOMAINS, FIELDS, OPTIONS_PARAM],
    fields: [...TECHNOLOGY_FIELDS, ...CHANGE_FIELDS, ...RECEIPT_FIELDS],
    defaultFields: ['name'],
    options: [
      'headers',
      'layout',
      'top',
      'sep',
      'sort',
      'if_none',
      'if_problem',
      'max_age',
      'category',
      'vendor',
      'since',
    ],
    top: TOP_OF_VALUES,
    headers: 0,
    operations: ['companies.batch', 'companies.show', 'technologies.search'],
    examples: [
      { about: 'The technologies of one company, in one cell.', args: ['stripe.com'] },
      {
        about: 'The technologies of each company in a column, one row each.',
        args: [[['stripe.com'], ['shopify.com'], ['no-technologies.example'], ['unknown.example'], [null]]],
      },
      { about: 'The first three in columns of their own.', args: ['stripe.com', 'name', 'layout=columns;top=3'] },
      {
        about: 'One row for each technology, with its category and last day seen.',
        args: ['stripe.com', 'name, category, last_detected_at', 'layout=spill;top=4;headers=1'],
      },
      { about: 'The number of technologies.', args: ['stripe.com', 'count'] },
      {
        about: 'What a company added and dropped since a day.',
        args: ['twilio.com', 'added, dropped', 'since=2026-01-01'],
      },
    ],
  },
  {
    id: 'TRACE_HAS_TECH',
    about: 'TRUE or FALSE: does each company use a technology?',
    family: 'Technologies',
    costs:
      '1 credit for each company, for any number of technologies. The same company is free for the next 30 days. Checking names is free.',
    params: [
      DOMAINS,
      {
        name: 'technologies',
        about: 'Full names or slugs, such as "Stripe, Shopify", or a range. Adds one column for each.',
        takes: 'names',
        example: '"Stripe"',
      },
      OPTIONS_PARAM,
    ],
    fields: [],
    defaultFields: [],
    options: ['headers', 'if_none', 'if_problem', 'max_age'],
    top: TOP_OF_VALUES,
    headers: 0,
    operations: ['companies.batch', 'companies.show', 'technologies.search'],
    examples: [
      { about: 'Whether one company uses Stripe.', args: ['shopify.com', 'Stripe'] },
      {
        about: 'Two technologies for each company in a column, with titles.',
        args: [[['stripe.com'], ['hubspot.com'], ['unknown.example']], 'Stripe, React', 'headers=2'],
      },
    ],
  },
  {
    id: 'TRACE_TECH_SEARCH',
    about: 'Technologies in the Trace catalog, by name.',
    family: 'Technologies',
    costs: 'Nothing.',
    params: [
      {
        name: 'query',
        about: 'Part of a name, such as "analytics".',
        takes: 'text',
        example: '"analytics"',
      },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: TECHNOLOGY_ROW_FIELDS,
    defaultFields: ['name', 'slug', 'category', 'vendor_name', 'company_count'],
    takesPaths: true,
    options: [...TABLE_OPTIONS, 'category'],
    top: TOP_OF_FREE_ROWS,
    headers: 1,
    operations: ['technologies.search'],
    examples: [
      { about: 'Technologies with this in their name.', args: ['google'] },
      { about: 'Their names only, without titles.', args: ['shop', 'name', 'headers=0;top=3'] },
    ],
  },
  {
    id: 'TRACE_TECH_COMPANIES',
    about: 'Companies that use a technology, optionally in one country or industry.',
    family: 'Technologies',
    costs:
      '1 credit for each company in the table: up to 25, or up to top=. Companies charged in the last 30 days are free.',
    params: [
      {
        name: 'technology',
        about: 'Full name or slug of a technology.',
        takes: 'text',
        example: '"Stripe"',
      },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: COMPANY_FIELDS,
    defaultFields: ['name', 'primary_domain', 'industry', 'country'],
    takesPaths: true,
    options: [...TABLE_OPTIONS, 'country', 'industry'],
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['technologies.companies', 'companies.search', 'technologies.search'],
    examples: [
      { about: 'Three companies that use Stripe.', args: ['Stripe', 'name, primary_domain', 'top=3'] },
      {
        about: 'Three of those in the United States.',
        args: ['Stripe', 'name, country', 'country=US;top=3'],
      },
    ],
  },
  {
    id: 'TRACE_VENDOR_COMPANIES',
    about: 'Companies that use any technology of a vendor.',
    family: 'Technologies',
    costs:
      '1 credit for each company in the table: up to 25, or up to top=. Companies charged in the last 30 days are free.',
    params: [
      { name: 'vendor', about: 'Name or slug of a vendor.', takes: 'text', example: '"Google"' },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: COMPANY_FIELDS,
    defaultFields: ['name', 'primary_domain', 'industry', 'country'],
    takesPaths: true,
    options: [...TABLE_OPTIONS, 'country', 'industry'],
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['vendors.companies', 'companies.search', 'technologies.search'],
    examples: [{ about: 'Three companies that use Google.', args: ['Google', 'name, primary_domain', 'top=3'] }],
  },
] as const satisfies readonly FunctionSpec[];
