import { askSandbox, numberedDomains } from '../ask-sandbox';

interface Members {
  readonly members: readonly { domain: string; slug: string; tier: string; score: number }[];
  readonly total: number;
}
const membersOf = async (query: string) =>
  (await askSandbox()('GET', `/v1/lists/lst_1/members${query}`)).body as Members;

describe('lists.members', () => {
  it('answers members, best first, with where they stand', async () => {
    expect(await membersOf('?limit=2&offset=1')).toEqual({
      members: [
        { domain: 'google.com', name: 'Google', slug: 'google', tier: 'high', score: 97 },
        {
          domain: 'models-resource.com',
          name: 'The Models Resource',
          slug: 'themodelsresource',
          tier: 'high',
          score: 92,
        },
      ],
      total: 51,
      limit: 2,
      offset: 1,
    });
  });

  it('shows 50 members unless told', async () => {
    expect(await membersOf('')).toMatchObject({ limit: 50, offset: 0 });
  });

  it('gives each member once over its pages', async () => {
    const pages = await Promise.all([0, 20, 40, 60].map((offset) => membersOf(`?limit=20&offset=${offset}`)));
    expect(pages.map(({ members }) => members.length)).toEqual([20, 20, 11, 0]);
    expect(new Set(pages.flatMap(({ members }) => members.map(({ slug }) => slug))).size).toBe(51);
  });

  it('has as many members as the preview of its definition counts', async () => {
    const ask = askSandbox();
    const { body: definition } = await ask('GET', '/v1/lists/lst_1/definition');
    expect((await ask('POST', '/v1/lists/preview-count', { body: { definition } })).body).toEqual({ count: 51 });
  });

  it('shows the tier that is asked for', async () => {
    const { members, total } = await membersOf('?tier=medium');
    expect(total).toBe(15);
    expect(new Set(members.map(({ tier }) => tier))).toEqual(new Set(['medium']));
  });

  it('has tiers by score', async () => {
    const { members } = await membersOf('');
    const scoresOf = (tier: string) => members.filter((member) => member.tier === tier).map(({ score }) => score);
    expect(Math.min(...scoresOf('high'))).toBeGreaterThan(Math.max(...scoresOf('medium')));
    expect(Math.min(...scoresOf('medium'))).toBeGreaterThan(Math.max(...scoresOf('exploratory')));
  });

  it('looks for a part of a name or domain', async () => {
    expect(await membersOf('?search_name_or_domain=MODELS-res')).toMatchObject({
      total: 1,
      members: [{ slug: 'themodelsresource' }],
    });
  });

  it('takes force_refresh', async () => {
    expect((await membersOf('?force_refresh=true')).total).toBe(51);
  });

  it('charges the members in the answer', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/lists/lst_1/members?limit=3');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 7, chargedCompanies: 3 });
  });

  it.each([
    ['limit=101', 'less_than_equal', 'limit'],
    ['offset=-1', 'greater_than_equal', 'offset'],
    ['tier=low', 'literal_error', 'tier'],
    ['force_refresh=maybe', 'bool_parsing', 'force_refresh'],
  ])('refuses %s as FastAPI does', async (query, type, parameter) => {
    expect(await askSandbox()('GET', `/v1/lists/lst_1/members?${query}`)).toMatchObject({
      status: 422,
      body: { detail: [{ type, loc: ['query', parameter] }] },
    });
  });
});

describe('lists.materialize', () => {
  it('counts the members of each tier, at no cost', async () => {
    const answered = await askSandbox({ credits: 0 })('POST', '/v1/lists/lst_1/materialize');
    expect(answered).toMatchObject({ status: 200, body: { counts: { high: 21, medium: 15, exploratory: 15 } } });
  });
});

describe('lists.addDomains and lists.excludeDomains', () => {
  const ADD = '/v1/lists/lst_4/domains';
  const EXCLUDE = '/v1/lists/lst_4/excluded-domains';
  const slugsIn = async (ask: ReturnType<typeof askSandbox>) =>
    ((await ask('GET', '/v1/lists/lst_4/members')).body as Members).members.map(({ slug }) => slug).sort();

  it('add what is not in the list yet, and say what became of each domain', async () => {
    const ask = askSandbox();
    const domains = ['WWW.figma.com', 'stripe.com', 'nobody.example', 'zoom.us', 'zoom.com'];
    expect((await ask('POST', ADD, { body: { domains } })).body).toEqual({
      added: ['figma.com', 'zoom.us'],
      unchanged: ['stripe.com', 'zoom.com'],
      not_tracked: ['nobody.example'],
    });
    expect(await slugsIn(ask)).toEqual(['company-1', 'figma', 'shopify', 'stripe', 'zoom']);
  });

  it('exclude what is in the list, and say what became of each domain', async () => {
    const ask = askSandbox();
    const domains = ['stripe.com', 'company-1.example', 'nobody.example'];
    expect((await ask('POST', EXCLUDE, { body: { domains } })).body).toEqual({
      excluded: ['stripe.com', 'company-1.example'],
      unchanged: [],
      not_tracked: ['nobody.example'],
    });
    expect(await slugsIn(ask)).toEqual(['shopify']);
  });

  it('undo one another', async () => {
    const ask = askSandbox();
    await ask('POST', EXCLUDE, { body: { domains: ['company-1.example'] } });
    await ask('POST', ADD, { body: { domains: ['company-1.example'] } });
    expect(await slugsIn(ask)).toEqual(['company-1', 'shopify', 'stripe']);
  });

  it('exclude what the definition holds for', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/lists/lst_1/excluded-domains', { body: { domains: ['google.com'] } });
    expect((await ask('GET', '/v1/lists/lst_1/members')).body).toHaveProperty('total', 50);
  });

  it.each([ADD, EXCLUDE])('refuse 101 domains: %s', async (path) => {
    const answered = await askSandbox()('POST', path, { body: { domains: numberedDomains(101) } });
    expect(answered).toMatchObject({ status: 400, body: { detail: { error: 'batch_too_large' } } });
  });
});

describe('lists.export', () => {
  it('answers all members as CSV', async () => {
    const { body } = await askSandbox()('GET', '/v1/lists/lst_4/export');
    expect(body).toBe(
      [
        'domain,name,slug,tier,score',
        'company-1.example,Company 1,company-1,high,80',
        'stripe.com,Stripe,stripe,medium,47',
        'shopify.com,Shopify,shopify,medium,41',
        '',
      ].join('\r\n'),
    );
  });

  it('holds the members in their order', async () => {
    const ask = askSandbox();
    const rows = String((await ask('GET', '/v1/lists/lst_1/export')).body)
      .trim()
      .split('\r\n');
    const { members } = (await ask('GET', '/v1/lists/lst_1/members?limit=100')).body as Members;
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(members.map(({ domain }) => domain));
  });

  it('charges every member', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/lists/lst_4/export');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 7, chargedCompanies: 3 });
    expect(await ask('GET', '/v1/lists/lst_1/export')).toMatchObject({ status: 402 });
  });
});
