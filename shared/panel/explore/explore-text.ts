import { FREE_FOR_MS } from '../../days';
import { count, toDayText } from '../common/words';

/** The end of a button's label. @param credits at most */
export function toPriceText(credits: number): string {
  if (credits === 0) return 'free';
  const most = count(credits, 'credit', 'credits');
  return credits === 1 ? most : `up to ${most}`;
}

/** Until when asking again costs nothing, as `26 Dec 2026`. @param asOfMs when it was answered, milliseconds since 1970 */
export function toFreeUntil(asOfMs: number): string {
  return toDayText(asOfMs + FREE_FOR_MS);
}

/** The days when something was seen first and last. */
export function toSeenText(first: string | null, last: string | null): string {
  const days = [toDayText(first), toDayText(last)].filter((each) => each !== '');
  return [...new Set(days)].join(' – ');
}
