import {
  toConditionsText,
  toDefinitionLines,
  toUnknownWords,
  convertValue,
  kindOf,
  readTypedText,
  toTypedText,
  lastTyped,
  seenKindOf,
  withName,
} from '../../../../shared/panel/lists/definition-words';
import fc from 'fast-check';
import { anyCharacter } from '../../../setup/any-character';
import { times } from '../../../setup/chance';

describe('definition words', () => {
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

  test('all conditions fit in one text, which is cut where it is long', () => {
    const tree = { op: 'and', children: [leaf('technology', 'uses', 'shopify'), leaf('country', 'equals', 'Spain')] };
    expect(toConditionsText(tree)).toBe('All of these: Technology includes shopify · Country is Spain');
    const many = { op: 'or', children: Array.from({ length: 30 }, () => leaf('country', 'equals', 'Spain')) };
    expect(toConditionsText(many)).toMatch(/^Any of these: Country is Spain · .*…$/);
    expect(toConditionsText(many).length).toBe(160);
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
});

describe('value text', () => {
  const LIST = { isList: true, isNumber: false };
  const TEXT = { isList: false, isNumber: false };
  const NUMBER = { isList: false, isNumber: true };

  test('several values are typed with commas between them, and one with a comma in quotes', () => {
    expect(readTypedText('Spain, "Korea, South" ,  , "say ""hi"""', LIST)).toEqual([
      'Spain',
      'Korea, South',
      'say "hi"',
    ]);
    expect(toTypedText(['Spain', 'Korea, South', 'say "hi"'])).toBe('Spain, "Korea, South", "say ""hi"""');
    expect(readTypedText('Spain, "Kor', LIST)).toEqual(['Spain', 'Kor']);
  });

  test('every list of texts comes back from its text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter })), (texts) => {
        expect(readTypedText(toTypedText(texts)!, LIST)).toEqual(texts);
      }),
      { numRuns: times(500) },
    );
  });

  test('a number is one only where the field has numbers', () => {
    expect(readTypedText(' 20000 ', NUMBER)).toBe(20_000);
    expect(readTypedText('20k', NUMBER)).toBe('20k');
    expect(readTypedText('42', TEXT)).toBe('42');
  });

  test('values that cannot be typed are only shown', () => {
    expect([toTypedText({ from: 1 }), toTypedText([1, 2]), toTypedText(null), toTypedText(true)]).toEqual([
      null,
      null,
      '',
      'true',
    ]);
  });

  test('operators that take several values are told by their words', () => {
    const kinds = ['in', 'not_in', 'any_of', 'equals', 'contains', 'greater_than', 'includes'];
    expect(kinds.map((operator) => kindOf(operator, 'number', undefined))).toEqual([
      LIST,
      LIST,
      LIST,
      NUMBER,
      NUMBER,
      NUMBER,
      NUMBER,
    ]);
    expect(kindOf('among', 'text', ['a'])).toEqual(LIST);
    expect(kindOf('equals', 'text', ['a'])).toEqual(TEXT);
  });

  test('a value stays as far as the new operator takes it', () => {
    expect(convertValue('Spain, the', LIST)).toEqual(['Spain, the']);
    expect(convertValue(['Spain', 'Italy'], TEXT)).toBe('Spain');
    expect(convertValue('42', NUMBER)).toBe(42);
    expect(convertValue({ from: 1 }, LIST)).toEqual({ from: 1 });
  });
});

describe('value names', () => {
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
});
