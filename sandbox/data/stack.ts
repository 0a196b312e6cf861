import type { DetectedTechnology } from '../contract';
import { chance, mix, seedOf, wholeBetween } from './chance';
import type { Company } from './company';
import { LAST_DAY, dayOf, toMidnight } from './days';
import { drawRelated, makeCandidates } from './relation';
import { TECHNOLOGIES, type Technology } from './technologies';
import { WELL_KNOWN_STACKS } from './well-known-technologies';

/** As a multiple of the average: from few technologies to many. */
const LEAST_APPETITE = 0.4;
const MOST_APPETITE = 2.1;
/** Few companies have very many technologies. */
const APPETITE_CURVE = 1.6;

const EARLIEST_DETECTION = dayOf('2018-01-01');
const LATEST_FIRST_DETECTION = dayOf('2026-06-30');
const EARLIEST_CRAWL = dayOf('2026-09-01');
const STILL_THERE = 0.85;

const APPETITE = seedOf('appetite');
const FIRST_DETECTED = seedOf('first detected');
const LAST_DETECTED = seedOf('last detected');
const IS_STILL_THERE = seedOf('is still there');
const CRAWLED = seedOf('crawled');

const candidates = makeCandidates(
  TECHNOLOGIES.map(({ seed }) => seed),
  TECHNOLOGIES.map(({ share }) => share),
);
/** A vendor uses its own technology. */
const placeOf = new Map(TECHNOLOGIES.map(({ slug }, place) => [slug, place]));

/** What the first scan detected at a company. */
export function readStack(company: Company): readonly DetectedTechnology[] {
  if (company.planted === 'no-technologies') return [];
  const crawlDay = crawlDayOf(company);
  const used = technologiesOf(company);
  if (company.planted === 'sparse') return used.slice(0, 2).map(toUntold);
  return used.map((technology) => toDetected(company, technology, crawlDay));
}

/** The day of a company's first scan, before any rescan that was asked for. */
export function crawlDayOf(company: Company): number {
  return wholeBetween(company.seed, CRAWLED, EARLIEST_CRAWL, LAST_DAY);
}

function technologiesOf(company: Company): readonly Technology[] {
  const writtenDown = WELL_KNOWN_STACKS.get(company.slug);
  if (writtenDown !== undefined) return TECHNOLOGIES.filter(({ slug }) => writtenDown.includes(slug));
  const places = drawRelated(company.seed, candidates, appetiteOf(company));
  const ownPlace = placeOf.get(company.slug);
  const withOwn = ownPlace === undefined || places.includes(ownPlace) ? places : [...places, ownPlace];
  return withOwn.map((place) => TECHNOLOGIES[place]).filter((technology) => technology !== undefined);
}

function appetiteOf({ seed }: Company): number {
  return LEAST_APPETITE + (MOST_APPETITE - LEAST_APPETITE) * chance(seed, APPETITE) ** APPETITE_CURVE;
}

export function toDetected(company: Company, technology: Technology, crawlDay: number): DetectedTechnology {
  const seed = mix(company.seed, technology.seed);
  const first = wholeBetween(seed, FIRST_DETECTED, EARLIEST_DETECTION, LATEST_FIRST_DETECTION);
  const isStillThere = chance(seed, IS_STILL_THERE) < STILL_THERE;
  const last = isStillThere ? crawlDay : wholeBetween(seed, LAST_DETECTED, first, crawlDay);
  return {
    name: technology.name,
    slug: technology.slug,
    category: technology.category,
    vendor_name: technology.vendorName,
    vendor_slug: technology.vendorSlug,
    first_detected_at: toMidnight(first),
    last_detected_at: toMidnight(last),
  };
}

function toUntold({ name, slug }: Technology): DetectedTechnology {
  const untold = { category: null, vendor_name: null, vendor_slug: null };
  return { name, slug, ...untold, first_detected_at: null, last_detected_at: null };
}
