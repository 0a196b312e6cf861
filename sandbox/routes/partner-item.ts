import type { BodyOf } from '../contract';
import type { Partner } from '../data/partners';

type PartnerItem = BodyOf<'partnerships.list'>['data'][number];
type Sightings = Pick<PartnerItem, 'first_observed_at' | 'last_observed_at' | 'observation_count'>;

/** A partner in a list; https://docs.tracedata.ai/api/partnerships/. */
export function toPartnerItem(partner: Partner): PartnerItem {
  return { ...toNames(partner), partnership_type: partner.type, ...toSightings(partner) };
}

export function toNames({ name, domain, slug }: Partner) {
  return { partner_name: name, partner_domain: domain, partner_slug: slug };
}

/** The planted sparse company has none, although the contract promises them, so that clients learn to do without. */
export function toSightings({ firstObservedAt, lastObservedAt, observationCount }: Partner): Sightings {
  return {
    first_observed_at: firstObservedAt,
    last_observed_at: lastObservedAt,
    observation_count: observationCount,
  } as Sightings;
}
