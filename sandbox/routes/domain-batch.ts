import { Refusal, detailError } from '../refusal';
import { requireObject, requireTexts, type RequestBody } from './request-body';

/** https://docs.tracedata.ai/api/enrichment/ */
const MOST_DOMAINS = 100;
const LONGEST_DOMAIN = 253;

interface DomainBatch {
  /** How many entries the request has. */
  readonly requested: number;
  /** Normalized, without repeats, in the order of the request. */
  readonly domains: readonly string[];
}

/**
 * The domains of a batch request, normalized as https://docs.tracedata.ai/api/enrichment/ says: lower case, trimmed,
 * without a leading `www.`, without repeats. Anything that does not look like a domain is dropped silently.
 */
export function readDomainBatch(body: RequestBody): DomainBatch {
  const entries = requireTexts(requireObject(body), 'domains');
  if (entries.length > MOST_DOMAINS) {
    const message = `A batch may hold at most ${MOST_DOMAINS} domains; this one holds ${entries.length}.`;
    throw new Refusal(detailError(400, 'batch_too_large', message));
  }
  const domains = entries
    .map((entry) =>
      entry
        .trim()
        .toLowerCase()
        .replace(/^www\./, ''),
    )
    .filter(looksLikeDomain);
  return { requested: entries.length, domains: [...new Set(domains)] };
}

function looksLikeDomain(text: string): boolean {
  return text.includes('.') && text.length <= LONGEST_DOMAIN;
}
