import type { DetectedTechnology } from '../contract';
import { SEARCHED_COMPANIES } from './companies';
import type { Company } from './company';
import { readStack } from './stack';
import { TECHNOLOGIES, type Technology } from './technologies';

interface Vendor {
  readonly slug: string;
  readonly name: string;
}

interface TechnologyIndex {
  readonly stacks: ReadonlyMap<number, readonly DetectedTechnology[]>;
  readonly ofTechnology: ReadonlyMap<string, readonly Company[]>;
  readonly ofVendor: ReadonlyMap<string, readonly Company[]>;
}

const technologies = new Map(TECHNOLOGIES.map((technology) => [technology.slug, technology]));
const vendors = new Map<string, Vendor>();
for (const { vendorSlug, vendorName } of TECHNOLOGIES) {
  if (vendorSlug !== null && vendorName !== null) vendors.set(vendorSlug, { slug: vendorSlug, name: vendorName });
}

/** Built on first use, because it needs the stack of every company, and most sandboxes never use it. */
let index: TechnologyIndex | null = null;

export function findTechnology(slug: string): Technology | null {
  return technologies.get(slug.toLowerCase()) ?? null;
}

export function findVendor(slug: string): Vendor | null {
  return vendors.get(slug.toLowerCase()) ?? null;
}

/** The companies whose first scan found the technology, in the catalogue's order: this view does not follow rescans. */
export function companiesUsing(technology: Pick<Technology, 'slug'>): readonly Company[] {
  return readIndex().ofTechnology.get(technology.slug) ?? [];
}

/** The companies whose first scan found the vendor, without repeats. */
export function companiesUsingVendor(vendor: Pick<Vendor, 'slug'>): readonly Company[] {
  return readIndex().ofVendor.get(vendor.slug) ?? [];
}

/** The first scan of a company, without the 1,000 draws that it takes to compute. */
export function stackOf(company: Company): readonly DetectedTechnology[] {
  return readIndex().stacks.get(company.id) ?? readStack(company);
}

function readIndex(): TechnologyIndex {
  return (index ??= makeIndex());
}

function makeIndex(): TechnologyIndex {
  const stacks = new Map(SEARCHED_COMPANIES.map((company) => [company.id, readStack(company)]));
  const ofTechnology = new Map<string, Company[]>();
  const ofVendor = new Map<string, Company[]>();
  for (const company of SEARCHED_COMPANIES) {
    const stack = stacks.get(company.id) ?? [];
    for (const { slug } of stack) put(ofTechnology, slug, company);
    for (const slug of new Set(stack.map(({ vendor_slug: vendor }) => vendor))) {
      if (slug !== null) put(ofVendor, slug, company);
    }
  }
  return { stacks, ofTechnology, ofVendor };
}

function put(map: Map<string, Company[]>, slug: string, company: Company): void {
  const companies = map.get(slug);
  if (companies === undefined) map.set(slug, [company]);
  else companies.push(company);
}
