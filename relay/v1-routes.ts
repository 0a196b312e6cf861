import { OPERATIONS, readGetPath } from '../shared/api';
import { isV1Path } from './v1-path';

/** The client's requests, by method: paths below `/v1` with each parameter as one segment. */
const KNOWN: ReadonlyMap<string, RegExp> = toPatterns();

/** Whether a request is one that the client can make: one of its operations, or a read by TRACE_GET. */
export function isV1Route(method: string, path: string): boolean {
  if (!isV1Path(path)) return false;
  return KNOWN.get(method)?.test(path) === true || (method === 'GET' && isReadByFormulas(path));
}

function isReadByFormulas(path: string): boolean {
  try {
    readGetPath(path, null);
    return true;
  } catch {
    return false;
  }
}

function toPatterns(): ReadonlyMap<string, RegExp> {
  const paths = new Map<string, string[]>();
  for (const { method, path } of OPERATIONS) {
    paths.set(method, [...(paths.get(method) ?? []), path]);
  }
  return new Map([...paths].map(([method, all]) => [method, new RegExp(`^/v1(?:${all.map(toPattern).join('|')})$`)]));
}

function toPattern(path: string): string {
  return path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
}
