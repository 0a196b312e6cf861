import { LIMITS, type RelayLimits } from '../../relay/limits';
import { makeWorker } from '../../relay/make-worker';

/** Put before this by what runs it. */
declare const TEST_LIMITS: Partial<RelayLimits>;

export default makeWorker({ ...LIMITS, ...TEST_LIMITS });
