import { PARTNER_FIELDS } from './fields';
import { COMPANY, DOMAINS, FIELDS, OPTIONS_PARAM, TOP_OF_COMPANIES, TOP_OF_VALUES } from './params';
import { EDGE_FIELDS, PARTNERED_FIELDS, REVERSE_PARTNER_FIELDS, SHARED_PARTNER_FIELDS } from './table-fields';
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
    options: ['headers', 'layout', 'top', 'sep', 'sort', 'if_none', 'if_problem', 'max_age', 'type', 'category'],
    top: TOP_OF_VALUES,
    headers: 0,
    operations: ['enrichment.partnerships', 'partnerships.list'],
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
  {
    id: 'TRACE_PARTNERED',
    about: 'TRUE or FALSE: are two companies partners, and since when?',
    family: 'Partners',
    costs: 'At most 1 credit for each pair; where Trace has no such look-up, as TRACE_PARTNERS for the first column.',
    params: [
      { ...DOMAINS, name: 'domains_a' },
      {
        ...DOMAINS,
        name: 'domains_b',
        about: 'The other side: one company for all, or a column of the same length.',
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
    operations: ['partnerships.lookup', 'enrichment.partnerships'],
    examples: [
      { about: 'Whether two companies are partners.', args: ['stripe.com', 'shopify.com', 'partnered'] },
      {
        about: 'Whether each company of a column is a partner of one, and since when.',
        args: [[['shopify.com'], ['no-partners.example'], ['unknown.example'], ['stripe.com']], 'stripe.com'],
      },
    ],
  },
  {
    id: 'TRACE_SHARED_PARTNERS',
    about: 'Companies that are partners of both.',
    family: 'Partners',
    costs:
      '1 credit for each partner of the table that Trace did not show within the last 30 days; 25 partners unless top= says otherwise.',
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
    examples: [{ about: 'Three partners of both.', args: ['stripe.com', 'shopify.com', null, 'top=3'] }],
  },
  {
    id: 'TRACE_PARTNER_OF',
    about: 'Companies that list a company as their partner.',
    family: 'Partners',
    costs:
      '1 credit for each company of the table that Trace did not show within the last 30 days; 25 companies unless top= says otherwise.',
    params: [{ ...COMPANY, name: 'partner' }, FIELDS, OPTIONS_PARAM],
    fields: REVERSE_PARTNER_FIELDS,
    defaultFields: ['name', 'domain', 'type', 'last_observed_at'],
    options: ['headers', 'top', 'sort', 'if_none', 'if_problem', 'max_age', 'type'],
    top: TOP_OF_COMPANIES,
    headers: 1,
    operations: ['partnerships.reverse'],
    examples: [
      { about: 'Three companies that list Stripe.', args: ['stripe.com', null, 'top=3'] },
      {
        about: 'The channel partnerships seen first.',
        args: ['stripe.com', 'name, first_observed_at', 'type=channel;sort=first_observed_at;top=2'],
      },
    ],
  },
  {
    id: 'TRACE_PARTNER_GRAPH',
    about: 'The partnerships around a company, a row for each.',
    family: 'Partners',
    costs:
      '1 credit for each company of the graph that Trace did not show within the last 30 days; 25 partnerships unless top= says otherwise.',
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
