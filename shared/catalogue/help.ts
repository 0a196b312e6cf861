import { COMPANY, DOMAINS, OPTIONS_PARAM, PROBLEM_PARAM, TABLE_OPTIONS, TOP_OF_VALUES } from './params';
import type { FunctionSpec } from './types';

export const HELP_FUNCTIONS = [
  {
    id: 'TRACE_FIELDS',
    about: 'Every field of every function, with an example.',
    family: 'Help',
    costs: 'Nothing. With a domain, 1 credit, like TRACE_COMPANY.',
    params: [
      {
        ...COMPANY,
        about: 'A company that supplies the example values.',
        optional: true,
        example: '"stripe.com"',
      },
      PROBLEM_PARAM,
    ],
    fields: [],
    defaultFields: [],
    options: ['if_problem'],
    top: TOP_OF_VALUES,
    headers: 1,
    operations: ['companies.batch', 'companies.show'],
    examples: [
      { about: 'All fields, at no cost.', args: [] },
      { about: "All fields, with one company's values.", args: ['stripe.com'] },
    ],
  },
  {
    id: 'TRACE_COST',
    about: 'The cost of looking up a column, as a table. Free, and sends no request.',
    family: 'Help',
    costs: 'Nothing.',
    params: [
      DOMAINS,
      {
        name: 'what',
        about:
          'The lookup to price: "company" (technologies and facts), "partners" (all), "partners top=3" or "partnered" (with one other company).',
        takes: 'names',
        optional: true,
        example: '"partners top=3"',
      },
      PROBLEM_PARAM,
    ],
    fields: [],
    defaultFields: [],
    options: ['if_problem'],
    top: TOP_OF_VALUES,
    headers: 0,
    operations: [],
    examples: [
      {
        about: 'The cost of technologies for a column.',
        args: [[['company-7.example'], ['www.company-7.example'], ['ann@gmail.com'], [null], ['company-8.example']]],
      },
      {
        about: 'The highest cost of three partners for each company.',
        args: [[['company-7.example'], ['company-8.example']], 'partners top=3'],
      },
      {
        about: 'The cost of all partners, where their count is known.',
        args: [[['company-7.example'], ['company-8.example']], 'partners'],
      },
    ],
  },
  {
    id: 'TRACE_GET',
    about: 'Any page of the Trace API, as a table.',
    family: 'Help',
    costs: '1 credit for each company on the page. Companies charged in the last 30 days are free.',
    params: [
      {
        name: 'path',
        about: 'A path below /v1, such as "/companies/stripe.com".',
        takes: 'text',
        example: '"/companies/stripe.com"',
      },
      {
        name: 'pick',
        about: 'Columns to show, such as "name, industry". Shows all by default.',
        takes: 'names',
        optional: true,
        example: '"name, industry"',
      },
      OPTIONS_PARAM,
    ],
    fields: [],
    defaultFields: [],
    takesPaths: true,
    options: TABLE_OPTIONS,
    top: { usual: null, most: 10_000 },
    headers: 1,
    operations: [],
    examples: [
      { about: 'Three fields of a company.', args: ['/companies/stripe.com', 'name, industry, country'] },
      {
        about: 'Two rows of a list, with two columns.',
        args: ['/companies/stripe.com/partnerships', 'partner_name, partnership_type', 'top=2'],
      },
    ],
  },
] as const satisfies readonly FunctionSpec[];
