import { findOldAnswers } from '../../../../shared/panel/activity/old-answers';
import { updateAnswers } from '../../../../shared/panel/activity/update-answers';
import { PanelSandbox } from '../../../fakes/panel-sandbox';

const ALL = ['company-1.example', 'company-2.example', 'never-asked.example'];
const DAY_MS = 86_400_000;

test('answers older than 30 days are found, with their price, and nothing is sent', async () => {
  const world = new PanelSandbox();
  const startMs = world.memory.nowMs;
  await updateAnswers(world.ports, ['company-1.example'], 1, 0);
  world.memory.nowMs += 20 * DAY_MS;
  await updateAnswers(world.ports, ['company-2.example'], 1, 0);
  const sent = world.paths.length;
  world.memory.nowMs += 10 * DAY_MS;
  expect((await findOldAnswers(world.ports, ALL)).domains).toEqual([]);
  world.memory.nowMs += DAY_MS;
  const { domains, oldestMs, saved, price } = await findOldAnswers(world.ports, ALL);
  expect({ domains, oldestMs, saved, credits: price.credits, sent: world.paths.length - sent }).toEqual({
    domains: ['company-1.example'],
    oldestMs: startMs,
    saved: 2,
    credits: 1,
    sent: 0,
  });
});

test('each costs a credit again, and is new once it is updated', async () => {
  const world = new PanelSandbox();
  await updateAnswers(world.ports, ALL.slice(0, 2), 2, 0);
  world.memory.nowMs += 40 * DAY_MS;
  const { domains, price } = await findOldAnswers(world.ports, ALL);
  expect({ domains: domains.length, price }).toEqual({
    domains: 2,
    price: { credits: 2, free: 0, freeUntilMs: null },
  });
  const { answered, credits } = await updateAnswers(world.ports, domains, price.credits, 0);
  expect({ answered, credits, stillOld: (await findOldAnswers(world.ports, ALL)).domains }).toEqual({
    answered: 2,
    credits: 2,
    stillOld: [],
  });
});
