import { hearOfKey, keepStanding, toWireRequest, TraceError } from '../../shared/formulas';
import { creditsMissingIn, isOffline, isRouteMissingIn, readApiKey, type LoggedRequest } from '../../shared/panel';
import type { ActionPorts, Exchange, HttpRequest, WireRequest } from '../../shared/ports';
import { KEY_STORE, readAccount, readKeyStanding } from '../stored/account';
import { pageService, readKey as readOwnKey } from '../stored/key-store';
import { onPage } from './on-page';

/** Otherwise a request without a response would leave its cells at `#BUSY!`. */
const TIMEOUT_MS = 30_000;

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

/**
 * Sends one request. A failure is a value, so that it does not affect other requests.
 * @internal tests answer it in many ways
 */
export async function exchange({ url, method, headers, body }: WireRequest): Promise<Exchange> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  const service = pageService();
  const wasOffline = isOffline();
  try {
    const response = await fetch(url, {
      method,
      // A page stays open while its server restarts for another service, which must not get the current key.
      headers: service === null ? headers : { ...headers, 'X-Trace-Service': service },
      body,
      redirect: 'error', // The key is sent to this origin only.
      credentials: 'omit',
      cache: 'no-store',
      signal: abort.signal,
    });
    const { status } = response;
    return {
      ok: true,
      response: { status, retryAfter: response.headers.get('Retry-After'), text: await response.text() },
    };
  } catch {
    if (abort.signal.aborted) return { ok: false, reason: 'timedOut' };
    // Where the network was lost on the way, the request may have left.
    return { ok: false, reason: wasOffline && isOffline() ? 'offline' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

interface Log {
  readonly requests: LoggedRequest[];
  readonly listeners: Set<() => void>;
}

const KEPT = 50;

/** Shared by two scripts of one page: the functions write it, and the panel reads it. */
const log = onPage('requests', (): Log => ({ requests: [], listeners: new Set() }));

/**
 * Logs a request without the key or any contents.
 * @internal tests log requests that were never sent
 */
export function logRequest(request: HttpRequest, exchange: Exchange, atMs: number, durationMs: number): void {
  log.requests.unshift({
    atMs,
    operation: request.operation,
    outcome: exchange.ok ? exchange.response.status : exchange.reason,
    durationMs,
    creditsMissing: creditsMissingIn(exchange),
    isRouteMissing: isRouteMissingIn(exchange),
  });
  log.requests.splice(KEPT);
  for (const listener of log.listeners) listener();
}

/** Newest first. */
export function readRequestLog(): readonly LoggedRequest[] {
  return [...log.requests];
}

/** Calls back after each request. Returns a function that unsubscribes. */
export function onRequest(listener: () => void): () => void {
  log.listeners.add(listener);
  return () => void log.listeners.delete(listener);
}
