import { dayOf, isBlank, toDay } from '../../../shared/cells/values';

describe('days', () => {
  it.each([
    ['2026-06-01T14:32:00Z', '2026-06-01'],
    ['2026-06-01T23:30:00-05:00', '2026-06-02'],
    ['2026-06-01', '2026-06-01'],
  ])('%s is the day %s in UTC', (timestamp, day) => {
    expect(toDay(timestamp)).toEqual({ day });
  });

  it.each([['June 1'], [''], [null], [20260601], ['2026-13-45T00:00:00Z']])('%j is none', (timestamp) => {
    expect(toDay(timestamp)).toBeNull();
  });

  it('come from the clock in UTC', () => {
    expect(dayOf(Date.UTC(2026, 5, 15, 23, 59))).toEqual({ day: '2026-06-15' });
  });
});

it('FALSE is not blank', () => {
  expect(isBlank(false)).toBe(false);
});
