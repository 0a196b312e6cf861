import { TECHNOLOGY_FIELDS } from './fields';
import { DOMAINS, FIELDS, OPTIONS_PARAM } from './params';
import type { FunctionSpec } from './types';

export const TECHNOLOGY_FUNCTIONS = [
  {
    id: 'TRACE_TECH',
    about: 'The technologies that each company uses.',
    family: 'Technologies',
    costs: '1 credit for each company that was not looked up within the last 30 days.',
    params: [DOMAINS, FIELDS, OPTIONS_PARAM],
    fields: TECHNOLOGY_FIELDS,
    defaultFields: ['name'],
    takesPaths: false,
    options: ['headers', 'layout', 'top', 'sep', 'sort', 'if_none', 'max_age', 'category', 'vendor'],
    headers: 0,
    examples: [
      { about: 'The technologies of one company, in one cell.', args: ['stripe.com'] },
      {
        about: 'The technologies of each company of a column, one row each.',
        args: [[['stripe.com'], ['shopify.com'], ['no-technologies.example'], ['unknown.example'], [null]]],
      },
      { about: 'The first three in columns of their own.', args: ['stripe.com', 'name', 'layout=columns;top=3'] },
      {
        about: 'A row for each technology, with its category and the day it was last seen.',
        args: ['stripe.com', 'name, category, last_detected_at', 'layout=spill;top=4;headers=1'],
      },
      { about: 'How many there are.', args: ['stripe.com', 'count'] },
    ],
  },
  {
    id: 'TRACE_HAS_TECH',
    about: 'TRUE or FALSE: does each company use a technology?',
    family: 'Technologies',
    costs:
      '1 credit for each company that was not looked up within the last 30 days, however many technologies are asked for.',
    params: [
      DOMAINS,
      {
        name: 'technologies',
        about: 'Whole names or slugs, such as "Stripe, Shopify", or a range of them. One column for each.',
        takes: 'names',
        optional: false,
        example: '"Stripe"',
      },
      OPTIONS_PARAM,
    ],
    fields: [],
    defaultFields: [],
    takesPaths: false,
    options: ['headers', 'if_none', 'max_age'],
    headers: 0,
    examples: [
      { about: 'Whether one company uses Stripe.', args: ['shopify.com', 'Stripe'] },
      {
        about: 'Two technologies for each company of a column, with headers.',
        args: [[['stripe.com'], ['hubspot.com'], ['unknown.example']], 'Stripe, React', 'headers=2'],
      },
    ],
  },
] as const satisfies readonly FunctionSpec[];
