import { hearOfKey, keepStanding, toWireRequest, TraceError } from '../../shared/formulas';
import { readApiKey } from '../../shared/panel';
import type { ActionPorts, Exchange, HttpRequest } from '../../shared/ports';
import { KEY_STORE, readAccount, readKeyStanding } from '../stored/account';
import { exchange } from './exchange';
import { readKey as readOwnKey } from '../stored/key-store';
import { logRequest } from './request-log';

/** The ports that functions and panel share: requests, time and randomness. */
export const NETWORK = {
  http({ requests }) {
    const apiKey = readKey();
    const keyId = readAccount()?.keyId ?? '';
    return sendAll(requests, apiKey, (exchange) => {
      const heard = hearOfKey([exchange], readKeyStanding());
      if (heard !== null) keepStanding(KEY_STORE, heard, keyId);
    });
  },
  account: readAccount,
  now: Date.now,
  random: Math.random,
  sleep: ({ delayMs }) => new Promise((resolve) => setTimeout(resolve, delayMs)),
} satisfies ActionPorts;

/** Sends with a key that is not set yet. */
export function networkWith(apiKey: string): typeof NETWORK {
  return { ...NETWORK, http: ({ requests }) => sendAll(requests, apiKey, () => undefined) };
}

/** Read right before sending. If the key is missing or damaged, nothing is sent. */
function readKey(): string {
  const stored = readOwnKey();
  if (!stored) throw new TraceError('noKey', {});
  return readApiKey(stored);
}

/** @param onAnswer receives each exchange first */
function sendAll(
  requests: readonly HttpRequest[],
  apiKey: string,
  onAnswer: (exchange: Exchange) => void,
): Promise<readonly Exchange[]> {
  return Promise.all(
    requests.map(async (request) => {
      const startMs = Date.now();
      const answered = await exchange(toWireRequest(request, location.origin, apiKey));
      onAnswer(answered);
      logRequest(request, answered, startMs, Date.now() - startMs);
      return answered;
    }),
  );
}
