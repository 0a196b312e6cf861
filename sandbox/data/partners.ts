import { chance, mixPair, pickFrom, seedOf, wholeBetween } from './chance';
import { CATALOGUED_COMPANIES } from './companies';
import type { Company } from './company';
import { LAST_DAY, dayOf, toMidnight } from './days';
import { drawRelated, makeCandidates } from './relation';

export const PARTNERSHIP_TYPES = ['technology', 'channel', 'generic'] as const;
export type PartnershipType = (typeof PARTNERSHIP_TYPES)[number];

/** A partner of a company, with details of the partnership. */
export interface Partner {
  readonly companyId: number;
  readonly name: string;
  readonly domain: string | null;
  readonly slug: string | null;
  readonly type: PartnershipType;
  readonly firstObservedAt: string | null;
  readonly lastObservedAt: string | null;
  readonly observationCount: number | null;
  readonly category: string | null;
  readonly description: string | null;
}

/** `many-partners.example` has exactly this many. */
const MANY_PARTNERS = 480;

const AVERAGE_PARTNERS = 20;
const SHARE_WITHOUT_PARTNERS = 0.08;
/** As a multiple of the average. */
const MOST_SOCIABLE = 3;
const WELL_KNOWN_SOCIABILITY = 2;
/**
 * As a multiple of the usual rate, so that Stripe and Shopify, the pair in the documentation's examples, are
 * partners.
 */
const MORE_AMONG_WELL_KNOWN = 18;

const EARLIEST_OBSERVATION = dayOf('2019-01-01');
const LATEST_FIRST_OBSERVATION = dayOf('2026-06-30');
const MOST_OBSERVATIONS = 24;
const SHARE_DESCRIBED = 0.3;
const CATEGORIES = ['Agency', 'App marketplace', 'Consulting', 'Integration', 'Reseller', 'Technology'];

const SOCIABILITY = seedOf('sociability');
const TYPE = seedOf('partnership type');
const FIRST_OBSERVED = seedOf('first observed');
const LAST_OBSERVED = seedOf('last observed');
const OBSERVATIONS = seedOf('observations');
const DESCRIBED = seedOf('described');
const CATEGORY = seedOf('partner category');

const seeds = CATALOGUED_COMPANIES.map(({ seed }) => seed);
const shares = CATALOGUED_COMPANIES.map((company) => shareOf(company));
const candidates = makeCandidates(seeds, shares);
const candidatesOfWellKnown = makeCandidates(
  seeds,
  shares.map((share, place) => (CATALOGUED_COMPANIES[place]?.isWellKnown ? share * MORE_AMONG_WELL_KNOWN : share)),
);

/** The partners that the first scan found, all of them catalogued companies, in the catalogue's order. */
export function readPartners(company: Company): readonly Partner[] {
  return partnerCompaniesOf(company).map((partner) => readPartnership(company, partner));
}

/** A company's partners, without details of the partnerships. */
export function partnerCompaniesOf(company: Company): readonly Company[] {
  if (company.planted === 'no-partners') return [];
  if (company.planted === 'many-partners') return nearest(company, MANY_PARTNERS);
  if (company.planted === 'sparse') return nearest(company, 1);
  const others = company.isWellKnown ? candidatesOfWellKnown : candidates;
  return drawRelated(company.seed, others, sociabilityOf(company))
    .map((place) => CATALOGUED_COMPANIES[place])
    .filter((other) => other !== undefined)
    .filter((other) => other.id !== company.id);
}

function shareOf(company: Company): number {
  return (sociabilityOf(company) * AVERAGE_PARTNERS) / CATALOGUED_COMPANIES.length;
}

/** How many partners a company has, relative to the average of about 1. */
function sociabilityOf(company: Company): number {
  if (company.isWellKnown) return WELL_KNOWN_SOCIABILITY;
  const drawn = (chance(company.seed, SOCIABILITY) - SHARE_WITHOUT_PARTNERS) / (1 - SHARE_WITHOUT_PARTNERS);
  return drawn < 0 ? 0 : MOST_SOCIABLE * drawn ** 2;
}

function nearest(company: Company, count: number): readonly Company[] {
  const distanceTo = (other: Company) => mixPair(company.seed, other.seed);
  return [...CATALOGUED_COMPANIES].sort((one, other) => distanceTo(one) - distanceTo(other)).slice(0, count);
}

/** The partnership as a company's own list describes it. */
export function readPartnership(company: Company, partner: Company): Partner {
  const seed = mixPair(company.seed, partner.seed);
  const type = typeOf(seed);
  if (company.planted === 'sparse') {
    const untold = { domain: null, slug: null, firstObservedAt: null, lastObservedAt: null, observationCount: null };
    return { companyId: partner.id, name: partner.name, type, ...untold, category: null, description: null };
  }
  const first = wholeBetween(seed, FIRST_OBSERVED, EARLIEST_OBSERVATION, LATEST_FIRST_OBSERVATION);
  const isDescribed = chance(seed, DESCRIBED) < SHARE_DESCRIBED;
  return {
    companyId: partner.id,
    name: partner.name,
    domain: partner.domain,
    slug: partner.slug,
    type,
    firstObservedAt: toMidnight(first),
    lastObservedAt: toMidnight(wholeBetween(seed, LAST_OBSERVED, first, LAST_DAY)),
    observationCount: wholeBetween(seed, OBSERVATIONS, 1, MOST_OBSERVATIONS),
    category: isDescribed ? pickFrom(CATEGORIES, seed, CATEGORY) : null,
    description: isDescribed ? `Synthetic sandbox data: ${company.name} and ${partner.name}.` : null,
  };
}

function typeOf(seed: number): PartnershipType {
  const drawn = chance(seed, TYPE);
  if (drawn < 0.62) return 'technology';
  return drawn < 0.87 ? 'channel' : 'generic';
}
