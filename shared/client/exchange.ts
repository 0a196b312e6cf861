/** The methods that the Trace API's pages use: https://docs.tracedata.ai/api/lists/. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to the Trace API, before the host adds origin and key. */
export interface HttpRequest {
  /** The operation's name, such as `companies.batch`, for logs and to remember missing routes. */
  readonly operation: string;
  readonly method: HttpMethod;
  /** The encoded path below `/v1` with its query, such as `/companies/stripe.com`. */
  readonly path: string;
  /** JSON, sent with `Content-Type: application/json`. */
  readonly body?: unknown;
  /** The format of a successful body; JSON unless set. */
  readonly reads?: 'text';
  /** A POST or PATCH that has the same effect when sent twice, as other methods always do. */
  readonly isRepeatable?: true;
}

export interface HttpResponse {
  readonly status: number;
  /** The raw `Retry-After` header, or `null`. The documentation gives no meaning to any other header. */
  readonly retryAfter: string | null;
  readonly text: string;
}

/**
 * Why there is no response. `hostBusy`: the host refuses so many requests in a short time. `hostQuota`: it refuses to
 * send more today (Google's URL Fetch quota, https://developers.google.com/apps-script/guides/services/quotas).
 * `addressBlocked`: an administrator has not allowed Trace's address. `outOfTime`: the host had no time left to send
 * it. `offline`: the browser had no network, so nothing was sent.
 */
export type NoResponse =
  | 'offline'
  | 'unreachable'
  | 'timedOut'
  | 'hostBusy'
  | 'hostQuota'
  | 'addressBlocked'
  | 'outOfTime';

/** The outcome of one request. */
export type Exchange =
  | { readonly ok: true; readonly response: HttpResponse }
  | { readonly ok: false; readonly reason: NoResponse };
