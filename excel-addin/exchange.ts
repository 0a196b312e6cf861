import type { Exchange, WireRequest } from '../shared/ports';

/** Without it, a request without an answer would leave its cells at `#BUSY!`. */
const TIMEOUT_MS = 30_000;

/** Sends one request. A failure is a value, so that none takes its neighbors along. */
export async function exchange({ url, method, headers, body }: WireRequest): Promise<Exchange> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method,
      headers,
      body,
      redirect: 'error', // the key goes to this origin and no further
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
