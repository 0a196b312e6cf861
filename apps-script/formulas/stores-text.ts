/** The text in which the self-test's cell lists the stores that Google gives formulas. *Diagnose* reads it. */

const STORES = ['properties', 'cache', 'lock'] as const;
/** A store of the document. */
export type StoreName = (typeof STORES)[number];

const START = 'Formulas can use: ';
const NONE = 'none';

/** @param isGiven whether formulas get a store */
export function toStoresText(isGiven: (store: StoreName) => boolean): string {
  return START + (STORES.filter(isGiven).join(', ') || NONE);
}

/** The stores that formulas do not get; `null`: the cell contains something else. */
export function missingStores(text: string): readonly StoreName[] | null {
  if (!text.startsWith(START)) return null;
  const given = text.slice(START.length).split(', ');
  return STORES.filter((store) => !given.includes(store));
}

/** The row of the self-test. Trace works without each of the stores, so the user may leave it red. */
export const STORES_CHECK = {
  about: 'Stores that formulas can use',
  input: '',
  formula: '=TRACE_STORES()',
  shows: toStoresText(() => true),
} as const;
