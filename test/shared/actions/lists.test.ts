import { json } from '../../fakes/memory-host';
import { hostWith, linesOf, NOT_FOUND, perform, READ_ONLY, sentenceOf } from './perform-with';

const fintech = { list_id: 'lst_1', name: 'Fintech', access_level: 'owner' };
const UNKNOWN = 'There is no list "lst_1". =TRACE_LISTS() shows your lists.';
const ONLY_READ = 'You can view this list but not change it. Ask its owner for edit access, or use your own list.';

describe('the index of lists', () => {
  const page = (ids: readonly unknown[], has_next: boolean) =>
    json(200, { data: ids.map((list_id) => ({ list_id })), pagination: { has_next } });

  it('is read to its last page, each list once', async () => {
    const host = hostWith({ 'lists.index': [page([1, 2], true), page([2, 3], true), page([], true)] });
    expect({
      ids: (await perform(host, 'indexLists', {})).map(({ list_id }) => list_id),
      lines: linesOf(host),
    }).toEqual({
      ids: ['1', '2', '3'],
      lines: ['GET /lists?page=1&limit=100', 'GET /lists?page=2&limit=100', 'GET /lists?page=3&limit=100'],
    });
  });

  it('of a service without an end is cut', async () => {
    const host = hostWith({ 'lists.index': [page([1], true)] });
    expect({ lists: (await perform(host, 'indexLists', {})).length, requests: host.requests.length }).toEqual({
      lists: 1,
      requests: 100,
    });
  });

  it.each([[{}], ['x'], [null]])('that is answered with %j cannot be read', async (body) => {
    expect(await sentenceOf(hostWith({ 'lists.index': [json(200, body)] }), 'indexLists', {})).toContain(
      'could not be read',
    );
  });
});

describe('making a list', () => {
  it('needs a name only', async () => {
    const host = hostWith({ 'lists.create': [json(201, { data: fintech })] });
    expect({ id: (await perform(host, 'createList', { name: ' Fintech ' }))?.list_id, lines: linesOf(host) }).toEqual({
      id: 'lst_1',
      lines: ['POST /lists {"name":"Fintech"}'],
    });
  });

  it('with a definition stamps the current version of the catalogue into it', async () => {
    const host = hostWith({
      'lists.filterFields': [json(200, { registry_version: 8, fields: [] })],
      'lists.create': [json(201, fintech)],
    });
    await perform(host, 'createList', {
      name: 'A',
      definition: { registry_version: 7, tree: { op: 'and', children: [] } },
    });
    expect(linesOf(host)).toEqual([
      'GET /lists/filter-fields',
      'POST /lists {"name":"A","definition":{"registry_version":8,"tree":{"op":"and","children":[]}}}',
    ]);
  });

  it.each([[json(503, {})], [{ ok: false, reason: 'unreachable' } as const]])(
    'is not tried twice: %j may have made it',
    async (exchange) => {
      const host = hostWith({ 'lists.create': [exchange] });
      await sentenceOf(host, 'createList', { name: 'A' });
      expect(host.requests).toHaveLength(1);
    },
  );

  it('that shows nothing of the list tells nothing of it', async () => {
    expect(await perform(hostWith({ 'lists.create': [json(201, {})] }), 'createList', { name: 'A' })).toBeNull();
  });

  it('says what the service has against it, with advice that fits', async () => {
    const host = hostWith({ 'lists.create': [json(422, { detail: [{ msg: 'Name is taken.' }] })] });
    expect(await sentenceOf(host, 'createList', { name: 'A' })).toBe(
      'Trace refused this (HTTP 422): Name is taken. Correct your entry.',
    );
  });
});

describe('renaming a list', () => {
  it('sends the new name', async () => {
    const host = hostWith({ 'lists.rename': [json(200, { ...fintech, name: 'Banks' })] });
    expect({
      name: (await perform(host, 'renameList', { listId: 'lst_1', name: 'Banks' }))?.name,
      lines: linesOf(host),
    }).toEqual({ name: 'Banks', lines: ['PATCH /lists/lst_1 {"name":"Banks"}'] });
  });

  it.each([
    [NOT_FOUND, UNKNOWN],
    [READ_ONLY, ONLY_READ],
    [
      json(403, { error: 'user_credential_required' }),
      'This needs a personal API key, not an organization key. Set your own key in the Trace panel.',
    ],
  ])('is refused with the next step: %j', async (exchange, sentence) => {
    const host = hostWith({ 'lists.rename': [exchange] });
    expect(await sentenceOf(host, 'renameList', { listId: 'lst_1', name: 'Banks' })).toBe(sentence);
  });
});

describe('deleting a list', () => {
  it('sends one request', async () => {
    const host = hostWith({ 'lists.delete': [{ ok: true, response: { status: 204, retryAfter: null, text: '' } }] });
    await perform(host, 'deleteList', { listId: 'lst_1' });
    expect(linesOf(host)).toEqual(['DELETE /lists/lst_1']);
  });

  it('that is not there says so', async () => {
    expect(await sentenceOf(hostWith({ 'lists.delete': [NOT_FOUND] }), 'deleteList', { listId: 'lst_1' })).toBe(
      UNKNOWN,
    );
  });
});

describe('sharing a list', () => {
  it('sends the address and the access', async () => {
    const host = hostWith({ 'lists.share': [json(200, { email: 'ann@example.com', access: 'viewer' })] });
    const given = { listId: 'lst_1', email: ' ann@example.com ', access: 'viewer' } as const;
    await perform(host, 'shareList', given);
    expect(linesOf(host)).toEqual(['POST /lists/lst_1/permissions {"email":"ann@example.com","access":"viewer"}']);
  });

  it.each([
    ['ann', 'viewer', 'an email address'],
    ['ann@example', 'viewer', 'an email address'],
    ['ann@example.com, bob@example.com', 'viewer', 'an email address'],
    ['mailto:<ann@example.com>', 'viewer', 'an email address'],
    [`${'a'.repeat(250)}@example.com`, 'viewer', 'an email address'],
    [null, 'viewer', 'an email address'],
    ['ann@example.com', 'owner', 'viewer or editor'],
    ['ann@example.com', undefined, 'viewer or editor'],
  ])('with %j as %j is refused without a request', async (email, access, part) => {
    const host = hostWith({});
    expect(await sentenceOf(host, 'shareList', { listId: 'lst_1', email, access })).toContain(part);
    expect(host.requests).toEqual([]);
  });
});
