import { ask, type AskedAnswer } from './ask';
import { Gate } from './gate';
import { LimitedBodies, type NoBody } from './limited-body';
import { LIMITS, type RelayLimits } from './limits';
import { isOfOtherService, SERVICE_CHANGED } from './name-service';
import { isFromOwnPage, type OwnPages } from './own-pages';
import { RefusedKeys } from './refused-keys';
import { V1_HEADERS } from './v1-headers';
import { isV1Route } from './v1-routes';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const SENT_HEADERS = ['x-api-key', 'content-type', 'accept'];
const RETURNED_HEADERS = ['content-type', 'retry-after'];
/** A response with one of these statuses must not have a body. */
const BODILESS_STATUSES = [204, 205];
/** In seconds: as long as a request takes, so that one of those in progress has ended. */
const BUSY_FOR = 2;
const BUSY = 'Too many requests are under way. Wait a moment, then retry.';
const NO_BODY: { readonly [R in NoBody]: readonly [status: number, error: string, message: string] } = {
  tooLong: [413, 'too_large', 'A request may have at most 1 MB.'],
  tooSlow: [408, 'too_slow', 'The request did not arrive in time.'],
  tooMany: [503, 'busy', BUSY],
  brokenOff: [400, 'broken_off', 'The request broke off.'],
};

interface PassOnOptions {
  /** The only server that is ever called. */
  readonly upstream: URL;
  readonly own: OwnPages;
  readonly limits?: RelayLimits;
  /** Counts a refused key beyond this process; returns whether its sender must wait. */
  readonly isRefusedTooOften?: (source: string) => Promise<boolean>;
}

/** @param source the client's address, as it is counted; `null`: unknown, so nothing is counted */
export type PassOn = (request: Request, source: string | null) => Promise<Response>;

/**
 * Forwards a `/v1` request to the Trace API, returns the answer, and does nothing else: no other header, no cookie,
 * no other path, no redirect, nothing for other pages. It stores and logs nothing, least of all the API key. Runs
 * wherever `fetch` exists.
 */
export function makePassOn(options: PassOnOptions): PassOn {
  const { upstream, own, limits = LIMITS, isRefusedTooOften } = options;
  const gate = new Gate(limits.upstreamAtOnce, limits.maxWaiting, limits.waitMs);
  const bodies = new LimitedBodies(limits);
  // Created with the first request, because a Worker has no earlier opportunity.
  let refusedKeys: RefusedKeys | undefined;

  return async (request, source) => {
    const { method, headers } = request;
    const { pathname, search } = new URL(request.url);
    if (!METHODS.includes(method)) {
      return problem(405, 'method_not_allowed', `Only ${METHODS.join(', ')} are passed on.`);
    }
    if (!isV1Route(method, pathname)) return problem(404, 'path_refused', 'Only requests of Trace are passed on.');
    if (!isFromOwnPage(request, own)) return problem(403, 'foreign_page', own.sentence);
    if (isOfOtherService(headers, upstream.origin)) return problem(...SERVICE_CHANGED);
    const apiKey = headers.get('x-api-key');
    if (!apiKey) return problem(401, 'key_missing', 'The header X-API-Key is missing.');
    refusedKeys ??= new RefusedKeys(limits.refusalsAMinute, crypto.randomUUID());
    const waitSeconds = source === null ? 0 : refusedKeys.waitSeconds(source, apiKey, Date.now());
    if (waitSeconds > 0) return problem(429, 'keys_refused', 'Too many keys were refused.', waitSeconds);
    const body = await bodies.read(request, source);
    if (typeof body === 'string') return problem(...NO_BODY[body], body === 'tooMany' ? BUSY_FOR : null);
    const asked = { url: new URL(pathname + search, upstream), request, body: body.bytes };
    const answer = await askInTurn(asked, gate, limits).finally(body.letGo);
    if ('refusal' in answer) return answer.refusal;
    if (answer.status !== 401) refusedKeys.noteWorked(apiKey);
    else if (source !== null) {
      refusedKeys.noteRefused(source, apiKey, Date.now());
      if (await isRefusedTooOften?.(source)) refusedKeys.slowDown(source, Date.now());
    }
    return toResponse(answer);
  };
}

interface Asked {
  readonly url: URL;
  readonly request: Request;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

type Refused = { readonly refusal: Response };

async function askInTurn(asked: Asked, gate: Gate, limits: RelayLimits): Promise<AskedAnswer | Refused> {
  const leave = await gate.enter(asked.request.signal);
  return leave === null ? refuse(503, 'busy', BUSY, BUSY_FOR) : askInTime(asked, limits).finally(leave);
}

async function askInTime(
  { url, request, body }: Asked,
  { upstreamMs, maxAnswerBytes }: RelayLimits,
): Promise<AskedAnswer | Refused> {
  const ended = new AbortController();
  let isLate = false;
  const end = (): void => ended.abort();
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, upstreamMs);
  // Stops the work for a client that has disconnected.
  request.signal.addEventListener('abort', end);
  try {
    const headers = pick(request.headers, SENT_HEADERS);
    const sent = body === null || body.length === 0 ? null : body;
    const answer = await ask({
      url,
      method: request.method,
      headers,
      body: sent,
      signal: ended.signal,
      maxBytes: maxAnswerBytes,
    });
    if (answer !== 'tooLong') return answer;
    end();
    return refuse(502, 'upstream_too_long', 'The answer of the Trace API is too long.');
  } catch {
    return isLate
      ? refuse(504, 'upstream_timeout', 'The Trace API did not answer in time.')
      : refuse(502, 'upstream_unreachable', 'The Trace API could not be reached.');
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', end);
  }
}

/**
 * A redirect might send the API key to another server, so it is an error. The body was read to its end first, so that
 * an interrupted one is an error too.
 */
function toResponse({ status, headers: answered, body }: AskedAnswer): Response {
  if (status < 200 || (status >= 300 && status < 400)) {
    return problem(502, 'upstream_redirect', 'The Trace API answered with a redirect, which is not followed.');
  }
  const headers = { ...pick(answered, RETURNED_HEADERS), ...V1_HEADERS };
  return new Response(BODILESS_STATUSES.includes(status) ? null : body, { status, headers });
}

function pick(headers: Headers, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) picked[name] = value;
  }
  return picked;
}

function refuse(...of: Parameters<typeof problem>): Refused {
  return { refusal: problem(...of) };
}

export function problem(status: number, error: string, message: string, retryAfter: number | null = null): Response {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
    ...V1_HEADERS,
  };
  return new Response(JSON.stringify({ error, message }), { status, headers });
}
