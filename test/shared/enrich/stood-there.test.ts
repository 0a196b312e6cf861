import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { Before } from '../../../shared/enrich/record/lines';
import { stoodThere } from '../../../shared/enrich/stood-there';

const before = (...rows: readonly (readonly [value: GridValue, beside: string])[]): Before => ({
  values: rows.map(([value]) => [value, '']),
  beside: rows.map(([, beside]) => beside),
});

/** What stood in the rows of an input, which have these things beside them now. */
const told = (then: Before | undefined, ...now: readonly string[]): unknown[] =>
  [...stoodThere(then, [...now.keys()], now).values()].map((stood) => (stood === null ? null : stood[0]));

test('what all rows of an input held stood in each of them, wherever they are and however many', () => {
  expect(told({ values: [['Acme', '']], beside: [] }, 'x', 'y', 'z')).toEqual(['Acme', 'Acme', 'Acme']);
});

test('nothing is known of an input that is new', () => {
  expect(told(undefined, 'x')).toEqual([null]);
});

test('each row has its own, told by what else stands in it, in any order', () => {
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

test('of two such rows, nobody can tell which had which', () => {
  expect(told(before(['one', 'Ann'], ['two', 'Bob']), 'Anna', 'Bobby')).toEqual([null, null]);
});

test('two such rows that held the same are told all the same', () => {
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

test('the number format belongs to what stood there', () => {
  const then: Before = {
    values: [
      [5, '0.00'],
      [5, '0%'],
    ],
    beside: ['Ann', 'Bob'],
  };
  expect([...stoodThere(then, [0, 1], ['Bob', 'Ann']).values()]).toEqual([
    [5, '0%'],
    [5, '0.00'],
  ]);
});
