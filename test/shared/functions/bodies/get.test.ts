import { json, text } from '../../../fakes/memory-host';
import { ask, hostWith, notFound, pathsOf } from '../../../fakes/routes-api';

const COMPANY = {
  slug: 'stripe',
  name: 'Stripe',
  employee_count: 8000,
  is_public: false,
  founded_year: null,
  last_crawled_at: '2026-06-01T23:00:00Z',
  domains: ['stripe.com', 'stripe.network'],
  firmographics: { industry: 'Payments', office: { city: 'San Francisco' } },
};

describe('TRACE_GET', () => {
  it('shows one thing as a row: objects as dotted columns, lists joined, values with their types', () => {
    expect(ask(hostWith({ get: COMPANY }), 'TRACE_GET', '/companies/stripe')).toEqual([
      [
        'slug',
        'name',
        'employee_count',
        'is_public',
        'founded_year',
        'last_crawled_at',
        'domains',
        'firmographics.industry',
        'firmographics.office.city',
      ],
      [
        'stripe',
        'Stripe',
        8000,
        false,
        '',
        'day 2026-06-01',
        'stripe.com, stripe.network',
        'Payments',
        'San Francisco',
      ],
    ]);
  });

  it.each([
    ['data around it', { data: { slug: 'a', n: 1 } }, [['a', 1]]],
    [
      'rows with different columns',
      [{ slug: 'a' }, { n: 1 }],
      [
        ['a', ''],
        ['', 1],
      ],
    ],
    ['mere texts', { data: ['a', 'b'] }, [['a'], ['b']]],
    ['an empty list beside other things', { data: [], company: { slug: 'a' } }, [['none']]],
  ])('reads %s', (_name, body, cells) => {
    expect(ask(hostWith({ get: body }), 'TRACE_GET', '/companies', '', 'headers=0')).toEqual(cells);
  });

  it('picks columns, in any case and in the order asked for', () => {
    expect(ask(hostWith({ get: COMPANY }), 'TRACE_GET', 'companies/stripe', 'NAME, firmographics.industry')).toEqual([
      ['name', 'firmographics.industry'],
      ['Stripe', 'Payments'],
    ]);
  });

  it('says which columns there are where one is unknown', () => {
    expect(ask(hostWith({ get: { slug: 'a', n: 1 } }), 'TRACE_GET', '/companies', 'name')).toEqual([
      ['! The answer has no column "name". It has slug and n.'],
    ]);
  });

  it('reads one page, and says how to see more', () => {
    const host = hostWith({ get: { data: [{ n: 1 }], pagination: { has_next: false, total_results: 480 } } });
    expect(ask(host, 'TRACE_GET', '/companies?q=1', '', 'headers=0').at(-1)).toEqual([
      '… 1 of 480. top=480 shows more.',
    ]);
    expect(pathsOf(host)[0]).toBe('/companies?q=1&page=1&limit=50');
  });

  it('reads as many pages as top= needs', () => {
    const host = hostWith({
      get: ({ path }) => {
        const [page, limit] = ['page', 'limit'].map((name) =>
          Number(new URLSearchParams(path.split('?')[1]).get(name)),
        );
        const data = Array.from({ length: limit! }, (_row, index) => ({ n: (page! - 1) * limit! + index + 1 }));
        return json(200, { data, pagination: { has_next: true } });
      },
    });
    const rows = ask(host, 'TRACE_GET', '/companies?q=1', '', 'headers=0;top=250');
    expect({ rows: rows.length, first: rows[0], last: rows[249] }).toEqual({ rows: 250, first: [1], last: [250] });
    expect(pathsOf(host)).toEqual([
      '/companies?q=1&page=1&limit=100',
      '/companies?q=1&page=2&limit=100',
      '/companies?q=1&page=5&limit=50',
    ]);
  });

  it('costs no request when it is calculated again', () => {
    const host = hostWith({ get: COMPANY });
    ask(host, 'TRACE_GET', '/companies/stripe');
    ask(host, 'TRACE_GET', '/companies/stripe', 'name');
    expect(host.requests).toHaveLength(1);
  });

  it('a path that does not exist leaves the others alone', () => {
    const host = hostWith({
      get: ({ path }) => (path === '/companies/x.com' ? json(200, { n: 1 }) : json(404, { detail: 'Not Found' })),
    });
    expect(ask(host, 'TRACE_GET', '/companies/y.com')).toEqual([
      ['! Trace has no page "/companies/y.com". Check the path in the Trace API documentation.'],
    ]);
    expect(ask(host, 'TRACE_GET', '/companies/x.com', '', 'headers=0')).toEqual([[1]]);
  });

  it.each([
    ['a company that is not tracked', notFound('company_not_found'), 'not tracked'],
    [
      'no content',
      () => text(204, ''),
      '! The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
    [
      'a page of a proxy',
      () => text(502, '<html>'),
      '! Trace has a problem (HTTP 502). Wait a few minutes, then choose Retry problems on a computer.',
    ],
    [
      'a text',
      () => json(200, 'pong'),
      '! The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
  ])('answers %s in one cell', (_name, answer, cell) => {
    expect(ask(hostWith({ get: answer }), 'TRACE_GET', '/companies')).toEqual([[cell]]);
  });
});

it('what changes often and is free is read again: a job each time, a list with a new refresh=', () => {
  const host = hostWith({ 'get.free': { status: 'running', data: [] }, get: { data: [] } });
  const requestsAfter = (path: string, options: string): number => {
    ask(host, 'TRACE_GET', path, '', options);
    host.nowMs += 120_000;
    return host.requests.length;
  };
  expect([
    ...['', '', 'max_age=1d'].map((options) => requestsAfter('/jobs/job_1', options)),
    ...['', '', 'refresh=1', 'refresh=2'].map((options) => requestsAfter('/lists', options)),
    ...['', 'refresh=1'].map((options) => requestsAfter('/companies', options)),
  ]).toEqual([1, 2, 2, 3, 3, 4, 5, 6, 6]);
});
