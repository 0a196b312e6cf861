import type { TraceError } from '../../errors/trace-error';
import { toCreditsText } from './words';
import { CODES_OF } from '../../errors/cell-traits';

/**
 * What something cost, as the end of a sentence. No credit is in both of its numbers.
 *
 * @param credits at most
 * @param unsure how many of them may not have been charged, since no answer has confirmed them
 * @param why an answer is missing; `null`: none is, or the reason is no longer known
 */
export function toUsedText(credits: number, unsure: number, why: TraceError | null): string {
  if (credits === 0) return 'free';
  const parts = [
    ...(credits > unsure ? [`${toCreditsText(credits - unsure)} used`] : []),
    ...(unsure > 0 ? [`${toCreditsText(unsure)} unconfirmed${inBrackets(toDoubtText(why))}`] : []),
  ];
  return parts.join(', ');
}

/** With a space before it; `''` stays as it is. */
export function inBrackets(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}

/**
 * Why no answer has confirmed that credits were charged, in a few words; `''`: the reason is no longer known.
 *
 * @param why something ended; `null`: it did not, or the reason is no longer known
 * @param failed parts of it, with their reasons
 */
export function toDoubtText(why: TraceError | null, failed: readonly { readonly why: TraceError }[] = []): string {
  const codes = [{ why }, ...failed].map((each) => each.why?.code);
  const isAmong = (some: readonly string[]): boolean => codes.some((code) => code !== undefined && some.includes(code));
  if (isAmong(CODES_OF.failed)) return 'Trace had a problem';
  return isAmong([...CODES_OF.offline, ...CODES_OF.unreachable]) ? 'connection was lost' : '';
}
