/** What the Trace API's pages use: https://docs.tracedata.ai/api/lists/. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One question to the Trace API, before the host adds its origin and the key. */
export interface HttpRequest {
  /** The operation it belongs to, such as `companies.batch`: for logs and for remembering missing routes. */
  readonly operation: string;
  readonly method: HttpMethod;
  /** Below `/v1`, encoded, with its query: `/companies/stripe.com`. */
  readonly path: string;
  /** JSON, sent with `Content-Type: application/json`. */
  readonly body?: unknown;
  /** What a success brings; JSON unless told. */
  readonly reads?: 'text';
  /** A POST or PATCH that leaves the same behind when it is sent twice; other methods do so anyway. */
  readonly isRepeatable?: true;
}

export interface HttpResponse {
  readonly status: number;
  /** The `Retry-After` header as it came, or `null`. The only header that the documentation gives a meaning to. */
  readonly retryAfter: string | null;
  readonly text: string;
}

/**
 * Why there is no response. `hostQuota`: the host itself refuses to send more today (Google's URL Fetch quota,
 * https://developers.google.com/apps-script/guides/services/quotas). `outOfTime`: the host had no time left to send it.
 */
export type NoResponse = 'unreachable' | 'timedOut' | 'hostQuota' | 'outOfTime';

/** One request's fate. */
export type Exchange =
  { readonly ok: true; readonly response: HttpResponse } | { readonly ok: false; readonly reason: NoResponse };
