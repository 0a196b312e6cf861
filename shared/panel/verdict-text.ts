import type { KeyVerdict } from '../client/key-verdict';
import { fromKept } from '../errors/kept-error';
import { say } from '../errors/say';
import { TraceError } from '../errors/trace-error';

/** Why a key does not work, or could not be tested. A script of another version may not tell it in words of this one. */
export function toVerdictText({ why }: Exclude<KeyVerdict, { readonly is: 'works' }>): string {
  return say(fromKept(why) ?? new TraceError('unreadable', {}), 'key');
}
