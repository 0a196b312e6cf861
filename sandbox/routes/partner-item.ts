import type { Partner } from '../data/partners';

/** A partner in a list; https://docs.tracedata.ai/api/partnerships/. */
export function toPartnerItem(partner: Partner) {
  return {
    partner_name: partner.name,
    partner_domain: partner.domain,
    partner_slug: partner.slug,
    partnership_type: partner.type,
    first_observed_at: partner.firstObservedAt,
    last_observed_at: partner.lastObservedAt,
    observation_count: partner.observationCount,
  };
}
