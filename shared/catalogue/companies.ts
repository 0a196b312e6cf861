import { COMPANY_FIELDS } from './fields';
import { DOMAINS, FIELDS, OPTIONS_PARAM } from './params';
import type { FunctionSpec } from './types';

export const COMPANY_FUNCTIONS = [
  {
    id: 'TRACE_COMPANY',
    about: 'Facts about each company: name, industry, employees, country and more.',
    family: 'Companies',
    costs: '1 credit for each company that was not looked up within the last 30 days.',
    params: [DOMAINS, FIELDS, OPTIONS_PARAM],
    fields: COMPANY_FIELDS,
    defaultFields: ['name'],
    takesPaths: true,
    options: ['headers', 'sep', 'if_none', 'max_age'],
    headers: 0,
    examples: [
      { about: 'The name of one company.', args: ['stripe.com'] },
      {
        about: 'Two facts about each company of a column, with headers.',
        args: [
          [['stripe.com'], ['https://www.shopify.com/pricing'], ['ann@hubspot.com']],
          'name, employee_count',
          'headers=1',
        ],
      },
      { about: 'A field inside the answer, by its path.', args: ['stripe.com', 'technologies.category', "sep=' | '"] },
      { about: 'A Trace slug instead of a domain.', args: ['stripe', 'primary_domain'] },
    ],
  },
] as const satisfies readonly FunctionSpec[];
