import { TraceError } from '../shared/formulas';

type Properties = GoogleAppsScript.Properties.Properties;

/**
 * How Google ends its sentence in every language where the quota of a day is used up. What lasts for seconds ends in
 * `properties rateMax`.
 */
const DAY_QUOTA = /: properties\b(?! rateMax)/;

/** What Google throws is an `Exception`. */
const OUR_MISTAKE = /^(Type|Range|Reference|Syntax)Error$/;

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
    if (properties !== null) return act(properties);
  } catch (thrown) {
    const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) };
    if (thrown instanceof TraceError || OUR_MISTAKE.test(name)) throw thrown;
    throw DAY_QUOTA.test(message) ? new TraceError('storeQuota', {}) : new TraceError('storeRefused', { message });
  }
  throw new TraceError('storeRefused', { message: 'Google gave none' });
}
