import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { valueIn, type Before, type Stood } from '../../../shared/enrich/record/before';
import { stoodThere } from '../../../shared/enrich/stood-there';

const before = (...rows: readonly (readonly [stood: Stood, beside: string])[]): Before => ({
  selected: rows.length,
  rows: rows.map(([stood]) => [stood]),
  beside: rows.map(([, beside]) => beside),
});

/** The earlier values in the rows of an input, which have these cells beside them now. */
const told = (then: Before | undefined, ...now: readonly string[]): readonly (GridValue | null)[] => {
  const stood = stoodThere(then, 0, [...now.keys()], now);
  return now.map((_beside, row) => {
    const value = stood.in(row);
    return value === null ? null : valueIn(value);
  });
};

test('a value that all rows of an input had was in each of them, wherever they are and however many', () => {
  expect(told({ selected: 1, rows: [['Acme']], beside: [] }, 'x', 'y', 'z')).toEqual(['Acme', 'Acme', 'Acme']);
});

test('nothing is known of an input that is new', () => {
  expect(told(undefined, 'x')).toEqual([null]);
});

test('each row has its own value, identified by its other cells, in any order', () => {
  const then = before(['one', 'Ann'], ['two', 'Bob']);
  expect([told(then, 'Ann', 'Bob'), told(then, 'Bob', 'Ann'), told(then, 'Bob')]).toEqual([
    ['one', 'two'],
    ['two', 'one'],
    ['two'],
  ]);
});

test('one row that is told by nothing had what the others had not', () => {
  expect(told(before(['one', 'Ann'], ['two', 'Bob']), 'Ann', 'Bobby')).toEqual(['one', 'two']);
});

test('if two such rows differed, it is unknown which had which', () => {
  expect(told(before(['one', 'Ann'], ['two', 'Bob']), 'Anna', 'Bobby')).toEqual([null, null]);
});

test('two such rows with the same value are still identified', () => {
  expect(told(before(['one', 'Ann'], ['two', 'Bob'], ['two', 'Cid']), 'Ann', 'Bobby', 'Cidney')).toEqual([
    'one',
    'two',
    'two',
  ]);
});

test('rows that are alike in everything else and held different values are not told apart', () => {
  expect(told(before(['one', 'Ann'], ['two', 'Ann']), 'Ann', 'Ann')).toEqual([null, null]);
});

test('a copy of a row makes it unknown which of the two is the one that was there', () => {
  expect(told(before(['one', 'Ann'], ['two', 'Bob']), 'Ann', 'Ann', 'Bob')).toEqual([null, null, 'two']);
});

test('the number format belongs to the earlier value', () => {
  const stood = stoodThere(before([[5, '0.00'], 'Ann'], [[5, '0%'], 'Bob']), 0, [0, 1], ['Bob', 'Ann']);
  expect([stood.in(0), stood.in(1)]).toEqual([
    [5, '0%'],
    [5, '0.00'],
  ]);
});

test('each column is told by itself', () => {
  const then: Before = {
    selected: 2,
    rows: [
      ['one', 'US'],
      ['two', 'US'],
    ],
    beside: ['Ann', 'Ann'],
  };
  const [first, second] = [0, 1].map((at) => stoodThere(then, at, [0, 1], ['Ann', 'Ann']));
  expect([first!.in(0), second!.in(0)]).toEqual([null, 'US']);
});

test('every new column was blank', () => {
  expect(told({ selected: 2, rows: [], beside: [] }, 'x', 'y')).toEqual(['', '']);
});

test.each<[string, Before | undefined, boolean]>([
  ['rows that all held it', before(['one', 'Ann'], ['one', 'Bob']), true],
  ['one of several rows', before(['two', 'Ann'], ['one', 'Bob']), true],
  ['no row', before(['two', 'Ann'], ['three', 'Bob']), false],
  ['an input that is new', undefined, false],
])('whether a value stood beside an input is told of %s', (_what, then, has) => {
  expect(stoodThere(then, 0, [0, 1], ['Ann', 'Bob']).has('one')).toBe(has);
});
