import { DOMAINS } from './params';
import type { FunctionSpec } from './types';

export const HELP_FUNCTIONS = [
  {
    id: 'TRACE_FIELDS',
    about: 'A table of every field that the functions can show, with an example.',
    family: 'Help',
    costs: 'Nothing; with a domain, the same 1 credit as a look-up of that company.',
    params: [
      {
        ...DOMAINS,
        name: 'domain',
        about: 'A company whose own values are shown as examples.',
        optional: true,
        example: '"stripe.com"',
      },
    ],
    fields: [],
    defaultFields: [],
    takesPaths: false,
    options: [],
    headers: 1,
    examples: [
      { about: 'All fields, at no cost.', args: [] },
      { about: "All fields with one company's values.", args: ['stripe.com'] },
    ],
  },
] as const satisfies readonly FunctionSpec[];
