import { LIMITS, type RelayLimits } from '../../relay/limits';
import { makeWorker } from '../../relay/make-worker';

/** Put in by what bundles this. */
declare const TEST_LIMITS: Partial<RelayLimits>;

export default makeWorker({ ...LIMITS, ...TEST_LIMITS });
