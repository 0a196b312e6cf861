import { toCreditsText, toPriceText } from '../common/words';

/** Shown while saved answers are read. */
export const READING_SAVED = 'Reading saved answers…';

/** The end of a button's label. @param credits at most */
export function toMostPrice(credits: number): string {
  return credits === 1 ? toCreditsText(credits) : toPriceText(credits);
}
