import { FIELDS, OPTIONS_PARAM, TOP_OF_COMPANIES, TOP_OF_FREE_ROWS, TABLE_OPTIONS } from './params';
import { LIST_FIELDS, MEMBER_FIELDS } from './table-fields';
import type { FunctionSpec } from './types';

export const LIST_FUNCTIONS = [
  {
    id: 'TRACE_LISTS',
    about: 'Your saved lists. Needs a personal API key.',
    family: 'Lists',
    costs: 'Nothing.',
    params: [FIELDS, OPTIONS_PARAM],
    fields: LIST_FIELDS,
    defaultFields: ['list_id', 'name', 'access_level', 'updated_at'],
    takesPaths: true,
    options: TABLE_OPTIONS,
    top: TOP_OF_FREE_ROWS,
    headers: 1,
    operations: ['lists.index'],
    examples: [{ about: 'The ids and names of all lists.', args: ['list_id, name'] }],
  },
  {
    id: 'TRACE_LIST',
    about: 'The companies of a saved list. Needs a personal API key.',
    family: 'Lists',
    costs:
      '1 credit for each company in the table: up to 25, or up to top=. Companies charged in the last 30 days are free.',
    params: [
      {
        name: 'list_id',
        about: 'The name or id of a list, from =TRACE_LISTS().',
        takes: 'text',
        pricedAs: 'lst',
        example: '"lst_1"',
      },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: MEMBER_FIELDS,
    defaultFields: ['domain', 'name', 'tier'],
    takesPaths: true,
    options: [...TABLE_OPTIONS, 'tier', 'search'],
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['lists.members', 'lists.index'],
    examples: [
      { about: 'Three companies of a list.', args: ['lst_1', null, 'top=3'] },
      { about: 'The same list, by its name.', args: ['Shopify users in the US', null, 'top=3'] },
    ],
  },
] as const satisfies readonly FunctionSpec[];
