import { json, text } from '../../fakes/memory-host';
import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';

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
    expect(ask(hostWith({ get: body }), 'TRACE_GET', '/x', '', 'headers=0')).toEqual(cells);
  });

  it('picks columns, in any case and in the order asked for', () => {
    expect(ask(hostWith({ get: COMPANY }), 'TRACE_GET', 'companies/stripe', 'NAME, firmographics.industry')).toEqual([
      ['name', 'firmographics.industry'],
      ['Stripe', 'Payments'],
    ]);
  });

  it('says which columns there are where one is unknown', () => {
    expect(ask(hostWith({ get: { slug: 'a', n: 1 } }), 'TRACE_GET', '/x', 'name')).toEqual([
      ['! The answer has no column "name". It has slug and n.'],
    ]);
  });

  it('reads one page, and says how to see more', () => {
    const host = hostWith({ get: { data: [{ n: 1 }], pagination: { has_next: true, total_results: 480 } } });
    expect(ask(host, 'TRACE_GET', '/x?q=1', '', 'headers=0')).toEqual([[1], ['… 1 of 480. top=480 shows more.']]);
    expect(pathsOf(host)).toEqual(['/x?q=1']);
  });

  it('reads as many pages as top= needs', () => {
    const host = hostWith({
      get: () => json(200, { data: [{ n: host.requests.length }], pagination: { has_next: true } }),
    });
    expect(ask(host, 'TRACE_GET', '/x?q=1', '', 'headers=0;top=3')).toEqual([[1], [2], [3]]);
    expect(pathsOf(host)).toEqual(['/x?q=1&page=1&limit=3', '/x?q=1&page=2&limit=3', '/x?q=1&page=3&limit=3']);
  });

  it('leaves a page that the path itself names alone', () => {
    const host = hostWith({ get: { data: [{ n: 1 }, { n: 2 }], pagination: { has_next: true, total_results: 99 } } });
    expect(ask(host, 'TRACE_GET', '/x?page=2&limit=50', '', 'headers=0')).toEqual([[1], [2]]);
    expect(ask(host, 'TRACE_GET', '/x?page=2&limit=50', '', 'headers=0;top=1')).toEqual([[1]]);
    expect(new Set(pathsOf(host))).toEqual(new Set(['/x?page=2&limit=50']));
  });

  it('costs no request when it is calculated again', () => {
    const host = hostWith({ get: COMPANY });
    ask(host, 'TRACE_GET', '/companies/stripe');
    ask(host, 'TRACE_GET', '/companies/stripe', 'name');
    expect(host.requests).toHaveLength(1);
  });

  it('a path that does not exist leaves the others alone', () => {
    const host = hostWith({
      get: ({ path }) => (path === '/x' ? json(200, { n: 1 }) : json(404, { detail: 'Not Found' })),
    });
    expect(ask(host, 'TRACE_GET', '/y')).toEqual([
      ['! Trace has no page "/y". Look for its path in the Trace API\'s documentation.'],
    ]);
    expect(ask(host, 'TRACE_GET', '/x', '', 'headers=0')).toEqual([[1]]);
  });

  it.each([
    ['a company that is not tracked', notFound('company_not_found'), 'not tracked'],
    ['no content', () => text(204, ''), '! The answer from Trace could not be read. Ask again in a minute.'],
    ['a page of a proxy', () => text(502, '<html>'), '! Trace has a problem (HTTP 502). Ask again in a few minutes.'],
    ['a text', () => json(200, 'pong'), '! The answer from Trace could not be read. Ask again in a minute.'],
  ])('answers %s in one cell', (_name, answer, cell) => {
    expect(ask(hostWith({ get: answer }), 'TRACE_GET', '/x')).toEqual([[cell]]);
  });
});

describe('a path', () => {
  it.each([
    ['/companies/stripe.com', '/companies/stripe.com'],
    ['companies/stripe.com', '/companies/stripe.com'],
    ['/v1/lists', '/lists'],
    ['v1/lists', '/lists'],
    ['/technologies?q=a%20b&category=C%2B', '/technologies?q=a%20b&category=C%2B'],
    ['/technologies?q=日本', '/technologies?q=%E6%97%A5%E6%9C%AC'],
    ['/companies/a..b', '/companies/a..b'],
  ])('%s is asked for as %s', (given, path) => {
    const host = hostWith({ get: {} });
    ask(host, 'TRACE_GET', given);
    expect(pathsOf(host)).toEqual([path]);
  });

  it.each([
    'https://evil.example/v1/companies',
    'http:/companies',
    'file:companies',
    '//evil.example/companies',
    '///companies',
    '/companies//stripe.com',
    '/v1/../admin',
    '/v1/..',
    '..',
    '/./lists',
    '/companies/../../admin',
    '/companies/%2e%2E/admin',
    '/companies/.%2e/admin',
    '/companies/..?x=1',
    '/companies%2f..%2fadmin',
    '/companies%5C..',
    '/companies\\..\\admin',
    '/lists#members',
    '/lists?a=1#b',
    '/lists?a=b\\c',
    '/lists?a=b c',
    '/a b',
    '/lists\u0000',
    '/lists?a=\u0001',
    '/lists?a=\u007f',
    '/lists%00',
    '/lists%0d%0aX-API-Key:x',
    '/lists%',
    '/lists%zz',
    '/',
    '?x=1',
    '/lists/',
    `/${'x'.repeat(2_000)}`,
  ])('%j is refused without a request', (given) => {
    const host = hostWith({ get: {} });
    const [[cell]] = ask(host, 'TRACE_GET', given) as [[string]];
    expect(cell).toMatch(/is no path of the Trace API\. Give one below \/v1, such as "\/companies\/stripe\.com"\.$/);
    expect(host.requests).toEqual([]);
  });

  it.each([
    ['/companies?key=trace_0123456789abcdef', /^! The input is an API key\./],
    ['#REF!', /^! The input cell shows #REF!\./],
  ])('%s is refused for what it is', (given, sentence) => {
    const host = hostWith({ get: {} });
    expect(ask(host, 'TRACE_GET', given)[0]![0]).toMatch(sentence);
    expect(host.requests).toEqual([]);
  });
});
