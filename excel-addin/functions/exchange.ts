import type { Exchange, WireRequest } from '../../shared/ports';
import { pageService } from '../stored/key-store';

/** Otherwise a request without a response would leave its cells at `#BUSY!`. */
const TIMEOUT_MS = 30_000;

/** Sends one request. A failure is a value, so that it does not affect other requests. */
export async function exchange({ url, method, headers, body }: WireRequest): Promise<Exchange> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  const service = pageService();
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
    return { ok: false, reason: abort.signal.aborted ? 'timedOut' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}
