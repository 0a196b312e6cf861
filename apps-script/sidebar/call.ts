import { fromKept, traitsOf } from '../../shared/panel';
import { TraceError } from '../../shared/formulas';
import type { Exchange, HttpRequest, PanelAnswer } from '../../shared/ports';
import type { AskBulk, BulkMessage, BulkMessages } from '../messages/bulk-messages';

/** While formulas keep the file busy, the script waits 24 seconds before each answer, and does nothing. */
const MOST_ATTEMPTS = 4;

/** Asks the script. Rejects with a `TraceError` if it refuses or cannot be reached. */
export type Call = <N extends BulkMessage>(
  message: N,
  ...args: BulkMessages[N]['args']
) => Promise<BulkMessages[N]['value']>;

export function makeCall(ask: AskBulk): Call {
  return async (message, ...args) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(message, ...args);
      if (answer.ok) return answer.value;
      const error = toError(answer);
      if (!mayRepeat(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  };
}

/**
 * Only what the script itself refused is sent again here: nothing that may have been charged, and nothing that never
 * reached it, which was already repeated for half a minute.
 */
function mayRepeat(error: TraceError): boolean {
  const { isRetried, charged } = traitsOf(error);
  return isRetried === true && charged === undefined;
}

/** The results of requests that the script was asked to send. Throws a refusal that would occur again. */
export function toExchanges(
  answer: PanelAnswer<readonly Exchange[]>,
  requests: readonly HttpRequest[],
): readonly Exchange[] {
  if (answer.ok) return answer.value;
  const error = toError(answer);
  if (answer.code !== undefined && traitsOf(error).charged !== 'perhaps') throw error;
  // It is unknown whether they were sent.
  return requests.map(() => ({ ok: false, reason: 'unreachable' }));
}

/**
 * The script's refusal, by its code and facts. Without a code the script failed on the way: the enrichment pauses and
 * can be resumed later. A script of another version may have other codes and facts.
 */
export function toError(answer: Extract<PanelAnswer<never>, { ok: false }>): TraceError {
  return fromKept(answer) ?? new TraceError('scriptFailed', { said: answer.sentence });
}
