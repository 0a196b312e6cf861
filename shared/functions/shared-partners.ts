import { readDomain } from '../cells/identifier';
import { cutText, MAX_CELL_LENGTH } from '../cells/join';
import type { Partner, PartnersRecord } from '../client/resources/partnerships';

/** Below what is known of a list that Trace has cut. */
const MORE = ' … maybe more';

export interface Shared {
  /** `null`: an answer holds no list. */
  readonly partners: readonly Partner[] | null;
  /** Whether these are all: that a partner is not in a list that Trace has cut tells nothing. */
  readonly isWhole: boolean;
}

/** The partners of one company that another one has too. */
export function sharedOf(one: PartnersRecord, other: PartnersRecord): Shared {
  if (one.partners === null || other.partners === null) return { partners: null, isWhole: false };
  const names = namesOf(other.partners);
  const found = one.partners.map((partner) => isAmong(names, partner));
  return {
    partners: one.partners.filter((_partner, index) => found[index] === true),
    isWhole: isWhole(one) && isWhole(other) && !found.includes(null),
  };
}

/** A text of names that may not be all. */
export function withMore(names: string): string {
  return cutText(names, MAX_CELL_LENGTH - MORE.length) + MORE;
}

/** A text of names, without what stands below a list that is not whole. */
export function withoutMore(text: string): string {
  return text.replace(/ … (\+\d+|maybe) more$/, '');
}

function isWhole({ partners, count }: PartnersRecord): boolean {
  return count === null || count <= (partners?.length ?? 0);
}

interface Names {
  readonly domains: ReadonlySet<string>;
  readonly slugs: ReadonlySet<string>;
  /** Whether each of them has one. */
  readonly allHaveDomains: boolean;
  readonly allHaveSlugs: boolean;
}

function namesOf(partners: readonly Partner[]): Names {
  const domains = partners.map(domainOf);
  const slugs = partners.map(slugOf);
  return {
    domains: new Set(domains.filter((domain) => domain !== null)),
    slugs: new Set(slugs.filter((slug) => slug !== null)),
    allHaveDomains: !domains.includes(null),
    allHaveSlugs: !slugs.includes(null),
  };
}

/** `null`: one of them may be the same company under another kind of name. As `isSamePartner`, for long lists. */
function isAmong(names: Names, partner: Partner): boolean | null {
  const [domain, slug] = [domainOf(partner), slugOf(partner)];
  if (domain !== null && names.domains.has(domain)) return true;
  if (slug !== null && names.slugs.has(slug)) return true;
  return (domain !== null && names.allHaveDomains) || (slug !== null && names.allHaveSlugs) ? false : null;
}

function domainOf({ domain }: Partner): string | null {
  return readDomain(domain ?? '');
}

function slugOf({ slug }: Partner): string | null {
  return slug?.toLowerCase() ?? null;
}
