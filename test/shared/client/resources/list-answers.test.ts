import {
  readFilterFields,
  readDefinition,
  readListsPage,
  readMembersPage,
  readPreviewCount,
  readSavedList,
  readTierCounts,
} from '../../../../shared/client/resources/list-answers';

const tree = { op: 'and', children: [{ field: 'country', operator: 'eq', value: 'DE' }] };

describe('a list', () => {
  const told = {
    list_id: 'lst_1',
    name: 'Fintech',
    access_level: 'editor',
    definition: { registry_version: '7', tree },
    created_at: '2026-06-01T00:00:00Z',
    updated_at: null,
    owner: 'a@b.example',
  };
  const { owner, ...known } = told;
  const read = { ...known, rest: { owner } };

  it.each([
    ['bare', told],
    ['in data', { data: told }],
    ['in list', { list: told }],
    ['in both', { data: { list: told } }],
  ])('is found %s, with what else is said of it', (_where, body) => {
    expect(readSavedList(body)).toEqual(read);
  });

  it('may have a number for an id, and no name', () => {
    expect(readSavedList({ id: 12, name: 3 })).toEqual({
      list_id: '12',
      name: null,
      access_level: null,
      definition: null,
      created_at: null,
      updated_at: null,
    });
  });

  it.each([[null], [[]], [{}], [{ name: 'Fintech' }], [{ list_id: '' }], [{ list_id: 1.5 }]])(
    'is not found in %j',
    (body) => {
      expect(readSavedList(body)).toBeNull();
    },
  );

  it('is left out of a page where it has no id', () => {
    const page = readListsPage({ data: [{ list_id: 1 }, null, { name: 'x' }], pagination: { has_next: true } });
    expect({
      ids: page?.lists.map(({ list_id }) => list_id),
      rows: page?.rows,
      hasNext: page?.pagination?.hasNext,
    }).toEqual({ ids: ['1'], rows: 3, hasNext: true });
  });

  it.each([[[{ list_id: 1 }]], [{ lists: [{ list_id: 1 }] }], [{ data: { lists: [{ list_id: 1 }] } }]])(
    'is found in the index %j',
    (body) => {
      expect(readListsPage(body)?.lists.map(({ list_id }) => list_id)).toEqual(['1']);
    },
  );
});

describe('a definition', () => {
  it.each([
    [{ registry_version: 7, tree }],
    [{ data: { registry_version: 7, tree } }],
    [{ definition: { registry_version: 7, tree } }],
  ])('is found in %j', (body) => {
    expect(readDefinition(body)).toEqual({ registry_version: 7, tree });
  });

  it('keeps what else it says', () => {
    expect(readDefinition({ tree, version: 3 })).toEqual({ registry_version: null, tree, rest: { version: 3 } });
  });

  it.each([[null], [{}], [{ tree: [] }], [{ tree: 'x' }]])('is not found in %j', (body) => {
    expect(readDefinition(body)).toBeNull();
  });
});

describe('the catalogue of fields', () => {
  it('is read bare or wrapped, without what has no name', () => {
    const body = {
      registry_version: '7',
      fields: [{ name: 'country', type: 'text', operators: ['eq', 3] }, {}, 'city'],
    };
    const read = {
      registry_version: '7',
      fields: [
        { name: 'country', type: 'text', operators: ['eq'] },
        { name: 'city', type: null, operators: [] },
      ],
    };
    expect({ bare: readFilterFields(body), wrapped: readFilterFields({ data: body }) }).toEqual({
      bare: read,
      wrapped: read,
    });
  });

  it.each([
    [{ registry_version: 2 }, { registry_version: 2, fields: null }],
    [{}, null],
    [[], null],
  ])('%j is read as %j', (body, expected) => {
    expect(readFilterFields(body)).toEqual(expected);
  });
});

describe('members', () => {
  it('are read with their tier, score and what else is said', () => {
    const members = [
      { domain: 'a.example', name: 'A', slug: 'a', tier: 'high', score: 0.9, country: 'DE' },
      { company: { primary_domain: 'b.example', name: 'B' }, tier: 'medium' },
      'c.example',
      null,
      { tier: 'high' },
    ];
    expect(readMembersPage({ members, total: 40, limit: 5, offset: 0 })).toEqual({
      members: [
        { domain: 'a.example', name: 'A', slug: 'a', tier: 'high', score: 0.9, rest: { country: 'DE' } },
        {
          domain: 'b.example',
          name: 'B',
          slug: null,
          tier: 'medium',
          score: null,
          rest: { company: { primary_domain: 'b.example', name: 'B' } },
        },
        { domain: 'c.example', name: null, slug: null, tier: null, score: null },
      ],
      rows: 5,
      total: 40,
    });
  });

  it.each([
    [[], null],
    [{ data: [] }, null],
    [{ data: { members: [], total: 0 } }, 0],
    [{ companies: [], pagination: { total_results: 3 } }, 3],
  ])('%j has the total %j', (body, total) => {
    expect(readMembersPage(body)).toEqual({ members: [], rows: 0, total });
  });

  it.each([[null], [{}], ['x'], [{ members: 'x' }]])('are not found in %j', (body) => {
    expect(readMembersPage(body)).toBeNull();
  });
});

describe('counts', () => {
  it.each([
    [
      { counts: { high: 1, medium: 2, exploratory: 0, total: 3 } },
      { high: 1, medium: 2, exploratory: 0, rest: { total: 3 } },
    ],
    [{ high: '4' }, { high: 4, medium: null, exploratory: null }],
    [{ high: -1 }, null],
    [null, null],
  ])('of tiers: %j is %j', (body, expected) => {
    expect(readTierCounts(body)).toEqual(expected);
  });

  it.each([
    [{ count: 12 }, 12],
    [{ data: { member_count: 0 } }, 0],
    [5, 5],
    [{ count: 'many' }, null],
    [null, null],
  ])('of a preview: %j is %j', (body, expected) => {
    expect(readPreviewCount(body)).toBe(expected);
  });
});
