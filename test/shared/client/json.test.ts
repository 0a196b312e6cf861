import { firstOf, ownValue, parseJson, readCount, readNumber, readObject, readText } from '../../../shared/client/json';

it.each([
  [5, 5],
  ['12', 12],
  [' -1.5 ', -1.5],
  ['12 people', null],
  ['', null],
  [NaN, null],
  [Infinity, null],
  [true, null],
  [null, null],
])('%j is the number %j', (value, expected) => {
  expect(readNumber(value)).toBe(expected);
});

it.each([
  [0, 0],
  [7, 7],
  [-1, null],
  [1.5, null],
])('%j is the count %j', (value, expected) => {
  expect(readCount(value)).toBe(expected);
});

it('blank texts are none', () => {
  expect([readText(' a '), readText('  '), readText(3)]).toEqual(['a', null, null]);
});

it('lists and null are no objects', () => {
  expect([readObject([]), readObject(null), readObject({ a: 1 })]).toEqual([null, null, { a: 1 }]);
});

it('the first name with a value wins, and inherited names are none', () => {
  expect(firstOf({ a: null, b: 0, c: 1 }, ['toString', 'a', 'b', 'c'])).toBe(0);
});

it('text that is no JSON is undefined', () => {
  expect([parseJson('{'), parseJson('null')]).toEqual([undefined, null]);
});

test.each<[string, unknown]>([
  ['a', undefined],
  ['b', 0],
  ['c', undefined],
  ['toString', undefined],
])('the value of %s is the object’s own, and not null', (name, value) => {
  expect(ownValue({ a: null, b: 0 }, name)).toBe(value);
});
