import { TraceError } from '../errors/trace-error';
import { maskKeysIn } from '../errors/mask-keys';
import type { Exchange, HttpResponse } from './exchange';
import { type JsonObject, parseEntries, parseJson, readArray, readCount, readObject, readText } from './json';

/** What an exchange means. */
export type Reply =
  | { readonly is: 'body'; readonly body: unknown }
  /** The route exists; the company does not. */
  | { readonly is: 'notFound' }
  /** The service lacks this route. */
  | { readonly is: 'missingRoute' }
  | {
      readonly is: 'failed';
      readonly error: TraceError;
      /** Whether the service may have charged for it anyway, now or in an earlier attempt. */
      readonly isInDoubt?: boolean;
      /** Whether the host stopped sending, rather than the service failing. */
      readonly isOfHost?: true;
    };

/** The content of an error body, in any of its shapes. */
interface ServiceError {
  readonly code: string | null;
  readonly message: string | null;
  readonly context: JsonObject;
}

/**
 * Reads one exchange.
 *
 * @param waitSeconds from `Retry-After`, for the sentence of a 429; `null` if absent
 * @param reads the format of a successful body
 */
export function readReply(exchange: Exchange, waitSeconds: number | null, reads: 'json' | 'text' = 'json'): Reply {
  if (!exchange.ok) return failed(new TraceError(exchange.reason, {}));
  const { response } = exchange;
  if (response.status >= 200 && response.status < 300) return readSuccess(response, reads);
  const said = readServiceError(parseJson(response.text));
  if (isMissingRoute(response)) return { is: 'missingRoute' };
  if (response.status === 404 && said.code !== null && /(^|_)not_found$/.test(said.code)) return { is: 'notFound' };
  return failed(toError(response.status, said, waitSeconds));
}

/**
 * Whether the service has answered, even if only that it has no such company. The body is not parsed: that takes
 * time, and the next request should not wait for it.
 */
export function isAnswered(exchange: Exchange): boolean {
  if (!exchange.ok) return false;
  const { status } = exchange.response;
  return (status >= 200 && status < 300) || readReply(exchange, null).is === 'notFound';
}

/** For logs: whether the service lacks this route, so that another one is used for a day. */
export function isRouteMissingIn(exchange: Exchange): boolean {
  return exchange.ok && isMissingRoute(exchange.response);
}

/** For logs: how many credits were missing, if the exchange says so. */
export function creditsMissingIn(exchange: Exchange): number | null {
  if (!exchange.ok || exchange.response.status !== 402) return null;
  return creditsOut(readServiceError(parseJson(exchange.response.text)).context).facts.missing;
}

function readSuccess(response: HttpResponse, reads: 'json' | 'text'): Reply {
  if (response.status === 204) return { is: 'body', body: null };
  if (reads === 'text') return isWebPage(response.text) ? unreadable() : { is: 'body', body: response.text };
  const body = parseEntries(response.text);
  return body === undefined ? unreadable() : { is: 'body', body };
}

/** Whether a text begins like a proxy's HTML page. No answer of the API does. */
function isWebPage(text: string): boolean {
  return /^\s*<(!doctype|html)\b/i.test(text);
}

/**
 * FastAPI answers an unknown path with 404 `{"detail":"Not Found"}`, and a known path with another method with 405. A
 * missing company has an error code instead: https://docs.tracedata.ai/errors/ and
 * https://fastapi.tiangolo.com/tutorial/handling-errors/.
 */
function isMissingRoute(response: HttpResponse): boolean {
  if (response.status === 405) return true;
  return response.status === 404 && readObject(parseJson(response.text))?.['detail'] === 'Not Found';
}

/**
 * The five shapes: `error` as text, `error` as object, `detail` as object, `detail` as list (validation), `detail` as
 * text. Source: https://docs.tracedata.ai/errors/ ("read `error` first, and handle it as either a string or an
 * object").
 */
function readServiceError(body: unknown): ServiceError {
  const outer = readObject(body) ?? {};
  const { error, detail } = outer;
  if (typeof error === 'string') return { code: readText(error), message: readText(outer['message']), context: outer };
  const inner = readObject(error) ?? readObject(detail);
  if (inner !== null) {
    const code = readText(inner['error']) ?? readText(inner['code']);
    return { code, message: readText(inner['message']), context: inner };
  }
  const first = readObject(readArray(detail)?.[0]);
  return { code: null, message: readText(first?.['msg']) ?? readText(detail), context: outer };
}

function toError(status: number, said: ServiceError, waitSeconds: number | null): TraceError {
  if (status === 402 || said.code === 'credit_exhausted') return creditsOut(said.context);
  if (said.code === 'user_credential_required') return new TraceError('userKeyNeeded', {});
  if (said.code === 'key_missing_org_association') return new TraceError('keyHasNoOrganization', {});
  if (said.code === 'list_access_denied') return new TraceError('listAccessDenied', {});
  if (status === 401) return new TraceError('keyRefused', {});
  if (status === 403) return new TraceError('notAllowed', {});
  if (status === 408) return new TraceError('timedOut', {});
  if (status === 429) return new TraceError('rateLimited', { waitSeconds });
  if (status >= 400 && status < 500) {
    return new TraceError('requestRefused', { status, message: maskKeysIn(said.message ?? '') });
  }
  return new TraceError('serviceFailed', { status });
}

/** `requested` and `shortfall` are in credits; https://docs.tracedata.ai/credits/. */
function creditsOut(context: JsonObject): TraceError<'creditsOut'> {
  return new TraceError('creditsOut', {
    requested: readCount(context['requested']),
    missing: readCount(context['shortfall']),
  });
}

function unreadable(): Reply {
  return failed(new TraceError('unreadable', {}));
}

function failed(error: TraceError): Reply {
  return { is: 'failed', error };
}
