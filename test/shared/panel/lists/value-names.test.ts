import { lastTyped, seenKindOf, withName } from '../../../../shared/panel/lists/value-names';

test.each([
  ['technology', 'technology', 'technology'],
  ['stack', 'technology', 'technology'],
  ['vendor_slug', 'text', 'vendor'],
  ['country', 'text', 'country'],
  ['hq_country_code', null, 'country'],
  ['technology_count', 'number', null],
  ['employee_count', 'number', null],
  ['name', 'text', null],
])('values of %s (%s) are names: %s', (field, type, kind) => {
  expect(seenKindOf(field, type)).toBe(kind);
});

test('among several values, the last one is completed', () => {
  expect([lastTyped('France, Ger', true), withName('France, Ger', 'Germany', true)]).toEqual([
    'Ger',
    'France, Germany',
  ]);
  expect([lastTyped('Fr', true), withName('Fr', 'Korea, South', true)]).toEqual(['Fr', '"Korea, South"']);
  expect([lastTyped('a, b', false), withName('a, b', 'France', false)]).toEqual(['a, b', 'France']);
});
