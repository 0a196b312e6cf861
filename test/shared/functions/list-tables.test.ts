import { json } from '../../fakes/memory-host';
import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';
import { SandboxHost } from '../../fakes/sandbox-host';

describe('TRACE_LISTS', () => {
  it('has a row for each list', () => {
    const host = hostWith({
      'lists.index': {
        data: [{ list_id: 12, name: 'US', access_level: 'owner', updated_at: '2026-06-01T23:59:00Z' }, { id: 'lst_2' }],
      },
    });
    expect(ask(host, 'TRACE_LISTS')).toEqual([
      ['list_id', 'name', 'access_level', 'updated_at'],
      [12, 'US', 'owner', 'day 2026-06-01'],
      ['lst_2', '', '', ''],
    ]);
    expect(pathsOf(host)).toEqual(['/lists?page=1&limit=100']);
  });

  it('is asked for again where its refresh cell changes, and not where it only calculates', () => {
    const host = hostWith({ 'lists.index': { data: [{ list_id: 12 }] } });
    const requestsAfter = (options: string): number => {
      ask(host, 'TRACE_LISTS', '', options);
      host.nowMs += 120_000;
      return host.requests.length;
    };
    expect([requestsAfter(''), requestsAfter(''), requestsAfter('refresh=1'), requestsAfter('refresh=2')]).toEqual([
      1, 1, 2, 3,
    ]);
    expect([requestsAfter('refresh=3; max_age=1d'), requestsAfter('max_age=1m')]).toEqual([3, 4]);
  });

  it('says which key it needs', () => {
    const refused = { error: 'user_credential_required', message: 'No.' };
    expect(ask(hostWith({ 'lists.index': () => json(403, refused) }), 'TRACE_LISTS')).toEqual([
      ['! This needs a personal API key, not an organization key. Set your own key in the Trace panel on a computer.'],
    ]);
  });
});

describe('TRACE_LIST', () => {
  const MEMBERS = { members: [{ domain: 'a.com', name: 'A', tier: 'high', score: 0.9 }, 'B'], total: 2 };

  it('has a row for each member', () => {
    expect(ask(hostWith({ 'lists.members': MEMBERS }), 'TRACE_LIST', 'lst_1', 'domain, name, tier, score')).toEqual([
      ['domain', 'name', 'tier', 'score'],
      ['a.com', 'A', 'high', 0.9],
      ['', 'B', '', ''],
    ]);
  });

  it('hands the tier and the search on, and pages by offset', () => {
    const host = hostWith({ 'lists.members': MEMBERS });
    ask(host, 'TRACE_LIST', 12, '', "tier=HIGH;search='a b';top=3");
    expect(pathsOf(host)).toEqual(['/lists/12/members?tier=high&search_name_or_domain=a%20b&limit=3&offset=0']);
  });

  it.each(['-', 'x'.repeat(101)])('knows without asking that %j is no list', (id) => {
    const host = hostWith({});
    const [[cell]] = ask(host, 'TRACE_LIST', id) as [[string]];
    expect({ saysNextStep: cell.endsWith('=TRACE_LISTS() shows your lists.'), requests: host.requests }).toEqual({
      saysNextStep: true,
      requests: [],
    });
  });

  it('says where lists are found for one that there is not', () => {
    expect(ask(hostWith({ 'lists.members': notFound('list_not_found') }), 'TRACE_LIST', 'lst_9')).toEqual([
      ['! There is no list "lst_9". =TRACE_LISTS() shows your lists.'],
    ]);
  });

  it.each(['tier=low', 'tier=high,medium'])('refuses %s', (options) => {
    expect(ask(hostWith({}), 'TRACE_LIST', 'lst_1', '', options)[0]![0]).toBe(
      `! tier accepts high, medium or exploratory, not "${options.slice(5)}".`,
    );
  });
});

describe('TRACE_LIST by name', () => {
  const INDEX = {
    data: [
      { list_id: 'lst_1', name: 'Large accounts' },
      { list_id: 7, name: 'R&D / EMEA' },
      { list_id: 'lst_3', name: 'Prospects' },
      { list_id: 'lst_4', name: 'prospects ' },
      { list_id: 'lst_5', name: 'lst_1' },
      { id: 'lst_6', name: 'Team' },
    ],
  };
  const members = ({ path }: HttpRequest): Exchange =>
    /^\/lists\/(lst_1|lst_6|7)\//.test(path)
      ? json(200, { members: [{ domain: `${path.split('/')[2]}.example` }] })
      : notFound('list_not_found')();
  const host = () => hostWith({ 'lists.index': INDEX, 'lists.members': members });

  it.each([
    ['its name', 'Large accounts', 'lst_1'],
    ['its name in another case, with blanks', '  large   ACCOUNTS', 'lst_1'],
    ['its name with other characters', 'R&D / EMEA', '7'],
    ['its name that could be an id', 'Team', 'lst_6'],
    ['its id, though another list is called so', 'lst_1', 'lst_1'],
  ])('finds a list by %s', (_name, text, id) => {
    expect(ask(host(), 'TRACE_LIST', text, 'domain', 'headers=0')).toEqual([[`${id}.example`]]);
  });

  describe('where the service refuses what is no id', () => {
    const picky = ({ path }: HttpRequest): Exchange =>
      /^\/lists\/\d+\//.test(path)
        ? json(200, { members: [{ domain: 'seven.example' }] })
        : json(422, { detail: [{ msg: 'Not an integer' }] });
    const lists = { data: [{ list_id: 7, name: 'Prospects' }] };

    it.each([
      ['finds it by its name', 'Prospects', 'seven.example'],
      [
        'says so if no list has the name',
        'Customers',
        "! Trace refused the request (HTTP 422): Not an integer. Check the formula's arguments.",
      ],
    ])('%s', (_name, text, shown) => {
      const service = hostWith({ 'lists.index': lists, 'lists.members': picky });
      expect(ask(service, 'TRACE_LIST', text, 'domain', 'headers=0')).toEqual([[shown]]);
    });
  });

  it('reads the index once, and nothing again', () => {
    const service = host();
    ask(service, 'TRACE_LIST', 'Large accounts', 'domain', 'top=5');
    ask(service, 'TRACE_LIST', 'R&D / EMEA', 'domain', 'top=5');
    ask(service, 'TRACE_LIST', 'Large accounts', 'name', 'top=5');
    expect(pathsOf(service)).toEqual([
      '/lists?page=1&limit=100',
      '/lists/lst_1/members?limit=5&offset=0',
      '/lists/7/members?limit=5&offset=0',
    ]);
  });

  it('reads the index again after an hour, since lists are renamed', () => {
    const service = host();
    ask(service, 'TRACE_LIST', 'Large accounts', 'domain', 'top=5');
    service.nowMs += 61 * 60_000;
    ask(service, 'TRACE_LIST', 'Large accounts', 'domain', 'top=5');
    expect(pathsOf(service).filter((path) => path.startsWith('/lists?'))).toHaveLength(2);
  });

  it('asks which one where several have the name', () => {
    expect(ask(host(), 'TRACE_LIST', 'Prospects')).toEqual([
      ['! 2 lists are called "Prospects". Use an id instead: lst_3 or lst_4.'],
    ]);
  });

  it('shows similar names for one that there is not', () => {
    expect(ask(host(), 'TRACE_LIST', 'Large acounts')).toEqual([
      ['! There is no list "Large acounts". Did you mean lst_1 (Large accounts)?'],
    ]);
  });

  it('finds a name that is not among the first hundred', () => {
    const rows = Array.from({ length: 130 }, (_list, index) => ({ list_id: `id_${index}`, name: `List ${index}` }));
    const service = hostWith({
      'lists.index': ({ path }) => {
        const page = Number(/page=(\d+)/.exec(path)?.[1]);
        const data = rows.slice(page * 100 - 100, page * 100);
        return json(200, { data, pagination: { has_next: page === 1, total_results: 130 } });
      },
      'lists.members': { members: [{ domain: 'a.com' }] },
    });
    expect(ask(service, 'TRACE_LIST', 'list 129', 'domain', 'headers=0')).toEqual([['a.com']]);
    expect(pathsOf(service).at(-1)).toContain('/lists/id_129/members');
  });

  it('does not call a list unknown where the lists could not be read', () => {
    const service = hostWith({ 'lists.index': () => json(400, { error: 'bad', message: 'No lists today.' }) });
    expect(ask(service, 'TRACE_LIST', 'Large accounts')[0]![0]).toMatch(/^! Trace refused the request \(HTTP 400\)/);
  });

  it('that was deleted meanwhile is unknown', () => {
    const service = hostWith({ 'lists.index': INDEX, 'lists.members': notFound('list_not_found') });
    expect(ask(service, 'TRACE_LIST', 'Large accounts')[0]![0]).toMatch('! There is no list "lst_1".');
  });

  it.each([
    ['an organization key', { keyClass: 'organization' }, 'personal API key'],
    ['a file whose owner has not allowed lists', { readsLists: false }, 'lists'],
  ] as const)('asks nothing with %s', (_name, more, words) => {
    const service = host();
    service.account = { ...service.account!, ...more };
    expect(ask(service, 'TRACE_LIST', 'Large accounts')[0]![0]).toMatch(words);
    expect(service.requests).toEqual([]);
  });

  it('costs what its id costs on the sandbox', async () => {
    const service = new SandboxHost();
    const named = await service.ask('TRACE_LIST', 'shopify users in the us', 'domain', 'top=3;headers=0');
    expect({ rows: named.length, charged: await service.charged(), paths: service.paths.length }).toEqual({
      rows: 3,
      charged: 3,
      paths: 2,
    });
    expect(await service.ask('TRACE_LIST', 'lst_1', 'domain', 'top=3;headers=0')).toEqual(named);
    expect({ charged: await service.charged(), paths: service.paths.length }).toEqual({ charged: 3, paths: 2 });
  });
});
