import { toKept, type KeptError } from '../errors/kept-error';
import { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';

/** The service's verdict on a key, as script and page exchange it. `untested`: the service could not be asked. */
export type KeyVerdict = { readonly is: 'works' } | { readonly is: 'refused' | 'untested'; readonly why: KeptError };

/** The verdict of a key check that failed. Throws a problem of the host itself. */
export function toKeyVerdict(thrown: unknown): KeyVerdict {
  if (!(thrown instanceof TraceError)) throw thrown;
  const error: TraceError = thrown;
  const { key } = traitsOf(error);
  if (key === undefined) throw error;
  if (key === 'works') return { is: key };
  return { is: key === 'untested' ? key : 'refused', why: toKept(error) };
}
