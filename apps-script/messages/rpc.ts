import { forgetKey, keyStatus, readRequests, setKey, testKey, toKept, tryKey, withoutPlace } from '../../shared/panel';
import { runSync, toTraceError, TraceError } from '../../shared/formulas';
import type { PanelAnswer, PanelMessages } from '../../shared/ports';
import type { BulkMessages } from './bulk-messages';
import { BULK_MESSAGES } from '../bulk/messages';
import { makeHost } from '../formulas/host';
import { isConsentMissing } from '../consent';
import { ensureSealKey, KEY_STORE, storeListsAllowed } from '../stored/account';
import { removeRefresh } from '../retry/remove-refresh';
import { countProblems, endPauses, retryProblems } from '../retry/retry-problems';
import { fetchWaiting, letFetch, priceRetry, readSpending, storeOwnerLimit, storePolicy } from './spending-messages';

/** Messages that the panel answers itself, or that need a longer memory than one run of the script. */
type NotOffered = 'requestLog' | 'act' | 'outdated';

/** The only messages that the panel may send. No answer contains the key. */
type Offered = Omit<PanelMessages, NotOffered> & BulkMessages;
const MESSAGES: {
  readonly [N in keyof Offered]: (...args: readonly unknown[]) => Offered[N]['value'];
} = {
  ...BULK_MESSAGES,
  keyStatus() {
    ensureSealKey();
    return keyStatus(KEY_STORE);
  },
  setKey: (pasted, account, standing) => setKey(KEY_STORE, pasted, account, standing),
  tryKey: (pasted) => tryKey(pasted, (apiKey, task) => runSync(task, makeHost(apiKey).performers)),
  testKey() {
    const verdict = runSync(testKey(KEY_STORE), makeHost().performers);
    if (verdict.is === 'works') endPauses();
    return verdict;
  },
  forgetKey: () => forgetKey(KEY_STORE),
  problems: countProblems,
  priceRetry,
  retryProblems: () => retryProblems(),
  removeRefresh,
  spending: () => readSpending(),
  setPolicy: storePolicy,
  setOwnerLimit: storeOwnerLimit,
  setListsAllowed(isAllowed) {
    storeListsAllowed(isAllowed === true);
    return null;
  },
  fetchWaiting,
  letFetch,
  exchange(requests, account) {
    const { performers } = makeHost();
    const payer = typeof account === 'string' ? performers.account() : null;
    if (payer !== null && payer.id !== account) throw new TraceError('accountChanged', {});
    return performers.http({ requests: readRequests(requests) });
  },
  account: () => makeHost().performers.account(),
};

/** Answers the panel. */
export function rpc(name: unknown, args: unknown): PanelAnswer<unknown> {
  // Anyone who may edit the spreadsheet can type =rpc(…) in a cell, where it would run with the owner's key. In a
  // cell there is no user interface, so this line throws there.
  SpreadsheetApp.getUi();
  try {
    // Google keeps a panel open while the add-on is updated.
    if (!isMessage(name)) throw new TraceError('panelOutdated', {});
    // No message has more. A longer list might not even fit a call.
    const [first, second, third] = Array.isArray(args) ? (args as readonly unknown[]) : [];
    return { ok: true, value: MESSAGES[name](first, second, third) };
  } catch (thrown) {
    return toRefused(thrown);
  }
}

/**
 * The panel chooses the words by code and facts. The sentence is for a panel of another version, or for an error
 * without a code.
 */
function toRefused(thrown: unknown): PanelAnswer<never> {
  // Our own sentences contain no key. Their facts may, since they quote Google's messages and inputs.
  if (thrown instanceof TraceError) return { ok: false, sentence: withoutPlace(thrown.message), ...toKept(thrown) };
  if (isConsentMissing(thrown)) return toRefused(new TraceError('consentMissing', {}));
  // Sent without a code, because it is unknown how far the script got.
  return { ok: false, sentence: toTraceError(thrown).message };
}

/** Properties that every object has, such as `constructor`, are not messages. */
function isMessage(name: unknown): name is keyof typeof MESSAGES {
  return Object.keys(MESSAGES).includes(name as string);
}
