import { json } from '../../fakes/memory-host';
import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';

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

  it('says which key it needs', () => {
    const refused = { error: 'user_credential_required', message: 'No.' };
    expect(ask(hostWith({ 'lists.index': () => json(403, refused) }), 'TRACE_LISTS')).toEqual([
      ['! This needs a personal API key, not an organization key. Set your own key in the Trace panel.'],
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

  it.each(['../lists', 'a b', '/lst_1', '-', 'x'.repeat(101)])('knows without asking that %j is no id', (id) => {
    const host = hostWith({});
    const [[cell]] = ask(host, 'TRACE_LIST', id) as [[string]];
    expect([cell.endsWith('=TRACE_LISTS() shows your lists and their ids.'), host.requests]).toEqual([true, []]);
  });

  it('says where the ids are of a list that there is not', () => {
    expect(ask(hostWith({ 'lists.members': notFound('list_not_found') }), 'TRACE_LIST', 'lst_9')).toEqual([
      ['! There is no list "lst_9". =TRACE_LISTS() shows your lists and their ids.'],
    ]);
  });

  it.each(['tier=low', 'tier=high,medium'])('refuses %s', (options) => {
    expect(ask(hostWith({}), 'TRACE_LIST', 'lst_1', '', options)[0]![0]).toBe(
      `! tier accepts high, medium or exploratory, not "${options.slice(5)}".`,
    );
  });
});
