import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { say } from '../../../shared/errors/say';
import { json, MemoryHost } from '../../fakes/memory-host';
import { hostWith, linesOf, NOT_FOUND, perform, sentenceOf } from './perform-with';

const queryOf = ({ path }: HttpRequest): URLSearchParams => new URLSearchParams(path.split('?')[1]);

/** A list of numbered members, at most `perPage` to a page. */
function listOf(count: number, perPage = 100, told: object = { total: count }): (request: HttpRequest) => Exchange {
  return (request) => {
    const offset = Number(queryOf(request).get('offset'));
    const limit = Math.min(perPage, Number(queryOf(request).get('limit')));
    const length = Math.max(0, Math.min(limit, count - offset));
    const members = Array.from({ length }, (_member, index) => ({ domain: `m${offset + index + 1}.example` }));
    return json(200, { members, ...told });
  };
}

const read = (host: MemoryHost, top: number, others: object = {}) =>
  perform(host, 'readMembers', { listId: 'lst_1', top, ...others });

describe('the members of a list', () => {
  it('are read by offset, and no more than are wanted', async () => {
    const host = new MemoryHost(listOf(1_000));
    const { members, total, nextOffset, problem } = await read(host, 250);
    expect({
      count: members.length,
      last: members[249]?.domain,
      total,
      nextOffset,
      problem,
      requests: linesOf(host),
    }).toEqual({
      count: 250,
      last: 'm250.example',
      total: 1_000,
      nextOffset: 250,
      problem: null,
      requests: [
        'GET /lists/lst_1/members?limit=100&offset=0',
        'GET /lists/lst_1/members?limit=100&offset=100',
        'GET /lists/lst_1/members?limit=50&offset=200',
      ],
    });
  });

  it('of a tier, searched for, are computed anew once', async () => {
    const host = new MemoryHost(listOf(300));
    await read(host, 150, { tier: 'high', search: ' R&D ', forceRefresh: true, offset: 10 });
    expect(linesOf(host)).toEqual([
      'GET /lists/lst_1/members?limit=100&offset=10&tier=high&search_name_or_domain=R%26D&force_refresh=true',
      'GET /lists/lst_1/members?limit=50&offset=110&tier=high&search_name_or_domain=R%26D',
    ]);
  });

  it.each([
    ['pages shorter than asked for', listOf(130, 40), 4],
    ['no total', listOf(130, 100, {}), 3],
    ['pages shorter than asked for, and no total', listOf(130, 40, {}), 5],
  ])('are all there with %s', async (_what, answer, requests) => {
    const host = new MemoryHost(answer);
    const { members, nextOffset } = await read(host, 1_000);
    expect({ members: members.length, nextOffset, requests: host.requests.length }).toEqual({
      members: 130,
      nextOffset: null,
      requests,
    });
  });

  it('come to an end also where the service knows no offset, or no limit', async () => {
    const host = new MemoryHost(() => listOf(30)({ operation: '', method: 'GET', path: '/x?offset=0&limit=30' }));
    const { members, nextOffset } = await read(host, 20);
    expect({ members: members.length, nextOffset }).toEqual({ members: 20, nextOffset: null });
    const endless = new MemoryHost(() => json(200, { members: [{ domain: 'a.example' }] }));
    expect({ members: (await read(endless, 1_000)).members.length, requests: endless.requests.length }).toEqual({
      members: 1,
      requests: 2,
    });
  });

  it('that came before a problem are kept, with where to go on', async () => {
    const out = json(402, { error: 'credit_exhausted', requested: 100, shortfall: 90 });
    const host = new MemoryHost((request) => (queryOf(request).get('offset') === '100' ? out : listOf(500)(request)));
    const { members, nextOffset, problem } = await read(host, 500);
    expect({ members: members.length, nextOffset, problem: say(problem!, 'action') }).toEqual({
      members: 100,
      nextOffset: 100,
      problem: 'Not enough Trace credits: 100 needed, 90 missing. Top up under Trace > Settings > Usage & Credits.',
    });
  });

  it('are cut where the time is over, with where to go on', async () => {
    const host = new MemoryHost((request) => {
      host.nowMs += 15_000;
      return listOf(1_000)(request);
    });
    const { members, nextOffset, problem } = await read(host, 1_000);
    expect({ members: members.length, nextOffset, problem }).toEqual({ members: 200, nextOffset: 200, problem: null });
  });

  it('of an unknown list are a problem at once', async () => {
    expect(
      await sentenceOf(hostWith({ 'lists.members': [NOT_FOUND] }), 'readMembers', { listId: 'x', top: 1 }),
    ).toContain('There is no list "x"');
  });

  it.each([[undefined], [0], [-1], [10_001], [1.5], ['many'], [null], [NaN]])(
    'are not read without knowing how many: %j',
    async (top) => {
      const host = hostWith({});
      expect(await sentenceOf(host, 'readMembers', { listId: 'lst_1', top })).toBe(
        'This needs a number of members from 1 to 10,000, at up to 1 credit each. Correct your entry, then try again.',
      );
      expect(host.requests).toEqual([]);
    },
  );

  it.each([
    [{ tier: 'gold' }, 'a tier: high, medium or exploratory'],
    [{ tier: 'constructor' }, 'a tier: high, medium or exploratory'],
    [{ offset: -1 }, '0 or more'],
    [{ offset: 1e300 }, '0 or more'],
    [{ search: 7 }, 'a part of a name or domain'],
  ])('are not read with %j', async (others, part) => {
    const host = hostWith({});
    expect(await sentenceOf(host, 'readMembers', { listId: 'lst_1', top: 1, ...others })).toContain(part);
    expect(host.requests).toEqual([]);
  });
});
