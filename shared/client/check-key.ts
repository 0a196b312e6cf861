import type { KeyStanding } from './key-standing';
import { toKeyVerdict, type KeyVerdict } from './key-verdict';
import { keyClassOf, maskApiKey } from './request';
import { TraceError } from '../errors/trace-error';
import { now, type ClientTask } from './ports';
import { showCompany } from './resources/companies';
import { sendAll } from './send';

/** No company can have this domain: `.invalid` is reserved (https://www.rfc-editor.org/rfc/rfc2606#section-2). */
const UNTRACKED_COMPANY = 'key-check.invalid';
const PATIENCE_MS = 10_000;

/**
 * Checks a key at no cost by asking for a company that does not exist, since only returned companies are charged
 * (https://docs.tracedata.ai/credits/). Throws the service's objection to the key, or why the service could not be
 * asked.
 */
function* checkKey(): ClientTask<void> {
  const deadlineMs = (yield* now()) + PATIENCE_MS;
  const [reply] = yield* sendAll([showCompany(UNTRACKED_COMPANY)], { maxRetries: 1, waitBudgetMs: 2_000 }, deadlineMs);
  if (reply === undefined) throw new TraceError('unreadable', {});
  if (reply.is === 'failed') throw reply.error;
  if (reply.is === 'missingRoute') throw new TraceError('routeMissing', { operation: 'companies.show' });
}

/** The service's verdict on the key that the host sends. Throws a problem of the host itself. */
export function* askForVerdict(): ClientTask<KeyVerdict> {
  try {
    yield* checkKey();
    return { is: 'works' };
  } catch (thrown) {
    return toKeyVerdict(thrown);
  }
}

/** The key as it may be shown. The key itself never leaves its host. */
export type KeyStatus =
  /** `isForOther`: the saved key is for another service. `isLost`: a key was saved, but the browser lost it. */
  | { readonly hasKey: false; readonly isForOther?: true; readonly isLost?: true }
  | {
      readonly hasKey: true;
      readonly masked: string;
      readonly keyClass: 'user' | 'organization';
      /** The start of the account's random id, which keeps the saved answers of accounts apart. */
      readonly account: string;
      readonly standing: KeyStanding;
    };

/** @param accountId the account that the key belongs to */
export function toKeyStatus(apiKey: string, accountId: string, standing: KeyStanding): KeyStatus {
  const account = accountId.slice(0, 4);
  return { hasKey: true, masked: maskApiKey(apiKey), keyClass: keyClassOf(apiKey), account, standing };
}
