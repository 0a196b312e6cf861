import {
  companyOfCell,
  keyOf,
  readRecent,
  withRecent,
  findExploreOptions,
  type Subject,
  type CatalogueNames,
} from '../../../../shared/panel/explore/subject';

describe('subject', () => {
  const company = (identifier: string): Subject => ({ is: 'company', identifier });

  it.each([
    ['stripe.com', 'stripe.com'],
    ['https://www.Stripe.com/pricing', 'stripe.com'],
    ['ann@hubspot.com', 'hubspot.com'],
    ['stripe', null],
    ['ann@gmail.com', null],
    ['', null],
    [12, null],
    ['#N/A', null],
    ['trace_0123456789abcdef', null],
  ])('a cell with %j names the company %j', (value, expected) => {
    expect(companyOfCell(value)).toBe(expected);
  });

  it('subjects of the same name in another case are one', () => {
    expect(keyOf({ is: 'technology', name: 'Stripe' })).toBe(keyOf({ is: 'technology', name: 'stripe' }));
    expect(keyOf({ is: 'technology', name: 'Stripe' })).not.toBe(keyOf({ is: 'vendor', name: 'Stripe' }));
  });

  it('the latest subject comes first, once, and eight are kept', () => {
    const names = ['a.com', 'b.com', 'c.com', 'd.com', 'e.com', 'f.com', 'g.com', 'h.com', 'i.com', 'b.com'];
    const recent = names.reduce<readonly Subject[]>((all, name) => withRecent(all, company(name)), []);
    expect(recent).toEqual(['b.com', 'i.com', 'h.com', 'g.com', 'f.com', 'e.com', 'd.com', 'c.com'].map(company));
  });

  it('of what is saved, the damaged is left out', () => {
    const saved = [
      company('a.com'),
      { is: 'company', identifier: 7 },
      { is: 'other' },
      null,
      { is: 'search', query: 'x' },
    ];
    expect([readRecent(JSON.stringify(saved)), readRecent('{'), readRecent('{}'), readRecent(null)]).toEqual([
      [company('a.com'), { is: 'search', query: 'x' }],
      [],
      [],
      [],
    ]);
  });
});

describe('explore options', () => {
  const NONE: CatalogueNames = { technology: [], vendor: [], category: [] };
  const RECENT: readonly Subject[] = [
    { is: 'company', identifier: 'stripe.com' },
    { is: 'technology', name: 'Shopify' },
  ];

  const labels = (text: string, names = NONE) =>
    findExploreOptions(text, RECENT, names).map(({ label, options }) => [label, options.map((each) => each.label)]);

  it('before anything is typed, the last ones are offered', () => {
    expect(labels(' ')).toEqual([['Recent', ['stripe.com', 'Shopify (technology)']]]);
  });

  it('names of the catalogue are in groups, and companies can be searched by name', () => {
    expect(labels('Stri', { technology: ['Stripe'], vendor: ['Stripe'], category: [] })).toEqual([
      ['Companies', ['stripe.com']],
      ['Technologies', ['Stripe']],
      ['Vendors', ['Stripe']],
      ['Search', ['Companies named “Stri”']],
    ]);
  });

  it('a domain, an address or an email address is a company, offered once', () => {
    expect([labels('stripe.com'), labels('https://www.adyen.com/x'), labels('ann@hubspot.com')]).toEqual([
      [['Companies', ['stripe.com']]],
      [['Companies', ['adyen.com']]],
      [['Companies', ['hubspot.com']]],
    ]);
  });

  it('companies of the selected column are offered, each once, and slugs are not', () => {
    const column = ['stripe.com', 'stripes.example', 'stripe', 'a.stripe.example', 'figma.com'];
    const offered = findExploreOptions('stripe', RECENT, NONE, column);
    expect(offered.slice(0, 2).map(({ label, options }) => [label, options.map((each) => each.label)])).toEqual([
      ['Companies', ['stripe.com']],
      ['In the selected column', ['stripes.example', 'a.stripe.example']],
    ]);
  });

  it('one letter is too short for a search', () => {
    expect(labels('q')).toEqual([]);
  });
});
