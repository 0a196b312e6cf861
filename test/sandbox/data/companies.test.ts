import { CATALOGUED_COMPANIES, findCompany } from '../../../sandbox/data/companies';
import { toCompanyObject } from '../../../sandbox/data/company-object';
import { TECHNOLOGIES } from '../../../sandbox/data/technologies';
import { WELL_KNOWN_STACKS } from '../../../sandbox/data/well-known-technologies';

const EXPECTED = [
  ...['stripe.com', 'shopify.com', 'hubspot.com', 'slack.com', 'salesforce.com', 'zendesk.com', 'atlassian.com'],
  ...['notion.so', 'figma.com', 'datadoghq.com', 'github.com', 'vercel.com', 'cloudflare.com', 'airtable.com'],
  ...['intercom.com', 'twilio.com', 'mailchimp.com', 'asana.com', 'dropbox.com', 'zoom.us'],
];

describe('the catalogue', () => {
  it.each(EXPECTED)('has %s', (domain) => {
    expect(CATALOGUED_COMPANIES.map((company) => company.domain)).toContain(domain);
  });

  it('has as many companies and technologies as the icons allow', () => {
    expect({ companies: CATALOGUED_COMPANIES.length, technologies: TECHNOLOGIES.length }).toEqual({
      companies: 1915,
      technologies: 937,
    });
  });

  it.each(['slug', 'domain', 'id'] as const)('has each %s once', (field) => {
    expect(new Set(CATALOGUED_COMPANIES.map((company) => company[field])).size).toBe(1915);
  });

  it('has each technology once', () => {
    expect(new Set(TECHNOLOGIES.map(({ slug }) => slug)).size).toBe(937);
  });

  it('has no slug with a dot, which would be taken for a domain', () => {
    expect(CATALOGUED_COMPANIES.filter(({ slug }) => !/^[a-z0-9_]+$/.test(slug))).toEqual([]);
  });

  it('writes no stack down with an unknown technology', () => {
    const known = new Set(TECHNOLOGIES.map(({ slug }) => slug));
    expect([...WELL_KNOWN_STACKS.values()].flat().filter((slug) => !known.has(slug))).toEqual([]);
  });
});

describe('planted companies', () => {
  it.each([
    ['no-technologies', { technologies: [], technology_count: 0 }],
    ['no-partners', { partnership_count: 0 }],
    ['many-partners', { partnership_count: 480 }],
  ])('%s', (slug, part) => {
    expect(objectOf(slug)).toMatchObject(part);
  });

  it('sparse has next to nothing to tell', () => {
    const untold = { category: null, vendor_name: null, vendor_slug: null };
    const undated = { first_detected_at: null, last_detected_at: null };
    expect(objectOf('sparse')).toEqual({
      company_id: 4,
      slug: 'sparse',
      name: 'Sparse',
      primary_domain: 'sparse.example',
      domains: ['sparse.example'],
      description: null,
      industry: null,
      employee_count: null,
      employee_range: null,
      founded_year: null,
      country: null,
      region: null,
      city: null,
      technologies: [
        { name: 'React', slug: 'react', ...untold, ...undated },
        { name: 'PHP', slug: 'php', ...untold, ...undated },
      ],
      technology_count: null,
      partnership_count: null,
      last_crawled_at: null,
    });
  });
});

describe('ordinary companies', () => {
  const objects = Array.from({ length: 1000 }, (_, index) => objectOf(`company-${index + 1}`));

  it('have 3 to 40 technologies, nearly all of them', () => {
    const typical = objects.filter(({ technologies }) => technologies.length >= 3 && technologies.length <= 40);
    expect(typical.length).toBeGreaterThan(970);
  });

  it('have up to 60 partners, nearly all of them', () => {
    expect(objects.filter((object) => (object.partnership_count ?? 0) <= 60).length).toBeGreaterThan(970);
  });

  it('use Stripe, some of them', () => {
    const users = objects.filter(({ technologies }) => technologies.some(({ slug }) => slug === 'stripe'));
    expect(users.length).toBe(158);
  });

  it.each(['industry', 'employee_count', 'founded_year', 'country', 'region', 'city', 'description'] as const)(
    'lack %s, some of them',
    (field) => {
      const share = objects.filter((object) => object[field] === null).length / objects.length;
      expect(share > 0.01 && share < 0.3).toBe(true);
    },
  );

  it('hold no date of November 2026 or later', () => {
    expect(JSON.stringify(objects)).not.toMatch(/"2026-1[12]-|"202[7-9]-/);
  });

  it('detect nothing last before they detected it first', () => {
    const detections = objects.flatMap(({ technologies }) => technologies);
    expect(detections.filter((one) => (one.first_detected_at ?? '') > (one.last_detected_at ?? ''))).toEqual([]);
  });
});

describe('Stripe', () => {
  it('has a stack that is written down', () => {
    expect(objectOf('stripe').technologies.map(({ name }) => name)).toEqual([
      ...['React', 'TypeScript', 'Ruby', 'Node.js', 'Webpack', 'NGINX', 'Stripe', 'Google Analytics'],
      ...['Google Tag Manager', 'Salesforce', 'Slack', 'Zoom', 'Jira', 'Figma', 'Amazon Web Services'],
      ...['Google Workspace', 'Fastly', 'GitHub', 'Datadog', 'Sentry'],
    ]);
  });

  it('counts the partners that it lists', () => {
    expect(objectOf('stripe').partnership_count).toBe(58);
  });
});

function objectOf(slug: string) {
  const company = findCompany(slug);
  if (company === null) throw new Error(`no company ${slug}`);
  return toCompanyObject(company, () => []);
}
