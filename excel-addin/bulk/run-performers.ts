import { peekIntoStore, runAsync, TraceError } from '../../shared/formulas';
import type { Account, Async, CorePorts } from '../../shared/ports';
import { readAccount } from '../stored/account';
import { answersOf, pageAnswers } from '../functions/answer-store';
import { PANEL_NETWORK } from '../panel/panel-network';
import { pageSpending } from '../stored/spending';

/** An enrichment's ports besides cells. Answers are stored where formulas store theirs, under the same keys. */
export function makeRunPerformers(): Async<CorePorts> {
  const spending = pageSpending();
  let payer: Account | null = null;
  /** The key may be replaced while an enrichment runs: another account must not pay for it. */
  const payerId = (): string => {
    const account = readAccount();
    if (payer === null || account === null) throw new TraceError('noKey', {});
    if (account.id !== payer.id) throw new TraceError('accountChanged', {});
    return account.id;
  };
  const answers = answersOf(pageAnswers());
  const performers: Async<CorePorts> = {
    ...PANEL_NETWORK,
    cacheGet: answers.cacheGet,
    async cachePut(effect) {
      await answers.cachePut(effect);
      pageAnswers().onReplaced();
    },
    account: () => (payer = readAccount()),
    http(effect) {
      payerId();
      return PANEL_NETWORK.http(effect);
    },
    peek: ({ kind, identifiers }) =>
      runAsync(peekIntoStore(kind, identifiers), { ...performers, account: readAccount }),
    paid: ({ identifiers, atMs = Date.now() }) => spending.paidOf(readAccount()?.id ?? '', identifiers, atMs),
    reserve: (effect) => spending.reserve(payerId(), effect, Date.now()),
    /** Charges count in the account's ledger, even if its key has been removed meanwhile. */
    settle: (effect) => spending.settle(payer?.id ?? '', effect, Date.now()),
  };
  return performers;
}
