import { isRepeatable, toWireRequest, TraceError } from '../../shared/formulas';
import type { Exchange, HttpRequest, NoResponse } from '../../shared/ports';
import { isConsentMissing } from '../consent';
import { isOwnMistake } from '../own-mistake';
import { isRushed } from '../stored/google-stores';

/** Set at build time. The key is sent to this origin only. */
declare const TRACE_API_ORIGIN: string;

/** Documented, and missing from `@types/google-apps-script` 2.0.13. */
interface FetchOptions extends GoogleAppsScript.URL_Fetch.URLFetchRequestOptions {
  readonly timeoutSeconds: number;
}

/** Until when requests of one run may be sent and must be answered; milliseconds since 1970. */
export interface FetchTimes {
  readonly noRequestAfterMs: number;
  readonly answeredByMs: number;
}

/** Google documents method names in lower case. */
const METHOD_NAMES = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

/** Reasons that would refuse a single request in the same way. */
const REFUSES_ALL: ReadonlySet<NoResponse> = new Set(['addressBlocked', 'hostBusy', 'hostQuota']);

/** "UrlFetch calls to <URL> are not permitted by your admin": https://developers.google.com/apps-script/guides/support/troubleshooting. */
const OF_ADMINISTRATOR = /\badmin|админ|管理|관리자/i;

/** Longer than Trace takes for 100 companies, and short enough for a second attempt. */
const MAX_TIMEOUT_SECONDS = 15;

/**
 * Sends requests together; one exchange each, in order. If one cannot be reached, `fetchAll` throws for all without
 * saying which, so then each is sent alone. Requests that must not be sent twice are sent alone from the start.
 */
export function exchangeAll(requests: readonly HttpRequest[], apiKey: string, times: FetchTimes): readonly Exchange[] {
  if (requests.length > 1 && requests.every(isRepeatable) && Date.now() <= times.noRequestAfterMs) {
    try {
      const asked = requests.map((request) => toFetchRequest(request, apiKey, times));
      return UrlFetchApp.fetchAll(asked).map(toExchange);
    } catch (thrown) {
      const reason = reasonOf(thrown);
      if (REFUSES_ALL.has(reason)) return requests.map(() => ({ ok: false, reason }));
    }
  }
  return requests.map((request) => exchangeOne(request, apiKey, times));
}

function exchangeOne(request: HttpRequest, apiKey: string, times: FetchTimes): Exchange {
  if (Date.now() > times.noRequestAfterMs) return { ok: false, reason: 'outOfTime' };
  const { url, ...options } = toFetchRequest(request, apiKey, times);
  try {
    return toExchange(UrlFetchApp.fetch(url, options));
  } catch (thrown) {
    return { ok: false, reason: reasonOf(thrown) };
  }
}

/** https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
function toFetchRequest(
  request: HttpRequest,
  apiKey: string,
  times: FetchTimes,
): FetchOptions & { readonly url: string } {
  const { url, method, headers, body } = toWireRequest(request, TRACE_API_ORIGIN, apiKey);
  const { 'Content-Type': contentType, ...others } = headers;
  const leftSeconds = Math.floor((times.answeredByMs - Date.now()) / 1_000);
  return {
    url,
    method: METHOD_NAMES[method],
    headers: others,
    ...(body === null ? {} : { payload: body, contentType: contentType ?? 'application/json' }),
    // An error status is an answer too; the core interprets it.
    muteHttpExceptions: true,
    followRedirects: false,
    timeoutSeconds: Math.max(1, Math.min(MAX_TIMEOUT_SECONDS, leftSeconds)),
  };
}

function toExchange(response: GoogleAppsScript.URL_Fetch.HTTPResponse): Exchange {
  return {
    ok: true,
    response: {
      status: response.getResponseCode(),
      retryAfter: readHeader(response.getHeaders(), 'retry-after'),
      text: response.getContentText('UTF-8'),
    },
  };
}

/** Google keeps the server's capitalization of headers. */
function readHeader(headers: object, name: string): string | null {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return String(value);
  }
  return null;
}

/**
 * Why there is no response. Google says it in the user's language and with the URL, so its text is not passed on; the
 * service's name (`urlfetch`) occurs in every language. Anything not known to be permanent (`Address unavailable`,
 * `DNS error`, `Bandwidth quota exceeded`, which lasts some seconds) may succeed later.
 */
function reasonOf(thrown: unknown): NoResponse {
  if (isOwnMistake(thrown)) throw thrown;
  if (isConsentMissing(thrown)) throw new TraceError('consentMissing', {});
  const said = String((thrown as { readonly message?: unknown } | null)?.message ?? thrown).replace(/https?:\S+/g, '');
  if (OF_ADMINISTRATOR.test(said)) return 'addressBlocked';
  if (isRushed(said)) return 'hostBusy';
  if (/\burlfetch\b/.test(said)) return 'hostQuota';
  if (/time(d\s|-)?out/i.test(said)) return 'timedOut';
  return 'unreachable';
}
