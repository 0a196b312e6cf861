import icons from 'simple-icons/icons.json';
import { pickFrom, seedOf } from './chance';
import { CATALOGUED_COMPANIES } from './companies';
import { hostOf } from './icon-companies';
import { WELL_KNOWN_TECHNOLOGIES, type WellKnownTechnology } from './well-known-technologies';

export interface Technology extends WellKnownTechnology {
  /** The seed of every draw about this technology. */
  readonly seed: number;
}

/** Hosts and endings that indicate software. Other icons are airlines, car makers, broadcasters and the like. */
const SOFTWARE_HOST = /(?:^|\.)(?:github\.com|gitlab\.com|apache\.org|js\.org|readthedocs\.io)$/;
const SOFTWARE_ENDING = /\.(?:ai|app|cloud|dev|io|rs|sh|tech)$/;

/** How many of the less-known technologies an average company uses. */
const LESSER_TECHNOLOGIES_USED = 5;

/** Broad enough that a drawn one is rarely absurd. */
const CATEGORIES = [
  ...['Applications', 'Data tools', 'Developer tools', 'Infrastructure', 'Libraries and frameworks', 'Productivity'],
  'Security',
];
const CATEGORY = seedOf('category');

/**
 * The technologies of the sandbox: the fixed ones, and the software among the icons of https://simpleicons.org, with
 * a drawn category and, if there is one, the company of the same name as vendor.
 */
export const TECHNOLOGIES: readonly Technology[] = makeTechnologies();

function makeTechnologies(): readonly Technology[] {
  const writtenDown = new Set(WELL_KNOWN_TECHNOLOGIES.map(({ slug }) => slug));
  const companies = new Map(CATALOGUED_COMPANIES.map((company) => [company.slug, company]));
  const lesser = icons.filter(({ slug, source }) => !writtenDown.has(slug) && isSoftware(source));
  const share = LESSER_TECHNOLOGIES_USED / lesser.length;
  return [
    ...WELL_KNOWN_TECHNOLOGIES.map((technology) => ({ ...technology, seed: seedOf(technology.slug) })),
    ...lesser.map(({ slug, title }) => {
      const seed = seedOf(slug);
      const vendor = companies.get(slug);
      return {
        slug,
        name: title,
        category: pickFrom(CATEGORIES, seed, CATEGORY),
        vendorName: vendor?.name ?? null,
        vendorSlug: vendor?.slug ?? null,
        share,
        seed,
      };
    }),
  ];
}

function isSoftware(source: string): boolean {
  const host = hostOf(source);
  return SOFTWARE_HOST.test(host) || SOFTWARE_ENDING.test(host);
}
