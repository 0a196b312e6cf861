import { TraceError } from '../errors/trace-error';
import type { HttpMethod, HttpRequest } from './exchange';
import { readArray, readObject } from './json';

const METHODS: readonly unknown[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/**
 * A path below `/v1` that cannot lead elsewhere: no dot segments, no double slash at the start, no spaces, no
 * fragment.
 */
const PATH = /^(\/[^/\s#\\?]+)+(\?[^\s#\\]*)?$/;
const LEADS_OUT = /(^|\/)\.{1,2}(\/|\?|$)/;
const MOST_REQUESTS = 100;

/** Checks requests that come from a page of the add-on. Throws `actionMalformed`. */
export function readRequests(value: unknown): readonly HttpRequest[] {
  const requests = readArray(value) ?? [];
  if (requests.length === 0 || requests.length > MOST_REQUESTS) throw malformed();
  return requests.map(readRequest);
}

function readRequest(value: unknown): HttpRequest {
  const { operation, method, path, body, reads, isRepeatable } = readObject(value) ?? {};
  const isPath = typeof path === 'string' && PATH.test(path) && !LEADS_OUT.test(path);
  if (typeof operation !== 'string' || !METHODS.includes(method) || !isPath) throw malformed();
  return {
    operation,
    method: method as HttpMethod,
    path,
    ...(body === undefined || body === null ? {} : { body }),
    ...(reads === 'text' ? { reads } : {}),
    ...(isRepeatable === true ? { isRepeatable } : {}),
  };
}

function malformed(): TraceError {
  return new TraceError('actionMalformed', { expected: 'requests to the Trace API' });
}
