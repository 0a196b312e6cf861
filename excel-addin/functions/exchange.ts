import { isOffline } from '../../shared/panel';
import type { Exchange, WireRequest } from '../../shared/ports';
import { pageService } from '../stored/key-store';

/** Otherwise a request without a response would leave its cells at `#BUSY!`. */
const TIMEOUT_MS = 30_000;

/** Sends one request. A failure is a value, so that it does not affect other requests. */
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
