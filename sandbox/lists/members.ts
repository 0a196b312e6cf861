import { chance, mix, seedOf } from '../data/chance';
import type { Company } from '../data/company';
import { companiesOf } from './evaluate';
import type { SavedList } from './saved-list';

export const TIERS = ['high', 'medium', 'exploratory'] as const;
type Tier = (typeof TIERS)[number];

/** A company of a list, with its score. */
export interface Member {
  readonly company: Company;
  readonly tier: Tier;
  /** From 0 to 100; its meaning is assumed. */
  readonly score: number;
}

const SCORE = seedOf('score');
const HIGH_FROM = 70;
const MEDIUM_FROM = 40;

/** The members of a list, best first. They are computed each time, which looks the same as the documented cache. */
export function membersOf(list: SavedList): readonly Member[] {
  const excluded = new Set(list.excluded.map(({ id }) => id));
  const defined = list.definition === null ? [] : companiesOf(list.definition);
  const companies = new Map([...defined, ...list.added].map((company) => [company.id, company]));
  return [...companies.values()]
    .filter(({ id }) => !excluded.has(id))
    .map((company) => toMember(company, list))
    .sort((one, other) => other.score - one.score || one.company.id - other.company.id);
}

export function countTiers(members: readonly Member[]): Readonly<Record<Tier, number>> {
  const count = (tier: Tier) => members.filter((member) => member.tier === tier).length;
  return { high: count('high'), medium: count('medium'), exploratory: count('exploratory') };
}

/** Drawn from list and company, so that neither a new name nor a new definition changes a score. */
function toMember(company: Company, { listId }: SavedList): Member {
  const score = Math.floor(101 * chance(mix(company.seed, seedOf(listId)), SCORE));
  return { company, tier: tierOf(score), score };
}

function tierOf(score: number): Tier {
  if (score >= HIGH_FROM) return 'high';
  return score >= MEDIUM_FROM ? 'medium' : 'exploratory';
}
