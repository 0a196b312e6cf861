import { TraceError } from '../shared/formulas';
import { passOn } from './own-mistake';

/** Writes cells. Throws `sheetRefused` if Google does not allow it, for example in a protected range. */
export function trySheet<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof TraceError) throw thrown;
    passOn(thrown);
    throw new TraceError('sheetRefused', { message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
