import type { HttpMethod, HttpRequest } from './exchange';
import { TraceError } from '../errors/trace-error';
import type { Answer } from './schema';

/** A request as a host sends it. Redirects must not be followed: the key goes to this origin only. */
export interface WireRequest {
  readonly url: string;
  readonly method: HttpMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const KEY_HEADER = 'X-API-Key';
const ORGANIZATION_PREFIX = 'trace_org_';

/** Printable ASCII without spaces, as a header allows. */
const KEY_SHAPE = /^trace_[\x21-\x7e]{1,200}$/;

/**
 * Adds the origin and the key, right before sending. Source: https://docs.tracedata.ai/authentication/ (header
 * `X-API-Key` on every `/v1` endpoint).
 *
 * @param origin without a path, such as `https://api.tracedata.ai`
 * @param apiKey as {@link readApiKey} returned it
 */
export function toWireRequest(request: HttpRequest, origin: string, apiKey: string): WireRequest {
  const hasBody = request.body !== undefined;
  return {
    url: `${origin}/v1${request.path}`,
    method: request.method,
    headers: {
      Accept: request.reads === 'text' ? 'text/csv, text/plain' : 'application/json',
      [KEY_HEADER]: apiKey,
      ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    },
    body: hasBody ? JSON.stringify(request.body) : null,
  };
}

/** A path below `/v1` from its pattern, such as `/companies/{identifier}`, and its query. Nulls are left out. */
export function toPath(
  pattern: string,
  parameters: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | null>> = {},
): string {
  const path = pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeText(parameters[name] ?? ''));
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${encodeText(String(value))}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** URL-encoded. Half of a UTF-16 pair has no encoding and becomes a replacement character. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

export type KeyClass = 'user' | 'organization';

/**
 * The class of a key, by its prefix. Organization keys also begin with `trace_`, so their prefix is checked first.
 */
export function keyClassOf(apiKey: string): KeyClass {
  return apiKey.startsWith(ORGANIZATION_PREFIX) ? 'organization' : 'user';
}

/**
 * A pasted key without the spaces, line breaks and quotes around it.
 *
 * @throws TraceError `keyMalformed`
 */
export function readApiKey(pasted: unknown): string {
  const apiKey = typeof pasted === 'string' ? pasted.replace(/[\s"'`\u200b\ufeff\u201c\u201d\u2018\u2019]/g, '') : '';
  if (!KEY_SHAPE.test(apiKey)) throw new TraceError('keyMalformed', {});
  return apiKey;
}

/** Whether a text is a key and nothing else. */
export function isApiKey(text: string): boolean {
  return KEY_SHAPE.test(text);
}

/** A key as it may be shown: its class and last four characters. */
export function maskApiKey(apiKey: string): string {
  const prefix = keyClassOf(apiKey) === 'organization' ? ORGANIZATION_PREFIX : 'trace_';
  const secret = apiKey.slice(prefix.length);
  return `${prefix}…${secret.length > 8 ? secret.slice(-4) : ''}`;
}

/** One operation of the Trace API. */
export interface Operation {
  /** `<resource>.<verb>`, also the name of the sandbox's route. */
  readonly name: string;
  readonly method: HttpMethod;
  /** The path below `/v1`, with parameters in braces. */
  readonly path: string;
  /** `documented`: a page of the API's documentation shows it. `assumed`: our best guess, never relied upon alone. */
  readonly standing: 'documented' | 'assumed';
  /** The page that shows it, or at least mentions its purpose. */
  readonly source: string;
  /** The format of a successful body; JSON unless set. */
  readonly reads?: 'text';
  /** A POST or PATCH that has the same effect when sent twice. */
  readonly isRepeatable?: true;
  /** What it answers if all goes well. */
  readonly answer: Answer;
}

/**
 * The request for an operation, with its path below `/v1`.
 *
 * @param parts `parameters` for the braces of the path; `query`, where nulls are left out; `body`, sent as JSON
 */
export function toRequest(
  operation: Operation,
  parts: {
    readonly parameters?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number | null>>;
    readonly body?: unknown;
  },
): HttpRequest {
  const path = toPath(operation.path, parts.parameters, parts.query);
  const { name, method, reads, isRepeatable } = operation;
  return {
    operation: name,
    method,
    path,
    ...(parts.body === undefined ? {} : { body: parts.body }),
    ...(reads === undefined ? {} : { reads }),
    ...(isRepeatable === undefined ? {} : { isRepeatable }),
  };
}
