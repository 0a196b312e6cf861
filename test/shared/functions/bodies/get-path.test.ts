import { ask, hostWith, pathsOf } from '../../../fakes/routes-api';

describe('a path', () => {
  it.each([
    ['/companies/stripe.com', '/companies/stripe.com'],
    ['companies/stripe.com', '/companies/stripe.com'],
    ['/companies/stripe%2Ecom', '/companies/stripe.com'],
    ['/%6cists/lst_1', '/lists/lst_1'],
    ['/companies/a..b', '/companies/a..b'],
    // A slug might be the name of an undocumented list.
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
    expect(cell).toMatch(/^! Remove ".+" from the path\. Set the number of rows with the option "top=20"\.$/);
    expect(host.requests).toEqual([]);
  });

  it.each([
    '/companies?x=1',
    '/companies?take_all=1',
    '/lists/lst_1/members?force_refresh=true',
    '/companies?q=a;b=1&c',
  ])('%s contains something with an unknown price', (given) => {
    const host = hostWith({ get: {} });
    const [[cell]] = ask(host, 'TRACE_GET', given) as [[string]];
    expect(cell).toMatch(/^! The path cannot contain ".+"\. After the question mark it accepts q, technology, /);
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
    expect(cell).toMatch(/^! TRACE_GET cannot read ".+"\. It reads companies, /);
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
      expect(cell).toMatch(/^! Formulas in this file cannot read your lists yet/);
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
    expect(cell).toMatch(/is not a path of the Trace API\. Use one such as "\/companies\/stripe\.com"\.$/);
    expect(host.requests).toEqual([]);
  });

  it.each([
    ['/companies?key=trace_0123456789abcdef', /^! This is an API key/],
    ['#REF!', /^! The input cell shows #REF!\./],
  ])('%s is refused for what it is', (given, sentence) => {
    const host = hostWith({ get: {} });
    expect(ask(host, 'TRACE_GET', given)[0]![0]).toMatch(sentence);
    expect(host.requests).toEqual([]);
  });
});
