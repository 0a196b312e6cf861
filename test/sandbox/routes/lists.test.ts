import { askSandbox } from '../ask-sandbox';

const VERSION = '2026-11-01';
const LARGE = { field: 'employee_count', operator: 'greater_than', value: 50_000 };
const definition = (tree: unknown) => ({ registry_version: VERSION, tree });

describe('every operation on lists', () => {
  it.each([
    ['GET', '/v1/lists'],
    ['POST', '/v1/lists'],
    ['GET', '/v1/lists/filter-fields'],
    ['POST', '/v1/lists/preview-count'],
    ['GET', '/v1/lists/lst_1'],
    ['PATCH', '/v1/lists/lst_1'],
    ['DELETE', '/v1/lists/lst_1'],
    ['GET', '/v1/lists/lst_1/definition'],
    ['PUT', '/v1/lists/lst_1/definition'],
    ['GET', '/v1/lists/lst_1/members'],
    ['POST', '/v1/lists/lst_1/materialize'],
    ['POST', '/v1/lists/lst_1/domains'],
    ['POST', '/v1/lists/lst_1/excluded-domains'],
    ['POST', '/v1/lists/lst_1/permissions'],
    ['GET', '/v1/lists/lst_1/export'],
  ])("refuses an organization's key: %s %s", async (method, path) => {
    expect(await askSandbox()(method, path, { apiKey: 'trace_org_demo' })).toEqual({
      status: 403,
      retryAfter: null,
      body: { error: 'user_credential_required', message: 'This endpoint requires a user API key.' },
    });
  });

  it.each([
    ['GET', '/v1/lists/lst_9', undefined],
    ['PATCH', '/v1/lists/lst_9', { name: 'Other' }],
    ['DELETE', '/v1/lists/lst_9', undefined],
    ['GET', '/v1/lists/lst_9/definition', undefined],
    ['PUT', '/v1/lists/lst_9/definition', definition(LARGE)],
    ['GET', '/v1/lists/lst_9/members', undefined],
    ['POST', '/v1/lists/lst_9/materialize', undefined],
    ['POST', '/v1/lists/lst_9/domains', { domains: ['stripe.com'] }],
    ['POST', '/v1/lists/lst_9/excluded-domains', { domains: ['stripe.com'] }],
    ['POST', '/v1/lists/lst_9/permissions', { email: 'ann@acme.example', access: 'viewer' }],
    ['GET', '/v1/lists/lst_9/export', undefined],
  ])('does not know an unknown list: %s %s', async (method, path, body) => {
    expect(await askSandbox()(method, path, { body })).toEqual({
      status: 404,
      retryAfter: null,
      body: { detail: { error: 'list_not_found', message: 'No list was found for that id.', list_id: 'lst_9' } },
    });
  });

  it.each([
    ['PATCH', '/v1/lists/lst_3', { name: 'Other' }],
    ['DELETE', '/v1/lists/lst_3', undefined],
    ['PUT', '/v1/lists/lst_3/definition', definition(LARGE)],
    ['POST', '/v1/lists/lst_3/domains', { domains: ['stripe.com'] }],
    ['POST', '/v1/lists/lst_3/excluded-domains', { domains: ['stripe.com'] }],
    ['POST', '/v1/lists/lst_3/permissions', { email: 'ann@acme.example', access: 'viewer' }],
  ])('changes no list that may only be viewed: %s %s', async (method, path, body) => {
    expect(await askSandbox()(method, path, { body })).toEqual({
      status: 403,
      retryAfter: null,
      body: { error: 'list_access_denied', message: 'You can view this list but not change it.' },
    });
  });
});

describe('lists.index', () => {
  it('answers pages of lists without their definitions', async () => {
    expect((await askSandbox()('GET', '/v1/lists?limit=1')).body).toEqual({
      data: [
        {
          list_id: 'lst_1',
          name: 'Shopify users in the US',
          access_level: 'owner',
          created_at: '2026-09-01T08:00:00Z',
          updated_at: '2026-10-15T09:30:00Z',
        },
      ],
      pagination: expect.objectContaining({ total_results: 4, has_next: true }),
    });
  });

  it('has lists of every access', async () => {
    const { data } = (await askSandbox()('GET', '/v1/lists')).body as { data: { access_level: string }[] };
    expect(data.map((list) => list.access_level)).toEqual(['owner', 'editor', 'viewer', 'owner']);
  });
});

describe('lists.create', () => {
  it('answers the list, which is there from then on', async () => {
    const ask = askSandbox();
    const { status, body } = await ask('POST', '/v1/lists', {
      body: { name: 'Giants', definition: definition(LARGE) },
    });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        list_id: 'lst_5',
        name: 'Giants',
        access_level: 'owner',
        definition: definition(LARGE),
        created_at: '2026-11-01T00:00:00Z',
        updated_at: '2026-11-01T00:00:00Z',
      },
    });
    expect((await ask('GET', '/v1/lists/lst_5')).body).toEqual(body);
  });

  it('needs no definition', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/lists', { body: { name: 'Empty' } });
    expect((await ask('GET', '/v1/lists/lst_5')).body).toHaveProperty('definition', null);
    expect((await ask('GET', '/v1/lists/lst_5/members')).body).toHaveProperty('total', 0);
  });

  it('never gives the id of a deleted list again', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/lists', { body: { name: 'One' } });
    await ask('DELETE', '/v1/lists/lst_5');
    expect((await ask('POST', '/v1/lists', { body: { name: 'Two' } })).body).toHaveProperty('list_id', 'lst_6');
  });

  it.each([
    ['no name', {}, 'missing'],
    ['a blank name', { name: ' ' }, 'string_too_short'],
    ['a number', { name: 5 }, 'string_type'],
  ])('refuses %s as FastAPI does', async (_name, body, type) => {
    const answered = await askSandbox()('POST', '/v1/lists', { body });
    expect(answered).toMatchObject({ status: 422, body: { detail: [{ type, loc: ['body', 'name'] }] } });
  });

  it('makes no list where it is only asked for its price', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/lists', { body: { name: 'One' }, fault: 'credits-out' });
    expect((await ask('GET', '/v1/lists')).body).toHaveProperty('pagination.total_results', 4);
  });
});

describe('lists.rename', () => {
  it('answers the list under its new name, and when that was', async () => {
    const ask = askSandbox();
    const { status, body } = await ask('PATCH', '/v1/lists/lst_2', { body: { name: ' Lenders ' } });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { name: 'Lenders', updated_at: '2026-11-01T00:00:00Z' },
    });
    expect((await ask('GET', '/v1/lists/lst_2')).body).toEqual(body);
  });
});

describe('lists.delete', () => {
  it('answers nothing, and the list is gone', async () => {
    const ask = askSandbox();
    expect(await ask('DELETE', '/v1/lists/lst_1')).toEqual({ status: 204, retryAfter: null, body: null });
    expect((await ask('GET', '/v1/lists/lst_1')).status).toBe(404);
  });
});

describe('lists.share', () => {
  const share = (body: unknown) => askSandbox()('POST', '/v1/lists/lst_1/permissions', { body });

  it('echoes who may do what', async () => {
    expect(await share({ email: 'ann@acme.example', access: 'editor' })).toMatchObject({
      status: 200,
      body: { email: 'ann@acme.example', access: 'editor' },
    });
  });

  it.each([
    ['no address', { email: 'ann', access: 'editor' }, 'value_error', 'email'],
    ['an unknown access', { email: 'ann@acme.example', access: 'owner' }, 'literal_error', 'access'],
  ])('refuses %s as FastAPI does', async (_name, body, type, field) => {
    expect(await share(body)).toMatchObject({ status: 422, body: { detail: [{ type, loc: ['body', field] }] } });
  });
});
