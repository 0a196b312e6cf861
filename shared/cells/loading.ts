/** A few words, as in `Wird geladen…`. A longer text that ends so was cut, such as a description. */
const LOADING = /^[\p{L}\p{M}'’\u200c\u200d-]+(?:\s[\p{L}\p{M}'’\u200c\u200d-]+){0,3}\s?(?:\.{3}|…)$/u;

/**
 * Google shows a cell that is still calculating as `Loading...`, in the user's language. Seen in the code of add-ons;
 * not documented.
 */
export function isLoading(text: string): boolean {
  return text === '(preview)' || LOADING.test(text);
}
