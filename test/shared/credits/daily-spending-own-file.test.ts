import { ownFileToday, readOwnFile, withApproval, withRun } from '../../../shared/credits/daily-spending';

const DAY_MS = 86_400_000;
const FILE = { policy: { mode: 'daily', limit: 5_000 }, day: 20_000, approved: 30, runs: 12 };

it('what a person chose and did is read as it was written', () => {
  expect(readOwnFile(JSON.stringify(FILE))).toEqual(FILE);
});

it.each(['', '{', 'null', '[]', '{"day":-1,"approved":"x","runs":1.5}'])('%j says nothing', (text) => {
  expect(readOwnFile(text)).toEqual({ policy: null, day: 0, approved: 0, runs: 0 });
});

it.each([
  ['a limit that nobody can choose', { mode: 'daily', limit: 1_000_001 }],
  ['a limit that is no number', { mode: 'daily', limit: 'plenty' }],
  ['a word that is none', { mode: 'everything' }],
  ['no object', 7],
])('%s is the usual limit', (_what, policy) => {
  expect(readOwnFile(JSON.stringify({ policy })).policy).toEqual({ mode: 'daily', limit: 500 });
});

it('the choice lasts, and the numbers of another day do not', () => {
  const choice = { policy: FILE.policy };
  const file = readOwnFile(JSON.stringify(FILE));
  expect([ownFileToday(file, 20_000 * DAY_MS), ownFileToday(file, 20_001 * DAY_MS)]).toEqual([
    FILE,
    { ...choice, day: 20_001, approved: 0, runs: 0 },
  ]);
});

it('enrichments add up, and of approvals the last one counts beside what formulas have spent of them', () => {
  const file = readOwnFile(JSON.stringify(FILE));
  expect([withRun(file, 3).runs, withApproval(file, 10, 5).approved]).toEqual([15, 15]);
});
