import type { HttpRequest, HttpResponse } from '../client/exchange';
import type { Grant } from '../credits/ledger';
import { kindSpec } from './kinds';
import type { FetchTask } from './ports';
import type { LookupKind } from '../records/outcome';

/**
 * A fetch that tells when its one batch was answered: the next batch then goes out while this one is read and saved. It tells
 * nothing where more requests may follow, or where what was reserved under a limit has to be settled first.
 */
export function* watchRequests<T>(task: FetchTask<T>, kind: LookupKind, received: () => void): FetchTask<T> {
  let isReserved = false;
  let step = task.next();
  while (step.done !== true) {
    const asked = step.value;
    let answer: unknown;
    try {
      answer = yield asked;
    } catch (thrown) {
      step = task.throw(thrown);
      continue;
    }
    if (asked.ask === 'reserve') isReserved = (answer as Grant).id !== undefined;
    if (asked.ask === 'http' && !isReserved && isOneBatch(kind, asked.requests, answer as Answers)) received();
    step = task.next(answer);
  }
  return step.value;
}

type Answers = readonly { readonly response?: HttpResponse }[];

function isOneBatch(kind: LookupKind, [request, other]: readonly HttpRequest[], [answer]: Answers): boolean {
  const isBatch = request?.operation === kindSpec(kind).batch?.operation;
  return isBatch && other === undefined && answer?.response?.status === 200;
}
