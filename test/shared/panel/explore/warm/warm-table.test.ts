import { toGroups, type PathFound, type WarmPath } from '../../../../../shared/panel/explore/warm/warm-paths';
import { toWarmTable } from '../../../../../shared/panel/explore/warm/warm-table';

const path = (account: string, partner: string, found: PathFound): WarmPath => ({ account, partner, found });
const YES: PathFound = {
  is: 'yes',
  type: 'channel',
  first: '2024-03-11T00:00:00Z',
  last: '2026-05-02T00:00:00Z',
  observations: 12,
};
const PATHS = [
  path('a.com', 'b.com', YES),
  path('a.com', 'c.com', { is: 'none' }),
  path('c.com', 'b.com', { is: 'notTracked' }),
  path('d.com', 'b.com', { ...YES, first: null, observations: null }),
  path('d.com', 'c.com', { is: 'notKnown' }),
  path('e.com', 'b.com', { is: 'open' }),
  path('e.com', 'c.com', { ...YES, observations: 1 }),
];

it('rows have the days as days and the number as a number', () => {
  expect(toWarmTable('rows', PATHS.slice(0, 3))).toEqual([
    ['Account', 'Partner', 'Warm path', 'First seen', 'Last seen', 'Times seen', 'Type'],
    ['a.com', 'b.com', 'yes', { day: '2024-03-11' }, { day: '2026-05-02' }, 12, 'channel'],
    ['a.com', 'c.com', 'none recorded', '', '', '', ''],
    ['c.com', 'b.com', 'not tracked', '', '', '', ''],
  ]);
});

it('a matrix has accounts down and partners across, and a company with itself is blank', () => {
  expect(toWarmTable('matrix', PATHS)).toEqual([
    ['Account', 'b.com', 'c.com'],
    ['a.com', 'yes, since 2024-03-11, seen 12 times', 'none recorded'],
    ['c.com', 'not tracked', ''],
    ['d.com', 'yes', 'not known'],
    ['e.com', 'not asked', 'yes, since 2024-03-11, seen 1 time'],
  ]);
});

it('yes, none, and what is not tracked or not known are told apart, and what was not asked is in none of them', () => {
  expect(toGroups(PATHS).map(({ title, isWarm, paths }) => [title, isWarm, paths.length])).toEqual([
    ['Yes', true, 3],
    ['None recorded', false, 1],
    ['Not tracked or not known', false, 2],
  ]);
  expect(toGroups(PATHS.slice(5, 6))).toEqual([]);
});
