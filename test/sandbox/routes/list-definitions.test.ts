import { askSandbox } from '../ask-sandbox';

const VERSION = '2026-11-01';
const definition = (tree: unknown) => ({ registry_version: VERSION, tree });
const leaf = (field: string, operator: string, value: unknown) => ({ field, operator, value });
const all = (...children: readonly unknown[]) => ({ op: 'and', children });
const any = (...children: readonly unknown[]) => ({ op: 'or', children });

/** How many companies a tree holds for. */
async function count(tree: unknown): Promise<unknown> {
  const body = { definition: definition(tree) };
  return (await askSandbox()('POST', '/v1/lists/preview-count', { body })).body;
}

describe('lists.filterFields', () => {
  it('answers the fields with their operators, and the version to stamp into a definition', async () => {
    const { body } = await askSandbox()('GET', '/v1/lists/filter-fields');
    expect(body).toMatchObject({
      registry_version: VERSION,
      fields: expect.arrayContaining([
        { name: 'name', type: 'text', operators: ['equals', 'not_equals', 'in', 'contains'] },
        {
          name: 'employee_count',
          type: 'number',
          operators: ['equals', 'not_equals', 'greater_than', 'less_than'],
        },
        { name: 'technology', type: 'technology', operators: ['uses', 'in'] },
      ]),
    });
  });
});

describe('lists.previewCount', () => {
  it.each([
    ['equals', leaf('domain', 'equals', 'STRIPE.com'), 1],
    ['in', leaf('name', 'in', ['Stripe', 'figma', 'Nobody']), 2],
    ['contains', leaf('domain', 'contains', 'notion.com'), 1],
    ['uses', leaf('technology', 'uses', 'shopify'), 236],
    ['uses, by name', leaf('technology', 'uses', 'Shopify'), 236],
    ['uses, of a vendor', leaf('vendor', 'uses', 'atlassian'), 270],
    ['nothing', leaf('country', 'equals', 'Atlantis'), 0],
    ['and', all(leaf('technology', 'uses', 'shopify'), leaf('name', 'equals', 'Shopify')), 1],
    ['or', any(leaf('name', 'equals', 'Stripe'), leaf('name', 'equals', 'Shopify')), 2],
    ['a group in a group', all(leaf('name', 'equals', 'Stripe'), any(leaf('city', 'equals', 'Paris'))), 0],
  ])('counts by %s', async (_name, tree, expected) => {
    expect(await count(tree)).toEqual({ count: expected });
  });

  it('counts what is not told with neither side of a comparison', async () => {
    const [more, less, equal] = await Promise.all(
      ['greater_than', 'less_than', 'equals'].map((operator) => count(leaf('founded_year', operator, 2000))),
    );
    const counts = [more, less, equal].map((body) => (body as { count: number }).count);
    expect(counts.every((one) => one > 0)).toBe(true);
    expect(counts.reduce((sum, one) => sum + one)).toBeLessThan(1919);
  });

  it('does not count what is not told as unequal', async () => {
    const body = await count(all(leaf('name', 'equals', 'Sparse'), leaf('country', 'not_equals', 'Poland')));
    expect(body).toEqual({ count: 0 });
  });

  it('costs nothing', async () => {
    const body = { definition: definition(leaf('name', 'equals', 'Stripe')) };
    expect((await askSandbox({ credits: 0 })('POST', '/v1/lists/preview-count', { body })).status).toBe(200);
  });

  const deep = Array.from({ length: 10 }).reduce((tree) => all(tree), leaf('name', 'equals', 'Stripe'));
  const TREE = ['body', 'definition', 'tree'];
  it.each([
    ['no definition', undefined, 'missing', ['body', 'definition']],
    ['no tree', { registry_version: VERSION }, 'missing', TREE],
    ['no version', { tree: leaf('name', 'equals', 'Stripe') }, 'missing', ['body', 'definition', 'registry_version']],
    [
      'a stale version',
      { registry_version: '2025-01-01', tree: leaf('name', 'equals', 'Stripe') },
      'value_error',
      ['body', 'definition', 'registry_version'],
    ],
    ['a text', definition('name = Stripe'), 'model_attributes_type', TREE],
    ['an unknown group', definition({ op: 'xor', children: [] }), 'literal_error', [...TREE, 'op']],
    ['an empty group', definition(all()), 'too_short', [...TREE, 'children']],
    ['a group without children', definition({ op: 'or' }), 'list_type', [...TREE, 'children']],
    ['an unknown field', definition(leaf('mood', 'equals', 'good')), 'literal_error', [...TREE, 'field']],
    [
      "another field's operator",
      definition(all(leaf('name', 'equals', 'Stripe'), leaf('country', 'greater_than', 'A'))),
      'literal_error',
      [...TREE, 'children', 1, 'operator'],
    ],
    ['a text for a number', definition(leaf('employee_count', 'equals', '5')), 'float_type', [...TREE, 'value']],
    ['a number for a text', definition(leaf('name', 'equals', 5)), 'string_type', [...TREE, 'value']],
    ['a text for a list', definition(leaf('name', 'in', 'Stripe')), 'list_type', [...TREE, 'value']],
    ['no value', definition({ field: 'name', operator: 'equals' }), 'missing', [...TREE, 'value']],
    ['eleven levels', definition(deep), 'value_error', [...TREE, ...Array(10).fill(['children', 0]).flat()]],
  ])('refuses %s as FastAPI does', async (_name, given, type, loc) => {
    const answered = await askSandbox()('POST', '/v1/lists/preview-count', { body: { definition: given } });
    expect(answered).toMatchObject({ status: 422, body: { detail: [{ type, loc }] } });
  });
});

describe('lists.definition', () => {
  it('answers the tree with its version', async () => {
    expect((await askSandbox()('GET', '/v1/lists/lst_1/definition')).body).toEqual({
      registry_version: VERSION,
      tree: all(leaf('technology', 'uses', 'shopify'), leaf('country', 'equals', 'United States')),
    });
  });

  it('has no tree where the list has none', async () => {
    expect((await askSandbox()('GET', '/v1/lists/lst_4/definition')).body).toEqual(definition(null));
  });
});

describe('lists.replaceDefinition', () => {
  const body = definition(leaf('name', 'equals', 'Stripe'));

  it('answers the new definition, by which members are found from then on', async () => {
    const ask = askSandbox();
    await ask('GET', '/v1/lists/lst_1/members');
    expect(await ask('PUT', '/v1/lists/lst_1/definition', { body })).toMatchObject({ status: 200, body });
    expect((await ask('GET', '/v1/lists/lst_1/definition')).body).toEqual(body);
    expect((await ask('GET', '/v1/lists/lst_1/members')).body).toMatchObject({
      total: 1,
      members: [{ domain: 'stripe.com' }],
    });
    expect((await ask('GET', '/v1/lists/lst_1')).body).toMatchObject({ updated_at: '2026-11-01T00:00:00Z' });
  });

  it('refuses a bad one, and says where', async () => {
    const answered = await askSandbox()('PUT', '/v1/lists/lst_1/definition', {
      body: definition(leaf('mood', 'equals', 'good')),
    });
    expect(answered).toMatchObject({ status: 422, body: { detail: [{ loc: ['body', 'tree', 'field'] }] } });
  });
});
