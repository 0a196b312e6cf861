import { TraceError } from '../shared/formulas';

/**
 * Reads or writes Google's properties, which have a daily limit and sometimes fail. Throws `storeRefused` where they
 * do.
 */
export function tryStore<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    throw new TraceError('storeRefused', { message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
