import type { TraceError } from '../errors/trace-error';
import { count } from './count';
import { toDoubtText } from './doubt-text';

/**
 * What something cost, as the end of a sentence.
 *
 * @param credits at most
 * @param unsure how many of them nobody knows of: an answer was lost on its way
 * @param why an answer is missing; `null`: none is
 */
export function toUsedText(credits: number, unsure: number, why: TraceError | null): string {
  if (credits === 0) return 'free';
  const lost = `${count(unsure, 'credit', 'credits')} unconfirmed (${toDoubtText(why)})`;
  if (unsure >= credits) return lost;
  return [`${count(credits - unsure, 'credit', 'credits')} used`, ...(unsure > 0 ? [lost] : [])].join(', ');
}
