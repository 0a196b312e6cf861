import type { Call } from './call';
import { companyCalls } from './companies';
import { listCalls, listCatalogueCalls } from './lists';
import { exportCall, lastListCalls, ownListCalls } from './own-list';
import { partnershipCalls } from './partnerships';
import { refreshCalls } from './refresh';
import { technologyCalls } from './technologies';

/** One call of every operation, ordered so that each finds what it needs. */
export const CALLS: readonly Call[] = [
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
