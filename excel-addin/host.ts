import { LookupBatcher, runAsync, TraceError } from '../shared/formulas';
import type { Account, Async, ClientPorts, CreditsPorts, FetchLimits, FormulaPorts, OnCancel } from '../shared/ports';
import { readAccount } from './stored/account';
import { answersOf, pageAnswers } from './functions/answer-store';
import type { PerformersFor } from './functions/call';
import { NETWORK } from './functions/network';
import type { Invocation } from './office';
import { pageSpending } from './stored/spending';

/** Excel has no time limit, but users who look at `#BUSY!` do. */
const DEADLINE_MS = 90_000;

/** One for each page: all formulas share its queue and its memory. */
export function makeHost(): PerformersFor {
  const spending = pageSpending();
  const batcher = new LookupBatcher({
    account: readAccount,
    nowMs: Date.now,
    schedule: (callback, afterMs) => setTimeout(callback, afterMs),
    run: (task, payer) => runAsync(task, { ...NETWORK, ...answersOf(pageAnswers()), ...performersOf(payer) }),
    toLimits,
    waits: (change) => void (spending.pending += change),
  });
  pageAnswers().onReplaced = () => batcher.forget();
  /**
   * The key may be replaced while a batch is in flight: the new account must neither pay for it nor have it in its
   * ledger.
   */
  const performersOf = ({ id }: Account): Async<CreditsPorts & Pick<ClientPorts, 'http'>> => ({
    http(effect) {
      if (readAccount()?.id !== id) throw new TraceError('cancelled', {});
      return NETWORK.http(effect);
    },
    reserve: (effect) => spending.reserve(id, effect, Date.now()),
    settle: (effect) => spending.settle(id, effect, Date.now()),
    paid: ({ identifiers }) => spending.paidOf(id, identifiers, Date.now()),
  });
  const peek: Async<FormulaPorts>['peek'] = ({ kind, identifiers }) => batcher.outcomesNow(kind, identifiers);
  const paid: Async<FormulaPorts>['paid'] = ({ identifiers }) =>
    spending.paidOf(readAccount()?.id ?? '', identifiers, Date.now());
  // The store keeps whole records.
  const keepShown = (): void => undefined;
  // No spread: it would give each object its own hidden class.
  const portsWith = (lookup: Async<FormulaPorts>['lookup']): ReturnType<PerformersFor> => ({
    payer: readAccount,
    now: Date.now,
    peek,
    paid,
    keepShown,
    lookup,
  });
  return (invocation) => {
    if (invocation.isInValuePreview) return portsWith(peek);
    const onCancel = cancellationOf(invocation);
    return portsWith((asked) => batcher.lookup(asked.kind, asked.identifiers, asked, onCancel));
  };
}

function toLimits(startMs: number): FetchLimits {
  return {
    deadlineMs: startMs + DEADLINE_MS,
    requestsAtOnce: 4,
    retry: { maxRetries: 3, waitBudgetMs: 60_000 },
  };
}

/**
 * Excel cancels when the cell is edited or deleted, an argument changes or a recalculation is forced:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-web-reqs.
 */
function cancellationOf(invocation: Invocation): OnCancel {
  let releases: readonly (() => void)[] = [];
  let isCancelled = false;
  invocation.onCanceled = () => {
    isCancelled = true;
    for (const release of releases) release();
  };
  return (release) => {
    if (isCancelled) release();
    else releases = [...releases, release];
  };
}
