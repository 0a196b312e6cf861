import type { TraceError } from '../../errors/trace-error';
import { count } from './words';
import { CODES_OF } from '../../errors/cell-traits';

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

/**
 * Why it is unknown whether credits were charged, in a few words.
 *
 * @param why something ended; `null`: it did not, or nobody knows any more
 * @param failed parts of it, with their reasons
 */
export function toDoubtText(why: TraceError | null, failed: readonly { readonly why: TraceError }[] = []): string {
  const codes: readonly (string | undefined)[] = CODES_OF.failed;
  return [{ why }, ...failed].some((each) => codes.includes(each.why?.code))
    ? 'Trace had a problem'
    : 'connection was lost';
}
