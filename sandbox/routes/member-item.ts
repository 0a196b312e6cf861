import type { Member } from '../lists/members';

/** A member of a list; its fields are assumed. */
export function toMemberItem({ company, tier, score }: Member) {
  return { domain: company.domain, name: company.name, slug: company.slug, tier, score };
}
