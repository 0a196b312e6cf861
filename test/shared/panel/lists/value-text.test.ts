import fc from 'fast-check';
import { convertValue, kindOf, readTypedText, toTypedText } from '../../../../shared/panel/lists/value-text';
import { anyCharacter } from '../../../setup/any-character';
import { times } from '../../../setup/chance';

const LIST = { isList: true, isNumber: false };
const TEXT = { isList: false, isNumber: false };
const NUMBER = { isList: false, isNumber: true };

test('several values are typed with commas between them, and one with a comma in quotes', () => {
  expect(readTypedText('Spain, "Korea, South" ,  , "say ""hi"""', LIST)).toEqual(['Spain', 'Korea, South', 'say "hi"']);
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

test('values that nobody can type are only shown', () => {
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
