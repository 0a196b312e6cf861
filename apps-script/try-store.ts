import { TraceError } from '../shared/formulas';
import { isOwnMistake } from './own-mistake';
import { withPauses } from './rushed';

type Properties = GoogleAppsScript.Properties.Properties;

/**
 * How Google ends its sentence in every language where the quota of a day is used up. What lasts for seconds ends in
 * `properties rateMax`.
 */
const DAY_QUOTA = /: properties\b(?! rateMax)/;

/**
 * Reads or writes the user's properties, which have a daily limit and sometimes fail. Throws `storeQuota` or
 * `storeRefused` where they do.
 */
export function inUserStore<T>(act: (properties: Properties) => T): T {
  return tryStore(() => PropertiesService.getUserProperties(), act);
}

/** {@link inUserStore} for those of the spreadsheet. */
export function inFileStore<T>(act: (properties: Properties) => T): T {
  return tryStore(() => PropertiesService.getDocumentProperties(), act);
}

/** @param open `null`: custom functions of add-ons have none at times, whatever the type says */
function tryStore<T>(open: () => Properties | null, act: (properties: Properties) => T): T {
  try {
    const properties = open();
    if (properties !== null) return withPauses(() => act(properties));
  } catch (thrown) {
    if (thrown instanceof TraceError || isOwnMistake(thrown)) throw thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw DAY_QUOTA.test(message) ? new TraceError('storeQuota', {}) : new TraceError('storeRefused', { message });
  }
  throw noneGiven();
}

/** What to throw where Google gives no properties, and does not say why. */
export function noneGiven(): TraceError {
  return new TraceError('storeRefused', { message: 'Google gave none' });
}
