import { PARTNER_FIELDS, RECEIPT_FIELDS } from './fields';
import { COMPANY, DOMAINS, FIELDS, OPTIONS_PARAM, TOP_OF_COMPANIES, TOP_OF_VALUES, VALUE_LAYOUTS } from './params';
import { EDGE_FIELDS, PARTNERED_FIELDS, REVERSE_PARTNER_FIELDS, SHARED_PARTNER_FIELDS } from './table-fields';
import type { FunctionSpec } from './types';

export const PARTNERSHIP_FUNCTIONS = [
  {
    id: 'TRACE_PARTNERS',
    about: 'The partners of each company, the latest first. "top=3" costs up to 3 credits a company.',
    family: 'Partners',
    costs:
      '"top=3" costs up to 3 credits for each company. "count" alone costs up to 1. Without top=, you pay 1 credit for the company and 1 for each partner, often dozens. Partners charged in the last 30 days are free. The fields category and description read all partners, whatever top= is. So does sort=, except by last_observed_at, first_observed_at or observation_count. You then pay for all partners, and top= only shortens the list. With top= or count, each company is a separate request. Google Sheets allows 20,000 a day.',
    params: [
      DOMAINS,
      FIELDS,
      {
        ...OPTIONS_PARAM,
        about: 'Options such as "top=3;type=channel", or a two-column range. top= limits the cost.',
        example: '"top=3"',
      },
    ],
    fields: [...PARTNER_FIELDS, ...RECEIPT_FIELDS],
    defaultFields: ['name'],
    options: ['headers', 'layout', 'top', 'sep', 'sort', 'if_none', 'if_problem', 'max_age', 'type', 'category'],
    layouts: VALUE_LAYOUTS,
    top: TOP_OF_VALUES,
    headers: 0,
    operations: ['enrichment.partnerships', 'partnerships.list'],
    examples: [
      { about: 'The three partners seen most recently.', args: ['stripe.com', null, 'top=3'] },
      {
        about: 'The number of partners of each company in a column.',
        args: [[['stripe.com'], ['no-partners.example'], ['unknown.example']], 'count'],
      },
      {
        about: 'Only technology partnerships, one row for each.',
        args: ['shopify.com', 'name, type', 'type=technology;top=3;layout=spill'],
      },
    ],
  },
  {
    id: 'TRACE_PARTNERED',
    about: 'TRUE or FALSE: are two companies partners? Also shows since when.',
    family: 'Partners',
    costs:
      '1 credit for each pair with a partnership. If Trace does not offer this lookup, up to 1 credit for each pair and 1 for the second company.',
    params: [
      { ...DOMAINS, name: 'domains_a' },
      {
        ...DOMAINS,
        name: 'domains_b',
        about: 'The other side: one company, or a column of the same length.',
        takes: 'otherInputs',
        example: 'B2:B100',
      },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: PARTNERED_FIELDS,
    defaultFields: ['partnered', 'first_observed_at'],
    options: ['headers', 'if_none', 'if_problem', 'max_age'],
    top: TOP_OF_VALUES,
    headers: 0,
    operations: ['partnerships.lookup', 'partnerships.list'],
    examples: [
      { about: 'Whether two companies are partners.', args: ['stripe.com', 'shopify.com', 'partnered'] },
      {
        about: 'Whether each company in a column is a partner of one company, and since when.',
        args: [[['shopify.com'], ['no-partners.example'], ['unknown.example'], ['stripe.com']], 'stripe.com'],
      },
    ],
  },
  {
    id: 'TRACE_SHARED_PARTNERS',
    about: 'Companies that are partners of both companies.',
    family: 'Partners',
    costs:
      '1 credit for each partner in the table: up to 25, or up to top=. If Trace does not offer this list, it costs as much as TRACE_PARTNERS of both companies without top=.',
    params: [
      { ...COMPANY, name: 'domain_a' },
      { ...COMPANY, name: 'domain_b', takes: 'otherInputs', example: 'B2' },
      FIELDS,
      OPTIONS_PARAM,
    ],
    fields: SHARED_PARTNER_FIELDS,
    defaultFields: ['name', 'domain'],
    options: ['headers', 'top', 'if_none', 'if_problem', 'max_age'],
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['partnerships.shared', 'enrichment.partnerships'],
    examples: [{ about: 'Three partners of both companies.', args: ['stripe.com', 'shopify.com', null, 'top=3'] }],
  },
  {
    id: 'TRACE_PARTNER_OF',
    about: 'Companies that list a company as their partner.',
    family: 'Partners',
    costs:
      '1 credit for each company in the table: up to 25, or up to top=. Companies charged in the last 30 days are free.',
    params: [{ ...COMPANY, name: 'partner' }, FIELDS, OPTIONS_PARAM],
    fields: REVERSE_PARTNER_FIELDS,
    defaultFields: ['name', 'domain', 'type', 'last_observed_at'],
    options: ['headers', 'top', 'sort', 'if_none', 'if_problem', 'max_age', 'type'],
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['partnerships.reverse'],
    examples: [
      { about: 'Three companies that list Stripe as a partner.', args: ['stripe.com', null, 'top=3'] },
      {
        about: 'The two oldest channel partnerships.',
        args: ['stripe.com', 'name, first_observed_at', 'type=channel;sort=first_observed_at;top=2'],
      },
    ],
  },
  {
    id: 'TRACE_PARTNER_GRAPH',
    about: 'The partnerships around a company, one row for each.',
    family: 'Partners',
    costs:
      '1 credit for each other company in the graph: up to 25, or up to top=. If Trace does not offer this graph, it costs as much as TRACE_PARTNERS of the company without top=.',
    params: [COMPANY, OPTIONS_PARAM],
    fields: EDGE_FIELDS,
    defaultFields: ['source', 'source_domain', 'target', 'target_domain', 'type', 'observation_count'],
    options: ['headers', 'top', 'if_none', 'if_problem', 'max_age', 'depth'],
    top: { usual: 25, most: 200 },
    headers: 1,
    operations: ['partnerships.graph', 'enrichment.partnerships'],
    examples: [{ about: 'Three partnerships around Stripe.', args: ['stripe.com', 'top=3'] }],
  },
] as const satisfies readonly FunctionSpec[];
