import { PARTNER_FIELDS } from './fields';
import { DOMAINS, FIELDS, OPTIONS_PARAM } from './params';
import type { FunctionSpec } from './types';

export const PARTNERSHIP_FUNCTIONS = [
  {
    id: 'TRACE_PARTNERS',
    about: 'The partners of each company, the latest seen first.',
    family: 'Partners',
    costs:
      'At most 1 credit for each company and 1 for each partner shown to Trace for the first time within 30 days. Asking for types reads company by company.',
    params: [DOMAINS, FIELDS, OPTIONS_PARAM],
    fields: PARTNER_FIELDS,
    defaultFields: ['name'],
    takesPaths: false,
    options: ['headers', 'layout', 'top', 'sep', 'sort', 'if_none', 'max_age', 'type', 'category'],
    headers: 0,
    examples: [
      { about: 'The three partners seen last.', args: ['stripe.com', null, 'top=3'] },
      {
        about: 'The number of partners of each company of a column.',
        args: [[['stripe.com'], ['no-partners.example'], ['unknown.example']], 'count'],
      },
      {
        about: 'Only technology partnerships, a row for each.',
        args: ['shopify.com', 'name, type', 'type=technology;top=3;layout=spill'],
      },
    ],
  },
] as const satisfies readonly FunctionSpec[];
