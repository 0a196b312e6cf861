import { toKept } from '../errors/kept-error';
import { say } from '../errors/say';
import type { TraceError } from '../errors/trace-error';
import type { PanelAnswer } from './protocol';

/** The answer to a message that failed: in the words for beside a button, and by its code and facts. */
export function toRefused(error: TraceError): Extract<PanelAnswer<never>, { ok: false }> {
  return { ok: false, sentence: say(error, 'action'), ...toKept(error) };
}
