import type { HttpRequest } from '../exchange';
import { readArray, readCount, readObject, readText } from '../json';
import { type Operation, toRequest } from '../request';
import { readResults, type BatchResult } from './companies';
import { readPartners, type PartnersRecord } from './partnerships';

/** Partners of many companies in one request. */
export const enrichment = {
  partnerships: {
    name: 'enrichment.partnerships',
    method: 'POST',
    path: '/enrich/partnerships',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/enrichment/',
    isRepeatable: true,
  },
} as const satisfies Record<string, Operation>;

/**
 * Asks for partners.
 * @param domains 1 to 100 normalized domains
 */
export function enrichPartnerships(domains: readonly string[]): HttpRequest {
  return toRequest(enrichment.partnerships, { body: { domains } });
}

/** The partners of each domain of a batch, without entries that lack a domain or are not understood. */
export function readEnrichment(body: unknown): readonly BatchResult<PartnersRecord>[] | null {
  const results = readResults(body);
  if (results === null) return null;
  const read: BatchResult<PartnersRecord>[] = [];
  for (const result of results) {
    const entry = readObject(result);
    const domain = readText(entry?.['domain']);
    if (entry === null || domain === null) continue;
    const { status } = entry;
    const list = readArray(entry['partnerships']) ?? (status === 'no_partnerships' ? [] : null);
    if (status === 'not_tracked') read.push({ domain, record: null });
    else if (list !== null || status === 'found') {
      const company = { name: readText(entry['company_name']), slug: readText(entry['slug']), domain };
      const partners = list === null ? null : readPartners(list);
      read.push({
        domain,
        record: { company, count: readCount(entry['partnership_count']) ?? list?.length ?? null, partners },
      });
    }
  }
  return read;
}
