import { COMPANY, DOMAINS, OPTIONS_PARAM, PROBLEM_PARAM, TABLE_OPTIONS, TOP_OF_VALUES } from './params';
import type { FunctionSpec } from './types';

export const HELP_FUNCTIONS = [
  {
    id: 'TRACE_FIELDS',
    about: 'A table of every field that the functions can show, with an example.',
    family: 'Help',
    costs: 'Nothing. With a domain, 1 credit, like TRACE_COMPANY.',
    params: [
      {
        ...COMPANY,
        about: 'A company whose own values are shown as examples.',
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
      { about: "All fields with one company's values.", args: ['stripe.com'] },
    ],
  },
  {
    id: 'TRACE_COST',
    about: 'What a look-up of a column would cost, as a table. Asks nothing and costs nothing.',
    family: 'Help',
    costs: 'Nothing.',
    params: [
      DOMAINS,
      {
        name: 'what',
        about: 'What to look up: "company" (technologies and facts), "partners" (all of them) or "partners top=3".',
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
        about: 'The price of technologies for a column.',
        args: [[['company-7.example'], ['www.company-7.example'], ['ann@gmail.com'], [null], ['company-8.example']]],
      },
      {
        about: 'The most that three partners of each company can cost.',
        args: [[['company-7.example'], ['company-8.example']], 'partners top=3'],
      },
      {
        about: 'The price of all partners, as far as it is known.',
        args: [[['company-7.example'], ['company-8.example']], 'partners'],
      },
    ],
  },
  {
    id: 'TRACE_GET',
    about: 'Any page of the Trace API as a table; for what has no function of its own.',
    family: 'Help',
    costs:
      'What Trace charges for the page: 1 credit for each company on it that it did not show within the last 30 days.',
    params: [
      {
        name: 'path',
        about: 'A path below /v1, such as "/companies/stripe.com".',
        takes: 'text',
        example: '"/companies/stripe.com"',
      },
      {
        name: 'pick',
        about: 'Columns to show, such as "name, industry"; all where it is left out.',
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
        about: 'Two rows of a list, with chosen columns.',
        args: ['/companies/stripe.com/partnerships', 'partner_name, partnership_type', 'top=2'],
      },
    ],
  },
] as const satisfies readonly FunctionSpec[];
