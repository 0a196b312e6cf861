import {
  toConditionsText,
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

  test('conditions are told in words, a group within another one in parentheses', () => {
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
    expect(toConditionsText(tree)).toBe(
      'All of these: Technology includes shopify · ' +
        '(Any of these: Country is one of Spain, "Korea, South" · Employee count is more than 20,000) · ' +
        'a condition that this version of Trace cannot show, and keeps as it is',
    );
  });

  test('a group of one is its condition, a year has no comma, and long lists are cut', () => {
    const many = Array.from({ length: 12 }, (_country, at) => `C${at}`);
    expect(toConditionsText({ op: 'or', children: [leaf('founded_year', 'less_than', 2010)] })).toBe(
      'Founded year is less than 2010',
    );
    expect(toConditionsText(leaf('country', 'in', many))).toBe(
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
      'Trace no longer has the field “mood”.',
      '“sounds_like” no longer works for Country.',
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
