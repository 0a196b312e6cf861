import { dayOfSerial, serialOf } from '../../shared/days';

it.each([
  ['1899-12-31', 1],
  ['1970-01-01', 25_569],
  ['2026-06-01', 46_174],
])('a spreadsheet stores %s as %d', (day, serial) => {
  expect({ serial: serialOf(day), day: dayOfSerial(serial) }).toEqual({ serial, day });
});

it('the time of a day is left out', () => {
  expect(dayOfSerial(46_174.999)).toBe('2026-06-01');
});
