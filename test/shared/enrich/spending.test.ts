import { lookupName } from '../../../shared/credits/run-budget';
import { Spending } from '../../../shared/enrich/spending';
import { MemoryGrid } from '../../fakes/memory-grid';

const storeOf = (grid: MemoryGrid) => grid.own;
const NOW = 1_000_000;

test('of two pages, the one that was there first is stopped before it sends anything', async () => {
  const own = storeOf(new MemoryGrid([]));
  const first = await Spending.begin(own, 'r1', 100);
  first.budget.reserve(lookupName('company', 'one.com'), 1, NOW);
  await first.note();
  const second = (await Spending.reopen(own, 'r1'))!;
  second.budget.reserve(lookupName('company', 'two.com'), 1, NOW);
  await second.note();
  first.budget.reserve(lookupName('company', 'three.com'), 1, NOW);
  await expect(first.note()).rejects.toMatchObject({ code: 'runElsewhere' });
  expect(Spending.read(await own.load('r1'))).toEqual({ limit: 100, used: 2, unsure: 2 });
});

test('two pages of one person that begin the same run do not both begin it', async () => {
  const own = storeOf(new MemoryGrid([]));
  await Spending.begin(own, 'r1', 100);
  await expect(Spending.begin(own, 'r1', 100)).rejects.toMatchObject({ code: 'runElsewhere' });
});

test('what was spent and what is in doubt is known after a reload, by company', async () => {
  const own = storeOf(new MemoryGrid([]));
  const { budget, ...spending } = await Spending.begin(own, 'r1', 10).then((each) => ({
    budget: each.budget,
    note: () => each.note(),
  }));
  budget.reserve(lookupName('company', 'a.com'), 1, NOW);
  budget.reserve(lookupName('company', 'b.com'), 1, NOW);
  budget.reserve(lookupName('partners', 'b.com'), 6, NOW);
  await spending.note();
  budget.settle([lookupName('company', 'a.com')], 1);
  await spending.note();
  const again = (await Spending.reopen(own, 'r1'))!;
  expect({
    used: again.budget.used,
    left: again.budget.left,
    company: again.budget.lostFor(lookupName('company', 'b.com')),
    partners: again.budget.lostFor(lookupName('partners', 'b.com')),
    answered: again.budget.lostFor(lookupName('company', 'a.com')),
  }).toEqual({ used: 8, left: 2, company: 1, partners: 6, answered: 0 });
});

test.each([
  ['the rest of the limit, unless the person says otherwise', undefined, 10, 4],
  ['what the person says, besides what is used', 20, 26, 20],
  ['nothing, where the person says so', 0, 6, 0],
])('who goes on may spend %s', async (_what, rest, limit, left) => {
  const own = storeOf(new MemoryGrid([]));
  const spending = await Spending.begin(own, 'r1', 10);
  spending.budget.reserve(lookupName('partners', 'six.com'), 6, NOW);
  await spending.note();
  const again = (await Spending.reopen(own, 'r1', rest))!;
  expect({ limit: again.limit, left: again.budget.left }).toEqual({ limit, left });
});

test('who did not begin it has no spending of it', async () => {
  expect(await Spending.reopen(storeOf(new MemoryGrid([])), 'r1')).toBeNull();
});

test('a thousand companies in doubt, and their partners, are a text that every store takes', async () => {
  const own = storeOf(new MemoryGrid([]));
  const spending = await Spending.begin(own, 'r1', 1_000_000);
  for (let at = 0; at < 1_000; at += 1) spending.budget.reserve(lookupName('company', `company-${at}.example`), 1, NOW);
  await spending.note();
  const text = (await own.load('r1'))!;
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect([...text].every((character) => character.charCodeAt(0) < 128)).toBe(true);
  expect(Spending.read(text)).toEqual({ limit: 1_000_000, used: 1_000, unsure: 1_000 });
});

test.each([
  '',
  '{}',
  '{"limit":"five","settled":0,"doubtful":[]}',
  '{"limit":5,"settled":0,"doubtful":[["c","abc"]]}',
  'x',
])('a text like %j is none of a spending', (text) => {
  expect(Spending.read(text)).toBeNull();
});

test('an enrichment that is over leaves nothing, and a store that refuses does no harm', async () => {
  const grid = new MemoryGrid([]);
  await Spending.begin(grid.own, 'r1', 1);
  await Spending.forget(grid.own, 'r1');
  expect(grid.spent.size).toBe(0);
  const refusing = { ...grid.own, load: async () => Promise.reject(new Error('closed')) };
  await expect(Spending.forget(refusing, 'r1')).resolves.toBeUndefined();
});
