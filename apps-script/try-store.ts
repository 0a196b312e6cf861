import { TraceError } from '../shared/formulas';

/**
 * How Google ends its sentence in every language where the quota of a day is used up. What lasts for seconds ends in
 * `properties rateMax`.
 */
const DAY_QUOTA = /: properties\b(?! rateMax)/;

/**
 * Reads or writes Google's properties, which have a daily limit and sometimes fail. Throws `storeQuota` or
 * `storeRefused` where they do.
 */
export function tryStore<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    // Custom functions of add-ons have no properties at times.
    const said = thrown instanceof TypeError ? 'Google gave none' : null;
    const message = said ?? (thrown instanceof Error ? thrown.message : String(thrown));
    throw DAY_QUOTA.test(message) ? new TraceError('storeQuota', {}) : new TraceError('storeRefused', { message });
  }
}
