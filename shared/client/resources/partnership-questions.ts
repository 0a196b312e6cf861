import type { HttpRequest } from '../exchange';
import { toRequest } from '../request';
import { partnerships } from './partnerships';

/** Questions that few formulas ask, in a file of their own: Excel loads them when the first one does. */

/** A page of the companies that list a company as their partner. The names of the query parameters are assumed. */
export function listReversePartners(partner: string, types: string | null, sort: string | null): HttpRequest {
  return toRequest(partnerships.reverse, { parameters: { partner }, query: { partnership_types: types, sort } });
}

/** Whether two companies are partners. */
export function lookupPartnership(a: string, b: string): HttpRequest {
  return toRequest(partnerships.lookup, { query: { company_a: a, company_b: b } });
}

/** The second company of {@link lookupPartnership}, as the path has it; `null`: it is another question. */
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
 * @param limit in nodes
 */
export function partnerGraph(identifier: string, depth: string | null, limit: number): HttpRequest {
  return toRequest(partnerships.graph, { parameters: { identifier }, query: { depth, limit } });
}
