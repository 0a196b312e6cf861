import { COMPANY_FIELDS, RECEIPT_FIELDS } from './fields';
import {
  CARD_LAYOUTS,
  DOMAINS,
  FIELDS,
  OPTIONS_PARAM,
  PROBLEM_PARAM,
  TABLE_OPTIONS,
  TOP_OF_COMPANIES,
  TOP_OF_FREE_ROWS,
  TOP_OF_VALUES,
} from './params';
import { JOB_FIELDS } from './table-fields';
import type { FunctionSpec } from './types';

export const COMPANY_FUNCTIONS = [
  {
    id: 'TRACE_COMPANY',
    about: 'Facts about each company: name, industry, employees, country and more.',
    family: 'Companies',
    costs: '1 credit for each company, for any number of facts. The same company is free for the next 30 days.',
    params: [DOMAINS, FIELDS, OPTIONS_PARAM],
    fields: [...COMPANY_FIELDS, ...RECEIPT_FIELDS],
    defaultFields: ['name'],
    takesPaths: true,
    options: ['headers', 'layout', 'sep', 'if_none', 'if_problem', 'max_age'],
    layouts: CARD_LAYOUTS,
    top: TOP_OF_VALUES,
    headers: 0,
    operations: ['companies.batch', 'companies.show'],
    examples: [
      { about: 'The name of one company.', args: ['stripe.com'] },
      {
        about: 'Two facts about each company in a column, with titles.',
        args: [
          [['stripe.com'], ['https://www.shopify.com/pricing'], ['ann@hubspot.com']],
          'name, employee_count',
          'headers=1',
        ],
      },
      { about: 'A field inside the answer, by its path.', args: ['stripe.com', 'technologies.category', "sep=' | '"] },
      {
        about: 'When Trace answered, where from, and for how many credits.',
        args: ['stripe.com', 'as_of, source, credits'],
      },
      { about: 'A Trace slug instead of a domain.', args: ['stripe', 'primary_domain'] },
      {
        about: 'A company card in Excel, and the plain name elsewhere.',
        args: ['stripe.com', null, 'layout=card'],
      },
    ],
  },
  {
    id: 'TRACE_SEARCH',
    about: 'Companies found by name, technology, vendor, country or industry.',
    family: 'Companies',
    costs:
      '1 credit for each company in the table: up to 25, or up to top=. Companies charged in the last 30 days are free.',
    params: [
      {
        name: 'query',
        about: 'Part of a name or domain. Use "" to search by options alone.',
        takes: 'text',
        mayBeBlank: true,
        example: '"shop"',
      },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: COMPANY_FIELDS,
    defaultFields: ['name', 'primary_domain', 'industry', 'country'],
    takesPaths: true,
    options: [...TABLE_OPTIONS, 'layout', 'technology', 'vendor', 'country', 'industry'],
    layouts: CARD_LAYOUTS,
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['companies.search', 'technologies.search'],
    examples: [
      { about: 'Three companies with this in their name.', args: ['shop', 'name, primary_domain', 'top=3'] },
      {
        about: 'Companies in one country that use a technology.',
        args: ['', 'name, primary_domain, country', 'technology=stripe;country=United States;top=3'],
      },
    ],
  },
  {
    id: 'TRACE_JOB',
    about: 'Progress of a rescan, one row for each domain.',
    family: 'Companies',
    costs: 'Nothing.',
    params: [
      {
        name: 'job_id',
        about: 'The job id of the rescan, from the Trace panel.',
        takes: 'text',
        example: '"job_1"',
      },
      PROBLEM_PARAM,
    ],
    fields: JOB_FIELDS,
    defaultFields: ['domain', 'status', 'detail'],
    options: ['if_problem'],
    top: TOP_OF_FREE_ROWS,
    headers: 1,
    operations: ['jobs.show'],
    examples: [
      { about: 'A job that Trace does not know.', args: ['job_0'] },
      { about: 'The same, recalculated.', args: ['job_0', 'refresh=2'] },
    ],
  },
] as const satisfies readonly FunctionSpec[];
