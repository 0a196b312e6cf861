import { TraceError } from '../shared/formulas';
import { isConsentMissing } from './consent';

/** Writes cells. Throws `sheetRefused` where Google does not allow it, for example in a protected range. */
export function trySheet<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof TraceError || isConsentMissing(thrown)) throw thrown;
    throw new TraceError('sheetRefused', { message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
