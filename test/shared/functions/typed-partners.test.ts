import { json } from '../../fakes/memory-host';
import { ask, hostWith, pathsOf } from '../../fakes/routes-api';

const ROWS = [
  { partner_name: 'Shopify', partnership_type: 'technology', last_observed_at: '2026-03-01T00:00:00Z' },
  { partner_name: 'Adyen', partnership_type: 'channel', last_observed_at: '2026-01-01T00:00:00Z' },
];
const list = (more: object = {}) => ({ data: ROWS, company: { partnership_count: 480 }, ...more });
const COUNTS = { type_counts: { technology: 300, channel: 120, generic: 60 } };

describe('TRACE_PARTNERS with types', () => {
  it.each([
    ['a field', ['a.com', 'type', 'top=2'], '?sort=-last_observed_at&page=1&limit=2'],
    [
      'a filter',
      ['a.com', 'name', 'type=channel;top=1'],
      '?partnership_types=channel&sort=-last_observed_at&page=1&limit=1',
    ],
    ['columns', ['a.com', 'type', 'layout=columns;top=3'], '?sort=-last_observed_at&page=1&limit=3'],
    ['five columns', ['a.com', 'type', 'layout=columns'], '?sort=-last_observed_at&page=1&limit=5'],
    [
      'an order of the service',
      ['a.com', 'type', 'sort=observation_count;top=1'],
      '?sort=observation_count&page=1&limit=1',
    ],
    ['an order that only we know', ['a.com', 'name', 'sort=type;top=1'], '?page=1&limit=100'],
    [
      'a count alone',
      ['a.com', 'count', 'type=channel'],
      '?partnership_types=channel&sort=-last_observed_at&page=1&limit=1',
    ],
  ])('asks for no more than is shown: %s', (_name, args, query) => {
    const host = hostWith({ 'partnerships.list': { data: [] } });
    ask(host, 'TRACE_PARTNERS', ...args);
    expect(pathsOf(host)).toEqual([`/companies/a.com/partnerships${query}`]);
  });

  it('counts a type as the service does, whatever it shows', () => {
    const host = hostWith({
      'partnerships.list': list({ ...COUNTS, pagination: { has_next: true, total_results: 120 } }),
    });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'count', 'type=channel')).toEqual([[120]]);
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'count', 'type=channel,generic')).toEqual([[180]]);
    expect(host.requests).toHaveLength(2);
  });

  it('counts by the total where types are not counted', () => {
    const host = hostWith({ 'partnerships.list': list({ pagination: { has_next: true, total_results: 120 } }) });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'count', 'type=channel')).toEqual([[120]]);
  });

  it('puts pages together and says how many are missing', () => {
    const host = hostWith({
      'partnerships.list': ({ path }) =>
        path.includes('page=1&')
          ? json(200, list({ pagination: { has_next: true, total_results: 480 } }))
          : json(402, { error: 'credit_exhausted', message: 'No.', requested: 100, shortfall: 1 }),
    });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'name, type')).toEqual([
      ['Shopify, Adyen … +478 more', 'technology, channel … +478 more'],
    ]);
  });

  it('cannot be read from an answer without a list: that is not none', () => {
    expect(
      ask(hostWith({ 'partnerships.list': { company: { slug: 'a' } } }), 'TRACE_PARTNERS', 'a.com', 'type'),
    ).toEqual([
      ['! The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.'],
    ]);
  });

  it('keeps rows in order, with what is wrong in its own row', () => {
    const host = hostWith({
      'partnerships.list': ({ path }) =>
        path.includes('/b.com/')
          ? json(404, { detail: { error: 'company_not_found', message: 'No.' } })
          : json(200, list()),
    });
    expect(ask(host, 'TRACE_PARTNERS', [['b.com'], [''], ['7 x'], ['a.com']], 'type', 'top=1')).toEqual([
      ['not tracked'],
      [''],
      ['! "7 x" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.'],
      ['technology'],
    ]);
  });

  it('says what is missing of a list that Trace has cut to nothing', () => {
    const host = hostWith({
      'enrichment.partnerships': {
        results: [{ domain: 'a.com', status: 'found', partnerships: [], partnership_count: 48 }],
      },
    });
    expect(ask(host, 'TRACE_PARTNERS', 'a.com', 'name, count')).toEqual([['… +48 more', 48]]);
  });
});
