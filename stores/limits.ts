/** One text of a form and how long it may be. */
interface LimitedText {
  readonly field: string;
  readonly text: string;
  /** In characters. */
  readonly most: number;
}

/**
 * What each store accepts. Google: https://developers.google.com/workspace/marketplace/create-listing. Microsoft:
 * https://learn.microsoft.com/partner-center/marketplace-offers/create-effective-office-store-listings; where its pages
 * differ, the shorter text.
 */
export const GOOGLE_MOST = { name: 50, short: 200, description: 16_000, scope: 1_000 } as const;
export const MICROSOFT_MOST = { name: 50, summary: 100, description: 4_000, keyword: 30 } as const;
/** Of keywords, categories and screenshots in Microsoft's form; of screenshots in Google's. */
export const MOST_KEYWORDS = 3;
export const MOST_CATEGORIES = 3;
export const MOST_SCREENSHOTS = 5;

/** Texts that are empty or too long, a sentence each. */
export function checkLengths(texts: readonly LimitedText[]): readonly string[] {
  return texts
    .filter(({ text, most }) => text.trim() === '' || text.length > most)
    .map(({ field, text, most }) => `${field} has ${text.length} characters, of 1 to ${most}`);
}
