import fc from 'fast-check';
import { SandboxHost } from '../../fakes/sandbox-host';
import { times } from '../../setup/chance';

/**
 * What the contract allows, by hand. https://docs.tracedata.ai/api/partnerships/: a credit for each partner that is listed,
 * none for the company. The batch: a credit for the company and one for each of its partners, at the very most.
 */
const COMPANIES = {
  'stripe.com': 'tracked',
  'shopify.com': 'tracked',
  'hubspot.com': 'tracked',
  'many-partners.example': 'tracked',
  'no-partners.example': 'tracked',
  'company-7.example': 'tracked',
  'company-8.example': 'tracked',
  'unknown.example': 'untracked',
} as const;

const partnersOf = async (domain: string): Promise<number> => {
  const [[count]] = (await new SandboxHost().ask('TRACE_COMPANY', domain, 'partnership_count')) as [[unknown]];
  return typeof count === 'number' ? count : 0;
};

const fields = [
  'name',
  'domain',
  'slug',
  'type',
  'last_observed_at',
  'observation_count',
  'category',
  'count',
  'as_of',
];
const formula = fc.record({
  domains: fc.subarray(Object.keys(COMPANIES), { minLength: 1 }),
  fields: fc.subarray(fields, { minLength: 1 }),
  top: fc.oneof(fc.constantFrom(null, 1, 2, 3, 99, 100, 101, 199, 250), fc.integer({ min: 1, max: 1_000 })),
  sort: fc.constantFrom(
    null,
    'name',
    '-last_observed_at',
    'first_observed_at',
    '-observation_count',
    'category',
    'type',
  ),
  filter: fc.constantFrom(null, 'type=technology', 'type=channel,generic', 'category=Agency'),
  layout: fc.constantFrom(null, 'layout=spill'),
});

it('costs no more than is shown, whatever is asked for in whichever order', async () => {
  const counts = new Map<string, number>();
  for (const domain of Object.keys(COMPANIES)) counts.set(domain, await partnersOf(domain));
  expect(counts.get('many-partners.example')).toBe(480);
  await fc.assert(
    fc.asyncProperty(formula, async ({ domains, fields: asked, top, sort, filter, layout }) => {
      const tracked = domains.filter((domain) => COMPANIES[domain as keyof typeof COMPANIES] === 'tracked');
      const isOfTheService = sort === null || /^-?(last_observed_at|first_observed_at|observation_count)$/.test(sort);
      const needsTypes = asked.includes('type') || sort === 'type' || filter?.startsWith('type') === true;
      const needsBatch = filter === 'category=Agency' || (asked.includes('category') && !needsTypes);
      const shown = asked.every((field) => field === 'count' || field === 'as_of') ? 1 : top;
      const isCut = isOfTheService && !needsBatch && shown !== null;
      const most = tracked
        .map((domain) => (isCut ? Math.min(shown, counts.get(domain) ?? 0) : 1 + (counts.get(domain) ?? 0)))
        .reduce((sum, credits) => sum + credits, 0);
      const host = new SandboxHost();
      const options = [top === null ? null : `top=${top}`, sort === null ? null : `sort=${sort}`, filter, layout];
      await host.ask(
        'TRACE_PARTNERS',
        domains.map((domain) => [domain]),
        asked.join(', '),
        options.filter((option) => option !== null).join(';'),
      );
      expect(await host.charged()).toBeLessThanOrEqual(most);
    }),
    { numRuns: times(50), seed: 11 },
  );
});

it.each([
  ['one credit a company', 'name', 'top=1', 1],
  ['three', 'name, domain, last_observed_at', 'top=3', 3],
  ['one, for a count', 'count', '', 1],
  ['five, for columns', 'name', 'layout=columns', 5],
  ['101, in two pages', 'name', 'top=101', 101],
])('the company with 480 partners costs %s', async (_name, asked, options, credits) => {
  const host = new SandboxHost();
  await host.ask('TRACE_PARTNERS', 'many-partners.example', asked, options);
  expect(await host.charged()).toBe(credits);
});

it('ten companies cost ten credits at most with top=1', async () => {
  const host = new SandboxHost();
  const domains = ['stripe.com', 'shopify.com', 'hubspot.com', 'slack.com', 'zendesk.com'];
  const more = ['airtable.com', 'notion.so', 'figma.com', 'datadoghq.com', 'atlassian.com'];
  const shown = await host.ask(
    'TRACE_PARTNERS',
    [...domains, ...more].map((domain) => [domain]),
    null,
    'top=1',
  );
  expect(shown.every(([name]) => typeof name === 'string' && name !== '' && !name.includes(','))).toBe(true);
  expect(await host.charged()).toBeLessThanOrEqual(10);
});
