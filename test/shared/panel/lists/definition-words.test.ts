import { toDefinitionLines, toUnknownWords } from '../../../../shared/panel/lists/definition-words';

const leaf = (field: string, operator: string, value: unknown) => ({ field, operator, value });

test('a definition is told in words, a line for each condition', () => {
  const tree = {
    op: 'and',
    children: [
      leaf('technology', 'uses', 'shopify'),
      {
        op: 'or',
        children: [leaf('country', 'in', ['Spain', 'Korea, South']), leaf('employee_count', 'greater_than', 20_000)],
      },
      { op: 'not', children: [] },
    ],
  };
  expect(toDefinitionLines(tree)).toEqual([
    { depth: 0, text: 'All of these:' },
    { depth: 1, text: 'Technology includes shopify' },
    { depth: 1, text: 'Any of these:' },
    { depth: 2, text: 'Country is one of Spain, "Korea, South"' },
    { depth: 2, text: 'Employee count is more than 20,000' },
    { depth: 1, text: 'A condition that this version of Trace cannot show. It stays as it is.' },
  ]);
});

test('a group of one is its condition, a year has no comma, and long lists are cut', () => {
  const many = Array.from({ length: 12 }, (_country, at) => `C${at}`);
  expect(toDefinitionLines({ op: 'or', children: [leaf('founded_year', 'less_than', 2010)] })).toEqual([
    { depth: 0, text: 'Founded year is less than 2010' },
  ]);
  expect(toDefinitionLines(leaf('country', 'in', many))[0]!.text).toBe(
    'Country is one of C0, C1, C2, C3, C4, C5, C6, C7 and 4 more',
  );
});

test('what the catalogue of fields does not know is named once', () => {
  const fields = [
    { name: 'country', type: 'text', operators: ['equals'] },
    { name: 'city', type: 'text', operators: [] },
  ];
  const tree = {
    op: 'and',
    children: [
      leaf('mood', 'is', 1),
      leaf('mood', 'is', 2),
      leaf('country', 'sounds_like', 'x'),
      leaf('city', 'any', 'y'),
    ],
  };
  expect(toUnknownWords(tree, { fields })).toEqual([
    'Trace has no field “mood” any more.',
    '“sounds_like” is not offered for Country any more.',
  ]);
  expect(toUnknownWords(tree, { fields: null })).toEqual([]);
});
