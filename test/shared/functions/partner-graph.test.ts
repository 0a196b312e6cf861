import { json } from '../../fakes/memory-host';
import { ask, hostWith, pathsOf } from '../../fakes/routes-api';

const partner = (name: string, last: string | null, more: object = {}) => ({
  partner_name: name,
  partner_domain: `${name.toLowerCase()}.com`,
  partner_slug: name.toLowerCase(),
  last_observed_at: last,
  ...more,
});
const enriched = (...results: readonly object[]) => ({ 'enrichment.partnerships': { results } });
const UNREADABLE =
  '! The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.';

describe('TRACE_PARTNER_GRAPH', () => {
  const graph = (nodes: unknown, edges: unknown) => hostWith({ 'partnerships.graph': { nodes, edges } });
  const NODES = [
    { slug: 'stripe', name: 'Stripe', domain: 'stripe.com', id: 1 },
    { slug: 'wix', name: 'Wix', primary_domain: 'wix.com', company_id: 2 },
  ];
  const EDGE = { partnership_type: 'channel', observation_count: 3 };
  const ROW = ['Stripe', 'stripe.com', 'Wix', 'wix.com', 'channel', 3];

  it.each([
    ['slug', 'stripe', 'wix'],
    ['domain', 'stripe.com', 'wix.com'],
    ['id', 1, 2],
    ['object', { name: 'Stripe', domain: 'stripe.com' }, { name: 'Wix', primary_domain: 'wix.com' }],
  ])('names ends that are given by %s', (_name, source, target) => {
    expect(ask(graph(NODES, [{ ...EDGE, source, target }]), 'TRACE_PARTNER_GRAPH', 'stripe.com', 'headers=0')).toEqual([
      ROW,
    ]);
  });

  it('shows an end that no node describes by what it is called', () => {
    expect(
      ask(graph(null, [{ source: 'stripe', target: 'wix' }]), 'TRACE_PARTNER_GRAPH', 'stripe.com', 'headers=0'),
    ).toEqual([['stripe', '', 'wix', '', '', '']]);
  });

  it.each([
    ['edges without ends', NODES, [{ from: 'a' }]],
    ['nodes and no edges', NODES, undefined],
    ['neither', undefined, undefined],
  ])('cannot be read from %s', (_name, nodes, edges) => {
    expect(ask(graph(nodes, edges), 'TRACE_PARTNER_GRAPH', 'stripe.com')).toEqual([[UNREADABLE]]);
  });

  it('says none where there are no edges', () => {
    expect(ask(graph(NODES, []), 'TRACE_PARTNER_GRAPH', 'stripe.com', 'headers=0')).toEqual([
      ['none', '', '', '', '', ''],
    ]);
  });

  it('hands depth and size on, in one request', () => {
    const host = graph([], []);
    ask(host, 'TRACE_PARTNER_GRAPH', 'stripe', 'depth=2;top=40');
    expect(pathsOf(host)).toEqual(['/companies/stripe/partnerships/graph?depth=2&limit=40']);
  });

  it.each(['depth=3', 'depth=1,2'])('refuses %s', (options) => {
    expect(ask(hostWith({}), 'TRACE_PARTNER_GRAPH', 'stripe', options)).toEqual([
      [`! depth accepts 1 or 2, not "${options.slice(6)}".`],
    ]);
  });

  it('shows an edge to each partner where there is no such route, the latest first', () => {
    const host = hostWith(
      enriched({
        domain: 'a.com',
        status: 'found',
        company_name: 'A',
        partnerships: [partner('Old', '2025-01-01T00:00:00Z', { observation_count: 2 }), partner('New', '2026-01-01Z')],
      }),
    );
    expect(ask(host, 'TRACE_PARTNER_GRAPH', 'a.com', 'headers=0')).toEqual([
      ['A', 'a.com', 'New', 'new.com', '', ''],
      ['A', 'a.com', 'Old', 'old.com', '', 2],
    ]);
    ask(host, 'TRACE_PARTNER_GRAPH', 'b.com');
    expect(host.requests.map(({ operation }) => operation)).toEqual([
      'partnerships.graph',
      'enrichment.partnerships',
      'enrichment.partnerships',
    ]);
  });
});

describe('a table about one company', () => {
  it.each(['TRACE_PARTNER_OF', 'TRACE_PARTNER_GRAPH'] as const)('%s is blank for a blank cell', (id) => {
    const host = hostWith({});
    expect({ emptyText: ask(host, id, ''), emptyCell: ask(host, id, [[null]]), requests: host.requests }).toEqual({
      emptyText: [['']],
      emptyCell: [['']],
      requests: [],
    });
  });

  it.each([
    'TRACE_TECH_SEARCH',
    'TRACE_TECH_COMPANIES',
    'TRACE_VENDOR_COMPANIES',
    'TRACE_JOB',
    'TRACE_LIST',
    'TRACE_GET',
  ] as const)('%s is blank for a blank text, and asks for one that is left out', (id) => {
    const host = hostWith({});
    expect(ask(host, id, '')).toEqual([['']]);
    expect(String(ask(host, id)[0]![0])).toMatch(/^! The \w+ argument is missing\. Write =TRACE_\w+\("[^"]+"\)\.$/);
    expect(host.requests).toEqual([]);
  });

  it.each([
    ['#N/A', '! The input cell shows #N/A. Correct that cell first.'],
    ['Loading...', '! The input cell is still loading. This row follows when it is ready.'],
    [true, '! The query must be text, such as "analytics".'],
    [new Date(0), '! The query must be text, such as "analytics".'],
    [{ basicValue: 'x' }, '! The query must be text, such as "analytics".'],
    [[['a'], ['b']], '! This argument accepts one cell, not 2. Use one, such as A2.'],
  ])('nothing is asked about %j', (query, sentence) => {
    const host = hostWith({});
    expect(ask(host, 'TRACE_TECH_SEARCH', query)).toEqual([[sentence]]);
    expect(host.requests).toEqual([]);
  });

  it('half of a pair of UTF-16 is asked for as a mark', () => {
    const host = hostWith({ 'technologies.search': () => json(200, []) });
    ask(host, 'TRACE_TECH_SEARCH', 'a\ud800');
    expect(pathsOf(host)).toEqual(['/technologies?q=a%EF%BF%BD&page=1&limit=100']);
  });
});
