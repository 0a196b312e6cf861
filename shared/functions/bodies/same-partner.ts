import { readDomain } from '../../cells/identifier';
import type { Partner } from '../../client/resources/partnerships';

type Names = Pick<Partner, 'domain' | 'slug'>;

/** Whether two partners are one company. `null`: unknown, because they share no kind of identifier. */
export function isSamePartner(one: Names, other: Names): boolean | null {
  const domains = [one.domain, other.domain].map((domain) => readDomain(domain ?? ''));
  const slugs = [one.slug, other.slug].map((slug) => slug?.toLowerCase() ?? null);
  const told = [domains, slugs].filter((pair) => !pair.includes(null));
  return told.length === 0 ? null : told.some(([left, right]) => left === right);
}
