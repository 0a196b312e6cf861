import { readDomain } from '../../cells/identifier';
import type { Partner } from '../../client/resources/partnerships';
import { count } from '../count';
import { FIRST_PARTNERS } from './company-look';

interface Offer {
  readonly label: string;
  /** How many partners, at most. */
  readonly top: number;
}

/** What can be asked for. */
export function toOffers(total: number | null, has: number): readonly Offer[] {
  const first: Offer = { label: `Show the latest ${FIRST_PARTNERS}`, top: FIRST_PARTNERS };
  if (total === null) return has === 0 ? [first] : [];
  if (total <= has) return [];
  const partners = count(total, 'partner', 'partners');
  if (total <= FIRST_PARTNERS) return [{ label: `Show ${partners}`, top: total }];
  return [...(has === 0 ? [first] : []), { label: `Show all ${partners}`, top: total }];
}

/** Under what it can be looked up; `null`: only its name is known. */
export function companyOf({ domain, slug }: Pick<Partner, 'domain' | 'slug'>): string | null {
  return readDomain(domain ?? '') ?? slug;
}
