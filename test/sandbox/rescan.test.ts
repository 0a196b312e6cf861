import { startSandbox, type RunningSandbox } from '../../sandbox/index';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterEach(() => sandbox.stop());

interface Company {
  readonly technologies: readonly { readonly name: string }[];
  readonly partnership_count: number;
}

/** Asks over HTTP, as the client does. */
async function ask(path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${sandbox.origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}
const rescan = (...domains: readonly string[]) => ask('/v1/companies/refresh', { domains });
const wait = (advanceMs: number) => ask('/_sandbox/clock', { advanceMs });
const stackOf = async (domain: string): Promise<readonly string[]> =>
  ((await ask(`/v1/companies/${domain}`)) as Company).technologies.map(({ name }) => name);

it('changes nothing of a company until its part of the job is done', async () => {
  const before = await stackOf('salesforce.com');
  await rescan('stripe.com', 'salesforce.com');
  await wait(6_000);
  expect(await stackOf('stripe.com')).toContain('Notion');
  expect(await stackOf('salesforce.com')).toEqual(before);
  await wait(2_000);
  expect(await stackOf('salesforce.com')).toContain('Datadog');
});

it('changes the same in every answer about the company, and nothing of others', async () => {
  const other = await ask('/v1/companies/shopify.com');
  await rescan('stripe.com');
  await wait(5_000);
  const [single, batch, partners, enriched] = (await Promise.all([
    ask('/v1/companies/stripe'),
    ask('/v1/companies/batch', { domains: ['stripe.com'] }),
    ask('/v1/companies/stripe.com/partnerships?limit=100'),
    ask('/v1/enrich/partnerships', { domains: ['stripe.com'] }),
  ])) as [
    Company,
    { readonly results: readonly { readonly company: Company }[] },
    { readonly data: readonly { readonly partner_name: string }[] },
    { readonly results: readonly { readonly partnerships: readonly { readonly partner_name: string }[] }[] },
  ];
  expect(batch.results[0]?.company).toEqual(single);
  const names = partners.data.map(({ partner_name: name }) => name);
  expect({ gained: names.includes('Zoom'), count: names.length }).toEqual({
    gained: true,
    count: single.partnership_count,
  });
  expect(enriched.results[0]?.partnerships.map(({ partner_name: name }) => name).sort()).toEqual([...names].sort());
  expect(await ask('/v1/partnerships/lookup?company_a=stripe&company_b=zoom')).toHaveProperty('partnered', true);
  expect(await ask('/v1/companies/shopify.com')).toEqual(other);
});

it('is free, and a reset clears it', async () => {
  const before = await stackOf('stripe.com');
  await rescan('stripe.com');
  await wait(5_000);
  expect(await ask('/_sandbox/ledger')).toHaveProperty('chargedCompanies', 1);
  expect(await stackOf('stripe.com')).not.toEqual(before);
  await ask('/_sandbox/reset', {});
  expect(await stackOf('stripe.com')).toEqual(before);
});
