import { readLimitedBody } from './limited-body';
import { isV1Path } from './v1-path';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const SENT_HEADERS = ['x-api-key', 'content-type', 'accept'];
const RETURNED_HEADERS = ['content-type', 'retry-after'];
const MAX_REQUEST_BYTES = 1024 * 1024;
/** Longer than the client waits, so that people read the client's own sentence. */
const TIMEOUT_MS = 60_000;
/** A response with one of these must not have a body. */
const BODILESS_STATUSES = [204, 205];

export interface PassOnOptions {
  /** The only server that is ever asked. */
  readonly upstream: URL;
  readonly timeoutMs?: number;
}

/**
 * Passes a `/v1` request on to the Trace API, returns the answer, and does nothing else: no other header, no cookie, no
 * other path, no redirect. It stores and logs nothing, least of all the API key. Runs wherever `fetch` exists.
 */
export function makePassOn({
  upstream,
  timeoutMs = TIMEOUT_MS,
}: PassOnOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (!METHODS.includes(request.method)) {
      return problem(405, 'method_not_allowed', `Only ${METHODS.join(', ')} are passed on.`);
    }
    if (!isV1Path(pathname)) return problem(404, 'not_found', 'Only paths below /v1 are passed on.');
    const body = await readLimitedBody(request, MAX_REQUEST_BYTES);
    if (body === 'tooLong') return problem(413, 'too_large', 'A request may have at most 1 MB.');
    if (body === 'brokenOff') return problem(400, 'broken_off', 'The request broke off.');
    return ask(new URL(pathname + search, upstream), request, body, timeoutMs);
  };
}

async function ask(url: URL, request: Request, body: Uint8Array, timeoutMs: number): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, {
      method: request.method,
      headers: pick(request.headers, SENT_HEADERS),
      ...(body.length > 0 && request.method !== 'GET' ? { body } : {}),
      redirect: 'manual',
      signal,
    });
    return await toResponse(answer);
  } catch {
    return signal.aborted
      ? problem(504, 'upstream_timeout', 'The Trace API did not answer in time.')
      : problem(502, 'upstream_unreachable', 'The Trace API could not be reached.');
  }
}

/**
 * A redirect might send the API key to another server, so it is an error. The body is read to its end before answering,
 * so that an interrupted one is an error too.
 */
async function toResponse(answer: Response): Promise<Response> {
  const read = await answer.arrayBuffer();
  if (answer.status < 200 || (answer.status >= 300 && answer.status < 400)) {
    return problem(502, 'upstream_redirect', 'The Trace API answered with a redirect, which is not followed.');
  }
  const body = BODILESS_STATUSES.includes(answer.status) ? null : read;
  return new Response(body, { status: answer.status, headers: pick(answer.headers, RETURNED_HEADERS) });
}

function pick(headers: Headers, names: readonly string[]): Headers {
  const picked = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) picked.set(name, value);
  }
  return picked;
}

function problem(status: number, error: string, message: string): Response {
  const headers = { 'Content-Type': 'application/json' };
  return new Response(JSON.stringify({ error, message }), { status, headers });
}
