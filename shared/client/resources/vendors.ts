import type { Operation } from '../request';

/** The companies that use a product of a vendor. */
export const vendors = {
  companies: {
    name: 'vendors.companies',
    method: 'GET',
    path: '/vendors/{slug}/companies',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
  },
} as const satisfies Record<string, Operation>;
