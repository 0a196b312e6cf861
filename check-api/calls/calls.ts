import { OPERATIONS } from '../../shared/api';
import type { Call } from './call';
import { companyCalls } from './companies';
import { listCalls, listCatalogueCalls } from './lists';
import { exportCall, lastListCalls, ownListCalls } from './own-list';
import { partnershipCalls } from './partnerships';
import { plainCall } from './plain-call';
import { refreshCalls } from './refresh';
import { technologyCalls } from './technologies';

const CALLS_IN_ORDER: readonly Call[] = [
  ...companyCalls,
  ...technologyCalls,
  ...partnershipCalls,
  ...listCatalogueCalls,
  ...ownListCalls,
  ...listCalls,
  exportCall,
  ...lastListCalls,
  ...refreshCalls,
];

const called = new Set(CALLS_IN_ORDER.map(({ operation }) => operation.name));

/** One call of every operation, ordered so that each finds what it needs. */
export const CALLS: readonly Call[] = [
  ...CALLS_IN_ORDER,
  ...OPERATIONS.filter(({ name }) => !called.has(name)).map(plainCall),
];
