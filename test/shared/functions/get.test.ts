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
    expect([rows.length, rows[0], rows[249]]).toEqual([250, [1], [250]]);
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
      ['! Trace has no page "/companies/y.com". Look for its path in the Trace API\'s documentation.'],
    ]);
    expect(ask(host, 'TRACE_GET', '/companies/x.com', '', 'headers=0')).toEqual([[1]]);
  });

  it.each([
    ['a company that is not tracked', notFound('company_not_found'), 'not tracked'],
    ['no content', () => text(204, ''), '! The answer from Trace could not be read. Ask again in a minute.'],
    ['a page of a proxy', () => text(502, '<html>'), '! Trace has a problem (HTTP 502). Ask again in a few minutes.'],
    ['a text', () => json(200, 'pong'), '! The answer from Trace could not be read. Ask again in a minute.'],
  ])('answers %s in one cell', (_name, answer, cell) => {
    expect(ask(hostWith({ get: answer }), 'TRACE_GET', '/companies')).toEqual([[cell]]);
  });
});

describe('a path', () => {
  it.each([
    ['/companies/stripe.com', '/companies/stripe.com'],
    ['companies/stripe.com', '/companies/stripe.com'],
    ['/companies/stripe%2Ecom', '/companies/stripe.com'],
    ['/%6cists/lst_1', '/lists/lst_1'],
    ['/companies/a..b', '/companies/a..b'],
    // A slug might be the name of a list that nobody has seen.
    ['/companies/stripe', '/companies/stripe?page=1&limit=1'],
    ['/v1/lists', '/lists?page=1&limit=50'],
    ['v1/lists', '/lists?page=1&limit=50'],
    ['/lists/lst_1/members', '/lists/lst_1/members?limit=50&offset=0'],
    ['/lists/lst_1/definition', '/lists/lst_1/definition'],
    ['/companies/stripe.com/partnerships/graph?depth=2', '/companies/stripe.com/partnerships/graph?depth=2&limit=50'],
    ['/technologies?q=a%20b&category=C%2B', '/technologies?q=a%20b&category=C%2B&page=1&limit=50'],
    ['/technologies?q=a+b;limit=9', '/technologies?q=a%20b%3Blimit%3D9&page=1&limit=50'],
    ['/technologies?Q=日本', '/technologies?q=%E6%97%A5%E6%9C%AC&page=1&limit=50'],
  ])('%s is asked for as %s', (given, path) => {
    const host = hostWith({ get: {}, 'get.free': {} });
    ask(host, 'TRACE_GET', given);
    expect(pathsOf(host)).toEqual([path]);
  });

  it.each([
    '/companies?limit=100',
    '/companies?limit=100&page=1',
    '/companies?q=a&limi%74=100',
    '/companies?q=a&limi%2574=100',
    '/companies?LIMIT=100',
    '/companies?+limit=100',
    '/companies?limit[]=100',
    '/companies?limit',
    '/companies?page=2',
    '/companies?offset=5',
    '/companies?per_page=100',
    '/companies?page_size=100',
    '/companies?pageSize=100',
    '/companies?cursor=abc',
    '/companies/stripe.com/partnerships?limit=1&limit=100',
  ])('%s leaves the length of a page to top=', (given) => {
    const host = hostWith({ get: {} });
    const [[cell]] = ask(host, 'TRACE_GET', given, '', 'top=1') as [[string]];
    expect(cell).toMatch(
      /^! Leave ".+" out of the path\. The option top= sets how many rows are read, such as "top=20"\.$/,
    );
    expect(host.requests).toEqual([]);
  });

  it.each([
    '/companies?x=1',
    '/companies?take_all=1',
    '/lists/lst_1/members?force_refresh=true',
    '/companies?q=a;b=1&c',
  ])('%s holds what nobody knows the price of', (given) => {
    const host = hostWith({ get: {} });
    const [[cell]] = ask(host, 'TRACE_GET', given) as [[string]];
    expect(cell).toMatch(
      /^! TRACE_GET does not know ".+" in the path\. After the question mark it accepts q, technology, /,
    );
    expect(host.requests).toEqual([]);
  });

  it.each([
    '/account',
    '/keys',
    '/me',
    '/usage',
    '/enrich/partnerships',
    '/v1/v1/companies',
    '/lists/lst_1/export',
    '/lists/lst_1/expor%74',
    '/lists/lst_1/exports/1',
    '/companies/export',
    '/companies/Exports',
    '/companies/export_all',
    '/companies/stripe.com/export',
    '/lists/lst_1/download.csv',
  ])('%s is of no family that is read', (given) => {
    const host = hostWith({ get: {} });
    const [[cell]] = ask(host, 'TRACE_GET', given) as [[string]];
    expect(cell).toMatch(/^! TRACE_GET does not read ".+"\. It reads companies, /);
    expect(host.requests).toEqual([]);
  });

  it.each(['/technologies/expo/companies', '/companies/exponea', '/companies/exposure', '/vendors/csvbox/companies'])(
    '%s is no export, only a name that begins like one',
    (given) => {
      expect(ask(hostWith({ get: { slug: 'a' } }), 'TRACE_GET', given, '', 'headers=0')).toEqual([['a']]);
    },
  );

  it.each(['/lists', '/%6Cists', '/LISTS', '/companies/stripe.com/account', '/companies/stripe.com/keys'])(
    '%s is read with the leave of the owner only',
    (given) => {
      const host = hostWith({ get: {}, 'get.free': {} });
      host.account = { ...host.account!, readsLists: false };
      const [[cell]] = ask(host, 'TRACE_GET', given) as [[string]];
      expect(cell).toMatch(/^! Formulas in this file may not read lists/);
      expect(host.requests).toEqual([]);
    },
  );

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
    '/lists?q=b\\c',
    '/lists?q=b c',
    '/lists?q=%0d%0aX-API-Key:x',
    '/lists?q=%ff',
    '/lists/%252e%252e/admin',
    '/lists%252f..%252fadmin',
    '/companies/a%253flimit=9',
    '/companies/a%23',
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
