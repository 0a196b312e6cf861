import { findStale, readDays } from '../../../../shared/panel/refresh/stale';
import { refetch } from '../../../../shared/panel/refresh/refetch';
import { PanelSandbox } from '../../../fakes/panel-sandbox';

const ALL = ['company-1.example', 'company-2.example', 'never-asked.example'];
const DAY_MS = 86_400_000;

test('answers older than so many days are found, with their price, and nothing is sent', async () => {
  const world = new PanelSandbox();
  const startMs = world.memory.nowMs;
  await refetch(world.ports, ['company-1.example'], 1, 0);
  world.memory.nowMs += 20 * DAY_MS;
  await refetch(world.ports, ['company-2.example'], 1, 0);
  world.memory.nowMs += DAY_MS;
  const sent = world.paths.length;
  const found = await findStale(world.ports, ALL, 7);
  expect({
    domains: found.domains,
    oldestMs: found.oldestMs,
    saved: found.saved,
    credits: found.price.credits,
  }).toEqual({ domains: ['company-1.example'], oldestMs: startMs, saved: 2, credits: 0 });
  expect((await findStale(world.ports, ALL, 21)).domains).toEqual([]);
  expect(world.paths.length).toBe(sent);
});

test('after the 30 days each costs a credit again, and is new once it was fetched', async () => {
  const world = new PanelSandbox();
  await refetch(world.ports, ALL.slice(0, 2), 2, 0);
  world.memory.nowMs += 40 * DAY_MS;
  const { domains, price } = await findStale(world.ports, ALL, 30);
  expect({ domains: domains.length, price }).toEqual({ domains: 2, price: { credits: 2, freeUntilMs: null } });
  const { answered, credits } = await refetch(world.ports, domains, price.credits, 0);
  expect({ answered, credits, stillStale: (await findStale(world.ports, ALL, 30)).domains }).toEqual({
    answered: 2,
    credits: 2,
    stillStale: [],
  });
});

test.each([
  ['30', 30],
  [' 7 ', 7],
  ['0', null],
  ['-3', null],
  ['1.5', null],
  ['4000', null],
  ['', null],
])('%j is %j days', (text, days) => {
  expect(readDays(text)).toBe(days);
});
