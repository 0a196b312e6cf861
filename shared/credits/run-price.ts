import { mostOfQuote, type Quote } from './quote';

/** The most that a preview costs, in credits: enough for the partners of a few companies. */
const PREVIEW_MOST = 100;

/**
 * The most that a run costs, in credits, if Trace tracks every company; `null`: it is only known after paying.
 *
 * @param isTyped whether it asks for partners of one type: how many of a company's partners are, nobody knows
 */
export function mostOfRun(quote: Quote, isTyped: boolean): number | null {
  return isTyped ? null : mostOfQuote(quote);
}

/** The most that a preview costs, in credits: it is always known. @param quote of the rows that it shows */
export function mostOfPreview(quote: Quote, isTyped: boolean): number {
  return Math.min(mostOfRun(quote, isTyped) ?? PREVIEW_MOST, PREVIEW_MOST);
}
