import { count } from '../common/words';

/** Said meanwhile. */
export const READING_SAVED = 'Reading saved answers…';

/** The end of a button's label. @param credits at most */
export function toPriceText(credits: number): string {
  if (credits === 0) return 'free';
  const most = count(credits, 'credit', 'credits');
  return credits === 1 ? most : `up to ${most}`;
}
