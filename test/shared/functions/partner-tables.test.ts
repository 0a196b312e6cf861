import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';

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

describe('TRACE_PARTNER_OF', () => {
  it('has a row for each company that lists the partner', () => {
    const host = hostWith({
      'partnerships.reverse': {
        data: [
          {
            company_name: 'Wix',
            company_domain: 'wix.com',
            partnership_type: 'channel',
            last_observed_at: '2026-01-02T03:04:05Z',
          },
          { company_slug: 'x', unknown: true },
        ],
      },
    });
    expect(ask(host, 'TRACE_PARTNER_OF', 'stripe.com')).toEqual([
      ['name', 'domain', 'type', 'last_observed_at'],
      ['Wix', 'wix.com', 'channel', 'day 2026-01-02'],
      ['', '', '', ''],
    ]);
  });

  it('leaves types and order to the service', () => {
    const host = hostWith({ 'partnerships.reverse': { data: [] } });
    ask(host, 'TRACE_PARTNER_OF', 'stripe.com', '', 'type=channel, generic;sort=-observation_count;top=2');
    expect(pathsOf(host)).toEqual([
      '/partnerships/stripe.com/companies?partnership_types=channel%2Cgeneric&sort=-observation_count&page=1&limit=2',
    ]);
  });

  it('refuses an order that the service does not know', () => {
    expect(ask(hostWith({}), 'TRACE_PARTNER_OF', 'stripe.com', '', 'sort=name')).toEqual([
      [
        '! sort accepts last_observed_at, first_observed_at, observation_count, with a minus sign for descending order, not "name".',
      ],
    ]);
  });

  it('says not tracked in one cell', () => {
    const host = hostWith({ 'partnerships.reverse': notFound('partner_not_found') });
    expect(ask(host, 'TRACE_PARTNER_OF', 'x.example')).toEqual([['not tracked']]);
    expect(ask(host, 'TRACE_PARTNER_OF', 'x.example', '', 'if_none=-')).toEqual([['-']]);
  });
});

describe('TRACE_SHARED_PARTNERS', () => {
  const BOTH = enriched(
    {
      domain: 'a.com',
      status: 'found',
      partnerships: [
        partner('Old', '2025-01-01T00:00:00Z'),
        partner('Zoho', '2026-01-01T00:00:00Z'),
        partner('Adyen', '2026-01-01T00:00:00Z'),
        partner('Mine', '2026-02-01T00:00:00Z'),
      ],
    },
    {
      domain: 'b.com',
      status: 'found',
      partnerships: [{ name: 'Zoho', domain: 'WWW.Zoho.com' }, { partner_slug: 'adyen' }, partner('Old', null)],
    },
  );

  it('has a row for each partner of both', () => {
    const host = hostWith({ 'partnerships.shared': { data: [partner('Zoho', null)] } });
    expect(ask(host, 'TRACE_SHARED_PARTNERS', 'a.com', 'b.com')).toEqual([
      ['name', 'domain'],
      ['Zoho', 'zoho.com'],
    ]);
    expect(pathsOf(host)).toEqual(['/partnerships/shared?company_a=a.com&company_b=b.com&page=1&limit=25']);
  });

  it('compares the partners of both where there is no such route: the latest first, then by name', () => {
    const host = hostWith(BOTH);
    expect(ask(host, 'TRACE_SHARED_PARTNERS', 'a.com', 'b.com', 'name', 'headers=0')).toEqual([
      ['Adyen'],
      ['Zoho'],
      ['Old'],
    ]);
    expect(host.requests.map(({ operation }) => operation)).toEqual(['partnerships.shared', 'enrichment.partnerships']);
  });

  it('cuts after sorting', () => {
    expect(ask(hostWith(BOTH), 'TRACE_SHARED_PARTNERS', 'a.com', 'b.com', 'name', 'headers=0;top=1')).toEqual([
      ['Adyen'],
    ]);
  });

  it.each([
    ['not tracked', { domain: 'b.com', status: 'not_tracked' }, [['not tracked']]],
    ['without a list: that is not none', { domain: 'b.com', status: 'found' }, [[UNREADABLE]]],
    ['without partners', { domain: 'b.com', status: 'no_partnerships' }, [['name'], ['none']]],
    [
      'with a list that Trace has cut',
      { domain: 'b.com', status: 'found', partnerships: [], partnership_count: 480 },
      [['name'], ['… maybe more']],
    ],
    [
      'that names a partner in no common way: that is not none',
      { domain: 'b.com', status: 'found', partnerships: [{ partner_name: 'A' }] },
      [['name'], ['… maybe more']],
    ],
  ])('with the other side %s', (_name, other, cells) => {
    const host = hostWith(enriched({ domain: 'a.com', status: 'found', partnerships: [partner('A', null)] }, other));
    expect(ask(host, 'TRACE_SHARED_PARTNERS', 'a.com', 'b.com', 'name')).toEqual(cells);
  });

  it.each([
    ['the same company twice', ['a.com', 'www.a.com'], '! Both sides are a.com. Use two different companies.'],
    ['a blank cell', ['a.com', ''], ''],
    ['the other cell blank', [[[null]], 'a.com'], ''],
    ['an error', ['a.com', '#N/A'], '! The input cell shows #N/A. Correct that cell first.'],
    ['a column', ['a.com', [['b.com'], ['c.com']]], '! This argument accepts one cell, not 2. Use one, such as A2.'],
  ])('answers %s in one cell without asking', (_name, args, cell) => {
    const host = hostWith({});
    expect(ask(host, 'TRACE_SHARED_PARTNERS', ...args)).toEqual([[cell]]);
    expect(host.requests).toEqual([]);
  });
});
