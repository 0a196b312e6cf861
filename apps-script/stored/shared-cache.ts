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
