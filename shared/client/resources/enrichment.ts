import type { HttpRequest } from '../exchange';
import { readObject } from '../json';
import { readerOf } from '../read-record';
import { type Operation, toRequest } from '../request';
import { called, documented, integer, listOf, object, orNull, text } from '../schema';
import { readResults, type BatchResult } from './companies';
import { enrichedPartner } from './partner-answer';
import { readPartners, type PartnersRecord } from './partnerships';

const enriched = object({
  domain: text,
  status: text,
  company_name: called('name', orNull(text)),
  company_id: orNull(integer),
  slug: orNull(text),
  partnerships: listOf(enrichedPartner),
  partnership_count: called('count', integer),
});

/** Partners of many companies in one request. */
export const enrichment = {
  partnerships: {
    name: 'enrichment.partnerships',
    method: 'POST',
    path: '/enrich/partnerships',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/enrichment/',
    isRepeatable: true,
    answer: documented(
      object({
        results: listOf(enriched),
        total_domains_requested: integer,
        domains_found: integer,
        domains_with_partnerships: integer,
      }),
    ),
  },
} as const satisfies Record<string, Operation>;

/**
 * Asks for partners.
 * @param domains 1 to 100 normalized domains
 */
export function enrichPartnerships(domains: readonly string[]): HttpRequest {
  return toRequest(enrichment.partnerships, { body: { domains } });
}

const readFields = readerOf(enriched);

/** The partners of each domain of a batch, without entries that lack a domain or are not understood. */
export function readEnrichment(body: unknown): readonly BatchResult<PartnersRecord>[] | null {
  const results = readResults(body);
  if (results === null) return null;
  const read: BatchResult<PartnersRecord>[] = [];
  for (const result of results) {
    const { domain, status, name, slug, count, partnerships } = readFields(readObject(result) ?? {});
    if (domain === null) continue;
    const list = partnerships ?? (status === 'no_partnerships' ? [] : null);
    if (status === 'not_tracked') read.push({ domain, record: null });
    else if (list !== null || status === 'found') {
      const partners = list === null ? null : readPartners(list);
      read.push({
        domain,
        record: { company: { name, slug, domain }, count: count ?? list?.length ?? null, partners },
      });
    }
  }
  return read;
}
