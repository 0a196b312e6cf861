import { pagination } from '../pagination';
import type { Operation } from '../request';
import { anyObject, assumed, listOf, object } from '../schema';
import { company } from './company-answer';

/** The companies that use a product of a vendor. */
export const vendors = {
  companies: {
    name: 'vendors.companies',
    method: 'GET',
    path: '/vendors/{slug}/companies',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
    answer: assumed(object({ vendor: anyObject, companies: listOf(company), pagination })),
  },
} as const satisfies Record<string, Operation>;
