import { TraceError } from '../../shared/formulas';
import { isOwnMistake } from '../own-mistake';

/** The stores of Google's that a run opens. Any of them may be missing, refuse, or be used up for the day. */

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

/**
 * The cache that formulas and panel share: the document's. Add-ons report that functions may get none. Formulas then
 * use their owner's cache, in which each file has items of its own, and the owner's panel follows them there.
 */
interface Cache {
  get(name: string): string | null;
  getAll(names: string[]): object;
  put(name: string, value: string, seconds: number): void;
  putAll(values: Readonly<Record<string, string>>, seconds: number): void;
  removeAll(names: string[]): void;
}

/** The item that formulas add when they write into their owner's cache. */
const OF_FORMULAS = 'formulas';

/** The longest time that Google keeps an item. */
const KEEP_SECONDS = 21_600;

let isFormula = false;

/** Lets a formula use the cache without checking which one formulas use, as the panel must. */
export function inFormula<T>(act: () => T): T {
  isFormula = true;
  try {
    return act();
  } finally {
    isFormula = false;
  }
}

/** `null`: there is none. Throws Google's error. */
export function sharedCache(): Cache | null {
  const document = CacheService.getDocumentCache() as Cache | null;
  if (document !== null && isFormula) return document;
  const own = ofFile();
  return document !== null && own?.get(OF_FORMULAS) !== '1' ? document : own;
}

/** Tells the owner's panel which cache formulas use, if they get no document cache. */
export function noteFormulas(): void {
  try {
    if ((CacheService.getDocumentCache() as Cache | null) === null) ofFile()?.put(OF_FORMULAS, '1', KEEP_SECONDS);
  } catch {
    // Formulas write it with their next answer.
  }
}

/** The user's cache, with item names that no other file has. */
function ofFile(): Cache | null {
  const cache = CacheService.getUserCache() as Cache | null;
  if (cache === null) return null;
  const file = `${SpreadsheetApp.getActive().getId()}|`;
  const noted = isFormula ? { [file + OF_FORMULAS]: '1' } : {};
  return {
    get: (name) => cache.get(file + name),
    getAll(names) {
      const values: object = cache.getAll(names.map((name) => file + name));
      return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name.slice(file.length), value as unknown]),
      );
    },
    put: (name, value, seconds) => cache.put(file + name, value, seconds),
    putAll(values, seconds) {
      const named = Object.entries(values).map(([name, value]) => [file + name, value] as const);
      cache.putAll({ ...Object.fromEntries(named), ...noted }, seconds);
    },
    removeAll: (names) => cache.removeAll(names.map((name) => file + name)),
  };
}
