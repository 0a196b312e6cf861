import { toCreditsText, toPriceText } from '../common/words';

/** Said meanwhile. */
export const READING_SAVED = 'Reading saved answers…';

/** The end of a button's label. @param credits at most */
export function toButtonPrice(credits: number): string {
  return credits === 1 ? toCreditsText(credits) : toPriceText(credits);
}
