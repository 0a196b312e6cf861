import type { KeyStanding } from './key-standing';
import { toKeyVerdict, type KeyVerdict } from './key-verdict';
import { keyClassOf, maskApiKey } from './request';
import { TraceError } from '../errors/trace-error';
import { now, type ClientTask } from './ports';
import { showCompany } from './resources/companies';
import { sendAll } from './send';

/** No company can have it: `.invalid` is reserved (https://www.rfc-editor.org/rfc/rfc2606#section-2). */
const NOBODY = 'key-check.invalid';
const PATIENCE_MS = 10_000;

/**
 * Whether the service takes the key, at no cost: a company that does not exist is asked for, and only companies that are
 * returned are charged (https://docs.tracedata.ai/credits/). Throws what the service says against the key, or why it
 * could not be asked.
 */
function* checkKey(): ClientTask<void> {
  const deadlineMs = (yield* now()) + PATIENCE_MS;
  const [reply] = yield* sendAll([showCompany(NOBODY)], { maxRetries: 1, waitBudgetMs: 2_000 }, deadlineMs);
  if (reply === undefined) throw new TraceError('unreadable', {});
  if (reply.is === 'failed') throw reply.error;
  if (reply.is === 'missingRoute') throw new TraceError('routeMissing', { operation: 'companies.show' });
}

/** What the service says of the key that the host sends. Throws what is wrong with the host. */
export function* askForVerdict(): ClientTask<KeyVerdict> {
  try {
    yield* checkKey();
    return { is: 'works' };
  } catch (thrown) {
    return toKeyVerdict(thrown);
  }
}

/** The key as it may be shown. The key itself never comes back. */
export type KeyStatus =
  | { readonly hasKey: false }
  | {
      readonly hasKey: true;
      readonly masked: string;
      readonly keyClass: 'user' | 'organization';
      /** The beginning of the account's random id, by which remembered answers are kept apart. */
      readonly account: string;
      readonly standing: KeyStanding;
    };

/** @param accountId of the account that the key belongs to */
export function toKeyStatus(apiKey: string, accountId: string, standing: KeyStanding): KeyStatus {
  const account = accountId.slice(0, 4);
  return { hasKey: true, masked: maskApiKey(apiKey), keyClass: keyClassOf(apiKey), account, standing };
}
