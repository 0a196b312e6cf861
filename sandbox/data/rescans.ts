import type { DetectedTechnology } from '../contract';
import { chance, mix, pickFrom, seedOf } from './chance';
import { CATALOGUED_COMPANIES } from './companies';
import type { Company } from './company';
import { dayAt, toMidnight } from './days';
import { readPartners, readPartnership, type Partner } from './partners';
import { crawlDayOf, readStack, toDetected } from './stack';
import { TECHNOLOGIES } from './technologies';

/** When each company was rescanned, in milliseconds since 1970, earliest first. */
export type Rescans = (company: Company) => readonly number[];

/** How likely each rescan finds each change. */
const ADOPTS = 0.45;
const DROPS = 0.35;
const GAINS_PARTNER = 0.3;
const LOSES_PARTNER = 0.15;

/** Products that newcomers recognize; so few that several companies adopt the same one. */
const ADOPTABLE_SLUGS = new Set([
  ...['shopify', 'stripe', 'hubspot', 'salesforce', 'zendesk', 'intercom', 'segment', 'hotjar', 'mixpanel'],
  ...['cloudflare', 'datadog', 'sentry', 'figma', 'notion', 'vercel', 'nextdotjs'],
]);
const ADOPTABLE = TECHNOLOGIES.filter(({ slug }) => ADOPTABLE_SLUGS.has(slug));
const GAINABLE = CATALOGUED_COMPANIES.filter(({ isWellKnown }) => isWellKnown);

const RESCAN = seedOf('rescanned');
const IS_ADOPTED = seedOf('technology adopted');
const ADOPTED = seedOf('which technology is adopted');
const IS_DROPPED = seedOf('technology dropped');
const DROPPED = seedOf('which technology is dropped');
const IS_GAINED = seedOf('partner gained');
const GAINED = seedOf('which partner is gained');
const IS_LOST = seedOf('partner lost');
const LOST = seedOf('which partner is lost');

/**
 * The stack of a company after its rescans. Which technologies are adopted and dropped follows from the company and the
 * number of rescans alone. Planted companies keep their peculiarity.
 */
export function stackAfter(company: Company, rescans: Rescans): readonly DetectedTechnology[] {
  const first = readStack(company);
  if (company.planted !== null) return first;
  let lastSeen = toMidnight(crawlDayOf(company));
  return rescans(company).reduce((stack, atMs, index) => {
    const seed = seedOfRescan(company, index);
    const day = rescanDayOf(company, atMs);
    const seen = stack.map((each) => {
      return each.last_detected_at === lastSeen ? { ...each, last_detected_at: toMidnight(day) } : each;
    });
    lastSeen = toMidnight(day);
    const bought = seen.filter(({ slug }) => slug !== company.slug);
    const dropped = pickOne(bought, chance(seed, IS_DROPPED) < DROPS, seed, DROPPED);
    const kept = seen.filter((each) => each !== dropped);
    const known = new Set(seen.map(({ slug }) => slug));
    const unused = ADOPTABLE.filter(({ slug }) => !known.has(slug));
    const technology = pickOne(unused, chance(seed, IS_ADOPTED) < ADOPTS, seed, ADOPTED);
    if (technology === null) return kept;
    const adopted = toDetected(company, technology, day);
    return [...kept, { ...adopted, first_detected_at: lastSeen, last_detected_at: lastSeen }];
  }, first);
}

/** The partners of a company after its rescans, found like its technologies. */
export function partnersAfter(company: Company, rescans: Rescans): readonly Partner[] {
  const first = readPartners(company);
  if (company.planted !== null) return first;
  return rescans(company).reduce((partners, atMs, index) => {
    const seed = seedOfRescan(company, index);
    const lost = pickOne(partners, chance(seed, IS_LOST) < LOSES_PARTNER, seed, LOST);
    const kept = partners.filter((each) => each !== lost);
    const known = new Set([company.id, ...partners.map(({ companyId }) => companyId)]);
    const others = GAINABLE.filter(({ id }) => !known.has(id));
    const day = toMidnight(rescanDayOf(company, atMs));
    const partner = pickOne(others, chance(seed, IS_GAINED) < GAINS_PARTNER, seed, GAINED);
    if (partner === null) return kept;
    const gained = readPartnership(company, partner);
    return [...kept, { ...gained, firstObservedAt: day, lastObservedAt: day, observationCount: 1 }];
  }, first);
}

/** The sandbox's data may reach further than its clock, and a company is never seen earlier than before. */
function rescanDayOf(company: Company, atMs: number): number {
  return Math.max(dayAt(atMs), crawlDayOf(company));
}

function seedOfRescan({ seed }: Company, index: number): number {
  return mix(seed, mix(RESCAN, index));
}

/** `null`: none is wanted, or there is none. */
function pickOne<T>(items: readonly T[], isWanted: boolean, seed: number, question: number): T | null {
  return isWanted && items.length > 0 ? pickFrom(items, seed, question) : null;
}
