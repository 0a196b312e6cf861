import { toDayText } from '../../../shared/panel/day-text';

test('times are days, and what is none is nothing', () => {
  expect([
    toDayText('2026-08-12T23:30:00Z'),
    toDayText(Date.UTC(2026, 7, 2)),
    toDayText('2019-09-26'),
    toDayText('soon'),
    toDayText(null),
  ]).toEqual(['12 Aug 2026', '2 Aug 2026', '26 Sep 2019', '', '']);
});
