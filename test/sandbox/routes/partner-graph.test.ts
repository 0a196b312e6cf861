import { findCompany } from '../../../sandbox/data/companies';
import { readPartners } from '../../../sandbox/data/partners';
import { askSandbox } from '../ask-sandbox';

describe('partnerships.graph', () => {
  const GRAPH = '/v1/companies/stripe/partnerships/graph';
  interface Graph {
    readonly nodes: readonly { slug: string }[];
    readonly edges: readonly { source: string; target: string }[];
  }
  const graphOf = async (query: string) => (await askSandbox()('GET', `${GRAPH}?${query}`)).body as Graph;

  const slugsOf = (body: unknown) => (body as { data: { partner_slug: string }[] }).data.map((row) => row.partner_slug);

  it('answers nodes, the company first, and edges', async () => {
    expect(await graphOf('limit=1')).toEqual({
      nodes: [
        { slug: 'stripe', name: 'Stripe', domain: 'stripe.com' },
        { slug: 'ubuntumate', name: 'Ubuntu MATE', domain: 'ubuntu-mate.org' },
      ],
      edges: [{ source: 'stripe', target: 'ubuntumate', partnership_type: 'generic', observation_count: 11 }],
    });
  });

  it('has an edge for each partner in the list', async () => {
    const list = await askSandbox()('GET', '/v1/companies/stripe/partnerships?limit=100');
    const { edges } = await graphOf('limit=200');
    expect(edges.map(({ target }) => target)).toEqual(slugsOf(list.body));
  });

  it('goes to the partners of partners, each edge from a list', async () => {
    const { nodes, edges } = await graphOf('depth=2&limit=80');
    expect(nodes.length).toBe(81);
    const slugs = nodes.map(({ slug }) => slug);
    for (const { source, target } of edges) {
      expect(slugs).toEqual(expect.arrayContaining([source, target]));
      const company = findCompany(source);
      expect(company === null ? [] : readPartners(company).map(({ slug }) => slug)).toContain(target);
    }
  });

  it('has one edge between two companies', async () => {
    const { edges } = await graphOf('depth=2&limit=200');
    const pairs = edges.map(({ source, target }) => [source, target].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('has at most 50 other nodes unless told', async () => {
    expect((await graphOf('')).nodes.length).toBe(51);
  });

  it('charges each node but the company itself', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', `${GRAPH}?limit=4`);
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 6, chargedCompanies: 4 });
  });

  it.each([
    ['depth=3', 'depth'],
    ['limit=201', 'limit'],
  ])('refuses %s', async (query, parameter) => {
    expect(await askSandbox()('GET', `${GRAPH}?${query}`)).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'less_than_equal', loc: ['query', parameter] }] },
    });
  });
});
