import { count, plural, thousands } from '../../languages/plural-count';

it('counts with the forms of the language that it is built for', () => {
  expect([1, 2, 1_000].map((number) => count(number, 'row', 'rows'))).toEqual(['1 row', '2 rows', '1,000 rows']);
});

it('takes the last form where a table has too few', () => {
  expect(count(5, 'sheep')).toBe('5 sheep');
});

it('has the form alone, and the number alone', () => {
  expect({ one: plural(1, 'it', 'them'), several: plural(3, 'it', 'them'), number: thousands(1_200) }).toEqual({
    one: 'it',
    several: 'them',
    number: '1,200',
  });
});
