import { count } from './count';

/**
 * What something cost, as the end of a sentence.
 *
 * @param credits at most
 * @param unsure how many of them nobody knows of: an answer was lost on its way
 */
export function toUsedText(credits: number, unsure: number): string {
  if (credits === 0) return 'free';
  const lost = `${count(unsure, 'credit', 'credits')} unconfirmed (connection was lost)`;
  if (unsure >= credits) return lost;
  return [`${count(credits - unsure, 'credit', 'credits')} used`, ...(unsure > 0 ? [lost] : [])].join(', ');
}
