import { TraceError } from '../../shared/formulas';
import { isOwnMistake } from '../own-mistake';

type Properties = GoogleAppsScript.Properties.Properties;

/**
 * How Google ends its sentence in every language once a day's quota is used up. A refusal that lasts for seconds ends
 * in `properties rateMax`.
 */
const DAY_QUOTA = /: properties\b(?! rateMax)/;

/**
 * Reads or writes the user's properties, which have a daily limit and sometimes fail. Throws `storeQuota` or
 * `storeRefused` then.
 */
export function inUserStore<T>(act: (properties: Properties) => T): T {
  return tryStore(() => PropertiesService.getUserProperties(), act);
}

/** {@link inUserStore} for the spreadsheet's properties. */
export function inFileStore<T>(act: (properties: Properties) => T): T {
  return tryStore(() => PropertiesService.getDocumentProperties(), act);
}

/** @param open `null`: custom functions of add-ons sometimes have none, whatever the type says */
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

/** The error if Google provides no properties and does not say why. */
export function noneGiven(): TraceError {
  return new TraceError('storeRefused', { message: 'Google gave none' });
}

/**
 * What Google says if calls of a service follow each other too fast: "Service invoked too many times in a short time:
 * urlfetch. Try Utilities.sleep(1000) between calls." The names in code are the same in every language.
 */
const RUSHED = /Utilities\.sleep|\brateMax\b|\bqps\b/;

/** Google asks for a second. A wait is up to twice as long, so that waiting runs do not all call at once. */
const PAUSE_MS = 1_000;
const MOST_REPEATS = 2;

/** Whether Google will allow the same call a moment later. */
export function isRushed(thrown: unknown): boolean {
  return RUSHED.test(String((thrown as { readonly message?: unknown } | null)?.message ?? thrown));
}

/** Acts again after a pause if Google finds that calls come too fast. @param act may run again from its start */
export function withPauses<T>(act: () => T): T {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return act();
    } catch (thrown) {
      if (repeats === MOST_REPEATS || !isRushed(thrown)) throw thrown;
      Utilities.sleep(PAUSE_MS * (1 + Math.random()));
    }
  }
}
