/** A fictional company. Its domain is its slug below `.example`, which no one can own (RFC 2606). */
export interface PracticeCompany {
  readonly slug: string;
  readonly name: string;
  readonly industry: string;
  readonly employees: number;
  readonly founded: number;
  readonly country: string;
  readonly city: string;
  readonly about: string;
  /** Names of {@link PRACTICE_TECHNOLOGIES}. */
  readonly technologies: readonly string[];
  /** Slugs of other practice companies, the latest seen first. */
  readonly partners: readonly string[];
}

/** Twelve fictional companies that show what lookups of real ones show: long lists, short ones, and none. */
export const PRACTICE_COMPANIES: readonly PracticeCompany[] = [
  {
    slug: 'northwind-bakery',
    name: 'Northwind Bakery',
    ...{ industry: 'Food and beverage', employees: 140, founded: 2009, country: 'United States', city: 'Portland' },
    about: 'Bread and pastries for cafes.',
    technologies: ['Shopify', 'Stripe', 'Mailchimp', 'Google Analytics'],
    partners: ['ironwood-logistics', 'orchard-pay', 'harbor-outfitters'],
  },
  {
    slug: 'harbor-outfitters',
    name: 'Harbor Outfitters',
    ...{ industry: 'Retail', employees: 85, founded: 2014, country: 'United States', city: 'Boston' },
    about: 'Clothes for sailors.',
    technologies: ['Shopify', 'Klaviyo', 'Google Analytics', 'Zendesk', 'Cloudflare'],
    partners: ['northwind-bakery', 'orchard-pay'],
  },
  {
    slug: 'cedar-analytics',
    name: 'Cedar Analytics',
    ...{ industry: 'Software', employees: 320, founded: 2016, country: 'Canada', city: 'Toronto' },
    about: 'Reports for finance teams.',
    technologies: ['React', 'HubSpot', 'Salesforce', 'Segment', 'Cloudflare', 'Stripe'],
    partners: ['orchard-pay', 'summit-health', 'tidewater-energy', 'ironwood-logistics'],
  },
  {
    slug: 'bluebird-travel',
    name: 'Bluebird Travel',
    ...{ industry: 'Travel', employees: 60, founded: 2011, country: 'Ireland', city: 'Dublin' },
    about: 'Walking tours of the coast.',
    technologies: ['WordPress', 'Mailchimp', 'Google Analytics'],
    partners: ['harbor-outfitters'],
  },
  {
    slug: 'summit-health',
    name: 'Summit Health',
    ...{ industry: 'Health care', employees: 1200, founded: 1998, country: 'United States', city: 'Denver' },
    about: 'Clinics in the mountains.',
    technologies: ['Salesforce', 'Zendesk', 'Google Analytics', 'Cloudflare'],
    partners: ['cedar-analytics', 'maple-academy'],
  },
  {
    slug: 'lantern-books',
    name: 'Lantern Books',
    ...{ industry: 'Publishing', employees: 45, founded: 2003, country: 'United Kingdom', city: 'Bristol' },
    about: 'Books for children.',
    technologies: ['Shopify', 'Stripe', 'Klaviyo', 'WordPress'],
    partners: ['maple-academy', 'willow-studio'],
  },
  {
    slug: 'orchard-pay',
    name: 'Orchard Pay',
    ...{ industry: 'Financial services', employees: 540, founded: 2015, country: 'Netherlands', city: 'Amsterdam' },
    about: 'Payments for small shops.',
    technologies: ['React', 'Segment', 'HubSpot', 'Zendesk', 'Cloudflare'],
    partners: ['northwind-bakery', 'harbor-outfitters', 'cedar-analytics', 'lantern-books', 'quiet-garden'],
  },
  {
    slug: 'willow-studio',
    name: 'Willow Studio',
    ...{ industry: 'Design', employees: 18, founded: 2019, country: 'Spain', city: 'Barcelona' },
    about: 'Brands and packaging.',
    technologies: ['Webflow', 'Google Analytics'],
    partners: ['lantern-books'],
  },
  {
    slug: 'ironwood-logistics',
    name: 'Ironwood Logistics',
    ...{ industry: 'Logistics', employees: 2300, founded: 1987, country: 'United States', city: 'Dallas' },
    about: 'Warehouses and trucks.',
    technologies: ['Salesforce', 'Segment', 'Google Analytics', 'Cloudflare'],
    partners: ['northwind-bakery', 'cedar-analytics', 'tidewater-energy'],
  },
  {
    slug: 'maple-academy',
    name: 'Maple Academy',
    ...{ industry: 'Education', employees: 210, founded: 2006, country: 'Canada', city: 'Montreal' },
    about: 'Evening classes in two languages.',
    technologies: ['WordPress', 'HubSpot', 'Stripe'],
    partners: ['lantern-books', 'summit-health'],
  },
  {
    slug: 'tidewater-energy',
    name: 'Tidewater Energy',
    ...{ industry: 'Energy', employees: 780, founded: 1994, country: 'Norway', city: 'Bergen' },
    about: 'Power from the sea.',
    technologies: ['Salesforce', 'React'],
    partners: ['cedar-analytics', 'ironwood-logistics'],
  },
  {
    slug: 'quiet-garden',
    name: 'Quiet Garden',
    ...{ industry: 'Home and garden', employees: 9, founded: 2021, country: 'France', city: 'Nantes' },
    about: 'Seeds by mail.',
    technologies: [],
    partners: [],
  },
];

/** Real products, by name, with category and vendor. */
export const PRACTICE_TECHNOLOGIES: ReadonlyMap<string, readonly [category: string, vendor: string]> = new Map([
  ['Cloudflare', ['CDN', 'Cloudflare']],
  ['Google Analytics', ['Analytics', 'Google']],
  ['HubSpot', ['Marketing automation', 'HubSpot']],
  ['Klaviyo', ['Email marketing', 'Klaviyo']],
  ['Mailchimp', ['Email marketing', 'Intuit']],
  ['React', ['JavaScript frameworks', 'Meta']],
  ['Salesforce', ['CRM', 'Salesforce']],
  ['Segment', ['Customer data', 'Twilio']],
  ['Shopify', ['Ecommerce', 'Shopify']],
  ['Stripe', ['Payments', 'Stripe']],
  ['Webflow', ['Website builders', 'Webflow']],
  ['WordPress', ['CMS', 'WordPress']],
  ['Zendesk', ['Customer support', 'Zendesk']],
]);
