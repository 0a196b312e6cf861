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
  expect({ lastTyped: lastTyped('France, Ger', true), completed: withName('France, Ger', 'Germany', true) }).toEqual({
    lastTyped: 'Ger',
    completed: 'France, Germany',
  });
  expect({ lastTyped: lastTyped('Fr', true), completed: withName('Fr', 'Korea, South', true) }).toEqual({
    lastTyped: 'Fr',
    completed: '"Korea, South"',
  });
  expect({ lastTyped: lastTyped('a, b', false), completed: withName('a, b', 'France', false) }).toEqual({
    lastTyped: 'a, b',
    completed: 'France',
  });
});
