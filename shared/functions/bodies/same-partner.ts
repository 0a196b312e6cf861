import { readDomain } from '../../cells/identifier';
import type { Partner } from '../../client/resources/partnerships';

type Identified = Pick<Partner, 'domain' | 'slug'>;

/** The names of some partners. */
interface Names {
  readonly domains: ReadonlySet<string>;
  readonly slugs: ReadonlySet<string>;
  /** Whether any of the partners lacks a domain or a slug. */
  readonly isWithoutDomain: boolean;
  readonly isWithoutSlug: boolean;
  readonly isWithoutBoth: boolean;
}

export function namesOf(partners: readonly Identified[]): Names {
  const names = partners.map((partner) => [domainOf(partner), slugOf(partner)] as const);
  return {
    domains: new Set(names.flatMap(([domain]) => domain ?? [])),
    slugs: new Set(names.flatMap(([, slug]) => slug ?? [])),
    isWithoutDomain: names.some(([domain]) => domain === null),
    isWithoutSlug: names.some(([, slug]) => slug === null),
    isWithoutBoth: names.some(([domain, slug]) => domain === null && slug === null),
  };
}

/**
 * Whether a partner is one of those with these names. `null`: unknown, because one of them may be the same company under
 * another kind of identifier.
 */
export function isAmong(names: Names, partner: Identified): boolean | null {
  const [domain, slug] = [domainOf(partner), slugOf(partner)];
  if (domain !== null && names.domains.has(domain)) return true;
  if (slug !== null && names.slugs.has(slug)) return true;
  const isUnknown =
    names.isWithoutBoth ||
    (slug === null && names.isWithoutDomain) ||
    (domain === null && names.isWithoutSlug) ||
    (domain === null && slug === null && names.domains.size + names.slugs.size > 0);
  return isUnknown ? null : false;
}

function domainOf({ domain }: Identified): string | null {
  return readDomain(domain ?? '');
}

function slugOf({ slug }: Identified): string | null {
  return slug?.toLowerCase() ?? null;
}
