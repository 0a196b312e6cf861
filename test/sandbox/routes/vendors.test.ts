import { SEARCHED_COMPANIES } from '../../../sandbox/data/companies';
import { readStack } from '../../../sandbox/data/stack';
import { askSandbox } from '../ask-sandbox';

describe('vendors.companies', () => {
  it('answers the vendor and pages of company objects', async () => {
    const ask = askSandbox();
    expect((await ask('GET', '/v1/vendors/atlassian/companies?limit=1')).body).toEqual({
      vendor: { slug: 'atlassian', name: 'Atlassian', company_count: 270 },
      companies: [(await ask('GET', '/v1/companies/stripe')).body],
      pagination: expect.objectContaining({ total_results: 270, total_pages: 270 }),
    });
  });

  it('names exactly the companies whose stacks show the vendor', async () => {
    const ask = askSandbox();
    const answers = await Promise.all(
      [1, 2, 3].map((page) => ask('GET', `/v1/vendors/atlassian/companies?limit=100&page=${page}`)),
    );
    const named = answers.flatMap(({ body }) =>
      (body as { companies: { slug: string }[] }).companies.map(({ slug }) => slug),
    );
    const showing = SEARCHED_COMPANIES.filter((company) =>
      readStack(company).some((used) => used.vendor_slug === 'atlassian'),
    );
    expect(named).toEqual(showing.map(({ slug }) => slug));
  });

  it('does not know an unknown vendor', async () => {
    expect(await askSandbox()('GET', '/v1/vendors/nobody/companies')).toMatchObject({
      status: 404,
      body: { detail: { error: 'vendor_not_found', identifier: 'nobody' } },
    });
  });

  it('charges the companies on the page', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/vendors/atlassian/companies?limit=4');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 6, chargedCompanies: 4 });
  });
});
