import { mostOfQuote, type Quote } from './quote';

/** The most that a preview costs, in credits: enough for the partners of a few companies. */
const PREVIEW_MOST = 100;

/**
 * The most credits that an enrichment costs if Trace tracks every company; `null`: known only after paying.
 *
 * @param isTyped whether it asks for partners of one type, whose number is unknown for each company
 */
export function mostOfRun(quote: Quote, isTyped: boolean): number | null {
  return isTyped ? null : mostOfQuote(quote);
}

/** The most credits that a preview costs, which is always known. @param quote of the rows that it shows */
export function mostOfPreview(quote: Quote, isTyped: boolean): number {
  return Math.min(mostOfRun(quote, isTyped) ?? PREVIEW_MOST, PREVIEW_MOST);
}
