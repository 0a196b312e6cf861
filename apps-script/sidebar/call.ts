import { isErrorCode } from '../../shared/panel';
import { type ErrorCode, TraceError } from '../../shared/formulas';
import type { PageAnswer } from '../../shared/ports';
import type { AskBulk, BulkMessage, BulkMessages } from '../bulk-messages';

const BUSY: ErrorCode = 'fileBusy';
/** Before each answer the script has waited 24 seconds without doing anything. */
const MOST_ATTEMPTS = 4;

/** Asks the script. Rejects with a `TraceError` where it refuses or cannot be reached. */
export type Call = <N extends BulkMessage>(
  message: N,
  ...args: BulkMessages[N]['args']
) => Promise<BulkMessages[N]['value']>;

export function makeCall(ask: AskBulk): Call {
  return async (message, ...args) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(message, ...args);
      if (answer.ok) return answer.value;
      if (answer.code !== BUSY || attempt === MOST_ATTEMPTS) throw toError(answer);
    }
  };
}

/**
 * The script's refusal, by its code and facts. Without a code the script was not reached or failed on the way: the run
 * pauses and can be resumed later.
 */
export function toError({ sentence, code, facts }: Extract<PageAnswer<never>, { ok: false }>): TraceError {
  try {
    if (isErrorCode(code)) return new TraceError(code, facts as never);
  } catch {
    // A script of another version has other facts.
  }
  return new TraceError('scriptFailed', { said: sentence });
}
