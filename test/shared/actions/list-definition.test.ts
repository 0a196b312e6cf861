import { json } from '../../fakes/memory-host';
import { hostWith, linesOf, perform, READ_ONLY, sentenceOf } from './perform-with';

const tree = { field: 'country', operator: 'eq', value: 'DE' };
const fields = (registry_version: unknown) => json(200, { registry_version, fields: [{ name: 'country' }] });
const replaced = json(200, {});

it('the catalogue of fields says what may be asked', async () => {
  expect(await perform(hostWith({ 'lists.filterFields': [fields('7')] }), 'readFields', {})).toEqual({
    registry_version: '7',
    fields: [{ name: 'country', type: null, operators: [] }],
  });
});

it.each([
  [json(200, { registry_version: '7', tree }), { registry_version: '7', tree }],
  [json(200, { definition: null }), null],
])('the definition %j is read as %j', async (exchange, definition) => {
  expect(await perform(hostWith({ 'lists.definition': [exchange] }), 'readDefinition', { listId: 'lst_1' })).toEqual(
    definition,
  );
});

describe('replacing a definition', () => {
  it.each([
    ['6', '7', '7'],
    [7, '7', '7'],
    [undefined, 7, 7],
    ['6', undefined, '6'],
  ])('made with %j sends the current %j as %j', async (made, current, sent) => {
    const host = hostWith({ 'lists.filterFields': [fields(current)], 'lists.replaceDefinition': [replaced] });
    const definition = { ...(made === undefined ? {} : { registry_version: made }), tree };
    const value = await perform(host, 'replaceDefinition', { listId: 'lst_1', definition });
    expect({ value, request: linesOf(host)[1] }).toEqual({
      value: { registry_version: sent, tree },
      request: `PUT /lists/lst_1/definition ${JSON.stringify({ registry_version: sent, tree })}`,
    });
  });

  it('without any version sends none', async () => {
    const host = hostWith({ 'lists.filterFields': [json(200, { fields: [] })], 'lists.replaceDefinition': [replaced] });
    await perform(host, 'replaceDefinition', { listId: 'lst_1', definition: { tree } });
    expect(linesOf(host)[1]).toBe(`PUT /lists/lst_1/definition ${JSON.stringify({ tree })}`);
  });

  it('on a list that may only be read says so', async () => {
    const host = hostWith({ 'lists.filterFields': [fields(7)], 'lists.replaceDefinition': [READ_ONLY] });
    expect(await sentenceOf(host, 'replaceDefinition', { listId: 'lst_1', definition: { tree } })).toContain(
      'You can view this list but not change it',
    );
  });

  it.each([[undefined], [null], ['x'], [[]], [{}], [{ tree: [] }], [{ tree: 'x' }]])(
    'with %j for a definition sends nothing',
    async (definition) => {
      const host = hostWith({});
      expect(await sentenceOf(host, 'replaceDefinition', { listId: 'lst_1', definition })).toContain(
        'conditions as a tree',
      );
      expect(host.requests).toEqual([]);
    },
  );
});

it('a preview counts what the definition, stamped, finds', async () => {
  const host = hostWith({ 'lists.filterFields': [fields(7)], 'lists.previewCount': [json(200, { count: 12 })] });
  expect({ value: await perform(host, 'previewCount', { definition: { tree } }), request: linesOf(host)[1] }).toEqual({
    value: 12,
    request: `POST /lists/preview-count ${JSON.stringify({ definition: { registry_version: 7, tree } })}`,
  });
});

it('recomputing the members says how many each tier has', async () => {
  const host = hostWith({ 'lists.materialize': [json(200, { counts: { high: 3, medium: 2, exploratory: 0 } })] });
  expect(await perform(host, 'materializeList', { listId: 'lst_1' })).toEqual({ high: 3, medium: 2, exploratory: 0 });
});
