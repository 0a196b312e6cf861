import type { HttpRequest } from '../exchange';
import { toRequest } from '../request';
import { partnerships } from './partnerships';

/** Requests that few formulas make. A separate file, because Excel loads it when the first formula needs it. */

/** A page of the companies that list `partner` as their partner. The names of the query parameters are assumed. */
export function listReversePartners(partner: string, types: string | null, sort: string | null): HttpRequest {
  return toRequest(partnerships.reverse, { parameters: { partner }, query: { partnership_types: types, sort } });
}

/** Whether two companies are partners. */
export function lookupPartnership(a: string, b: string): HttpRequest {
  return toRequest(partnerships.lookup, { query: { company_a: a, company_b: b } });
}

/**
 * The second company of a {@link lookupPartnership}, as its path names it; `null`: the path is of another operation.
 */
export function otherOfPair(operation: string, path: string): string | null {
  if (operation !== partnerships.lookup.name) return null;
  return /[?&]company_b=([^&]*)/.exec(path)?.[1] ?? null;
}

/** A page of the partners that two companies share. */
export function sharedPartners(a: string, b: string): HttpRequest {
  return toRequest(partnerships.shared, { query: { company_a: a, company_b: b } });
}

/**
 * The partnerships around a company. The names of the query parameters are assumed.
 * @param limit the most nodes
 */
export function partnerGraph(identifier: string, depth: string | null, limit: number): HttpRequest {
  return toRequest(partnerships.graph, { parameters: { identifier }, query: { depth, limit } });
}
