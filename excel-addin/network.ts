import {
  readApiKey,
  toWireRequest,
  TraceError,
  type AsyncPerformers,
  type Exchange,
  type HttpRequest,
} from '../shared/index';
import { readAccount } from './account';
import { exchange } from './exchange';
import { API_KEY, readStored } from './key-store';
import { logRequest } from './request-log';

/** What functions and pane answer alike: requests, time and chance. */
export const NETWORK = {
  http: ({ requests }) => sendAll(requests),
  account: readAccount,
  now: Date.now,
  random: Math.random,
  sleep: ({ delayMs }) => new Promise((resolve) => setTimeout(resolve, delayMs)),
} satisfies Partial<AsyncPerformers>;

/** The key is read at the last moment; where it is gone or damaged, nothing is sent. */
function sendAll(requests: readonly HttpRequest[]): Promise<readonly Exchange[]> {
  const stored = readStored(API_KEY);
  if (!stored) throw new TraceError('noKey', {});
  const apiKey = readApiKey(stored);
  return Promise.all(
    requests.map(async (request) => {
      const startMs = Date.now();
      const answered = await exchange(toWireRequest(request, location.origin, apiKey));
      logRequest(request, answered, startMs, Date.now() - startMs);
      return answered;
    }),
  );
}
