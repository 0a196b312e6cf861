import { CODES_OF } from '../errors/cell-traits';
import type { TraceError } from '../errors/trace-error';

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
