import type { Run } from '../run';
import type { HttpFate, HttpOrder } from '../threads/http-orders';

/** The options that Google knows; https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app. */
interface FetchOptions {
  readonly method?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: unknown;
  readonly followRedirects?: boolean;
  readonly muteHttpExceptions?: boolean;
  readonly timeoutSeconds?: number;
  readonly escaping?: boolean;
  readonly validateHttpsCertificates?: boolean;
}

type FetchRequest = FetchOptions & { readonly url: string };

const OPTIONS: ReadonlySet<string> = new Set<keyof FetchRequest>([
  'url',
  'method',
  'contentType',
  'headers',
  'payload',
  'followRedirects',
  'muteHttpExceptions',
  'timeoutSeconds',
  'escaping',
  'validateHttpsCertificates',
]);

/** 2 KB: https://developers.google.com/apps-script/guides/services/quotas. */
const LONGEST_URL = 2_048;

const DEFAULT_TIMEOUT_SECONDS = 360;
const USER_AGENT =
  'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: SCRIPT_ID)';

/** Sends all at once and blocks; one outcome each, in order. */
export interface BlockingHttp {
  send(orders: readonly HttpOrder[]): readonly HttpFate[];
}

/** Sends real requests. If any of them gets no answer, the whole call throws, with its address in the text. */
export function makeUrlFetchApp(run: Run, http: BlockingHttp): object {
  return {
    fetch(url: string, options: FetchOptions = {}) {
      run.call('UrlFetchApp.fetch', 'urlFetch');
      return sendAll(run, http, [{ ...options, url }])[0];
    },
    fetchAll(requests: readonly FetchRequest[]) {
      run.call('UrlFetchApp.fetchAll', 'urlFetch');
      return run.realm.toContext(sendAll(run, http, requests));
    },
  };
}

function sendAll(run: Run, http: BlockingHttp, requests: readonly FetchRequest[]): readonly object[] {
  const { network, requests: sent } = run.state;
  for (const request of requests) check(run, request);
  const refusal = network.refusals.shift();
  if (refusal !== undefined) run.fail(refusal.replace('<URL>', requests[0]?.url ?? ''));
  if (network.callsLeft < requests.length) run.fail(network.quotaText);
  network.callsLeft -= requests.length;
  const orders = requests.map(toOrder);
  orders.forEach(({ url, method, headers, body }) => sent.push({ url, method, headers, body }));
  const fates = deliver(run, http, orders);
  orders.forEach((order, index) => failWithout(run, order, fates[index]!, requests[index]!));
  return fates.map((fate) => toResponse(run, fate));
}

/** Sends requests to known and reachable addresses, and advances the clock by the time taken. */
function deliver(
  run: Run,
  http: BlockingHttp,
  orders: readonly HttpOrder[],
): readonly (HttpFate | { readonly is: 'unknown' })[] {
  const { network } = run.state;
  const targets = orders.map((order) => {
    const { origin } = new URL(order.url);
    const served = network.origins[origin];
    return served === undefined || network.unreachable.has(origin)
      ? null
      : { ...order, url: order.url.replace(origin, served) };
  });
  const startedAt = performance.now();
  const reached = targets.filter((target) => target !== null);
  const answers = [...(reached.length > 0 ? http.send(reached) : [])];
  const tookMs = network.takesMs ?? Math.round(performance.now() - startedAt);
  const limitMs = Math.max(...orders.map(({ timeoutMs }) => timeoutMs));
  const isLate = network.honoursTimeout && tookMs > limitMs;
  run.spend(isLate ? limitMs : tookMs);
  return targets.map((target, index) => {
    if (isLate) return { is: 'timedOut' };
    if (target !== null) return answers.shift()!;
    return network.origins[new URL(orders[index]!.url).origin] === undefined ? { is: 'unknown' } : { is: 'failed' };
  });
}

function check(run: Run, request: FetchRequest): void {
  const unknown = Object.keys(request).find((option) => !OPTIONS.has(option));
  if (unknown !== undefined) run.fail(`UrlFetchApp knows no option ${unknown}`);
  if (request.payload !== undefined && typeof request.payload !== 'string')
    run.fail('this stand-in takes text payloads only');
  if (request.url.length > LONGEST_URL) run.fail('Limit Exceeded: URLFetch URL Length.');
  const { urlFetchWhitelist: allowed } = run.state;
  if (allowed !== null && !allowed.some((prefix) => request.url.startsWith(prefix))) {
    run.fail(`UrlFetch calls to ${request.url} are not permitted: it is not in urlFetchWhitelist`);
  }
}

function toOrder({
  url,
  method,
  headers,
  payload,
  contentType,
  followRedirects,
  timeoutSeconds,
}: FetchRequest): HttpOrder {
  return {
    url,
    method: (method ?? 'get').toUpperCase(),
    headers: {
      'User-Agent': USER_AGENT,
      ...headers,
      ...(payload === undefined ? {} : { 'Content-Type': contentType ?? 'application/x-www-form-urlencoded' }),
    },
    body: payload === undefined ? null : String(payload),
    timeoutMs: (timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1_000,
    followsRedirects: followRedirects ?? true,
  };
}

/** Google identifies the failed request only by its address. */
function failWithout(
  run: Run,
  { url }: HttpOrder,
  fate: HttpFate | { is: 'unknown' },
  { muteHttpExceptions }: FetchRequest,
): void {
  if (fate.is === 'failed') run.fail(`Address unavailable: ${url}`);
  if (fate.is === 'unknown') run.fail(`DNS error: ${url}`);
  if (fate.is === 'timedOut') run.fail(`Timeout: ${url}`);
  if (fate.is === 'answered' && fate.status >= 400 && muteHttpExceptions !== true) {
    const text = Buffer.from(fate.body).toString().slice(0, 200);
    run.fail(
      `Request failed for ${url} returned code ${fate.status}. Truncated server response: ${text} (use muteHttpExceptions option to examine full response)`,
    );
  }
}

function toResponse(run: Run, fate: HttpFate | { is: 'unknown' }): object {
  if (fate.is !== 'answered') throw new Error('a request without an answer has thrown before');
  const readHeaders = (): unknown => run.realm.toContext(fate.headers);
  return {
    getResponseCode: () => fate.status,
    getContentText: () => Buffer.from(fate.body).toString('utf8'),
    getHeaders: readHeaders,
    getAllHeaders: readHeaders,
  };
}
