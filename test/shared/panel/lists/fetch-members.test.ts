import fc from 'fast-check';
import { priceOfNext } from '../../../../shared/credits/action-prices';
import type { Tier } from '../../../../shared/client/resources/lists';
import {
  fetchMembers,
  NO_MEMBERS,
  makeMembersShelf,
  toMoreLabel,
  toReadText,
  type MembersFilter,
} from '../../../../shared/panel/lists/fetch-members';
import { json } from '../../../fakes/memory-host';
import { PanelSandbox } from '../../../fakes/panel-sandbox';
import { times } from '../../../setup/chance';

const ALL: MembersFilter = { tier: null, search: '' };

const read = (world: PanelSandbox, listId: string, filter: MembersFilter, before = NO_MEMBERS, wanted = 50) =>
  fetchMembers(world.ports, listId, filter, before, wanted, () => undefined);

/** A list of so many members, in pages of at most so many rows, at whatever is asked. */
function listOf(world: PanelSandbox, total: number | null, rows: number, size = total ?? 0): void {
  world.instead = ({ path }) => {
    const query = new URLSearchParams(path.split('?')[1]);
    const [offset, limit] = [Number(query.get('offset')), Math.min(rows, Number(query.get('limit')))];
    const count = Math.max(0, Math.min(limit, size - offset));
    const members = Array.from({ length: count }, (_member, at) => ({
      domain: `m${offset + at}.example`,
      name: `M ${offset + at}`,
    }));
    return json(200, { members, ...(total === null ? {} : { total }) });
  };
}

test('members are read on from where reading ended, and cost what the service charges', async () => {
  const world = new PanelSandbox();
  const first = await read(world, 'lst_1', ALL);
  const rest = await read(world, 'lst_1', ALL, first.read, 1);
  expect({
    first: first.read.members.length,
    rest: rest.read.members.length,
    isAll: rest.read.isAll,
    credits: rest.read.credits,
  }).toEqual({ first: 50, rest: 51, isAll: true, credits: 51 });
  expect(new Set(rest.read.members.map(({ domain }) => domain)).size).toBe(51);
  expect(world.paths).toEqual(['/lists/lst_1/members?limit=50&offset=0', '/lists/lst_1/members?limit=1&offset=50']);
  expect(await world.charged()).toBe(51);
  expect(toReadText(rest.read)).toBe('All 51 companies · 51 credits used');
});

test('what a page may have cost whose answer was lost counts once, whether it is read again or not', async () => {
  const world = new PanelSandbox();
  const first = await read(world, 'lst_1', ALL);
  world.lost = 4;
  const lost = await read(world, 'lst_1', ALL, first.read, 50);
  const rest = await read(world, 'lst_1', ALL, lost.read, 50);
  expect([lost.read, rest.read].map(({ credits, unsure }) => ({ credits, unsure }))).toEqual([
    { credits: 50, unsure: 1 },
    { credits: 51, unsure: 0 },
  ]);
  expect(toReadText(lost.read)).toBe('50 of 51 companies · 50 credits used, 1 credit unconfirmed');
  expect(await world.charged()).toBe(51);
});

test('members are saved nowhere: in Google Sheets everyone reads the same store', async () => {
  const world = new PanelSandbox();
  await read(world, 'lst_1', ALL);
  expect([...world.memory.cache.keys()]).toEqual([]);
});

test('members of a tier, found by a part of a name, are asked for as such', async () => {
  const world = new PanelSandbox();
  const { read: found } = await read(world, 'lst_1', { tier: 'high', search: 'a, "b"' });
  expect(world.paths).toEqual([
    '/lists/lst_1/members?limit=50&offset=0&tier=high&search_name_or_domain=a%2C%20%22b%22',
  ]);
  expect(toReadText(found)).toBe('No company matches.');
});

test('a list of 10,000 is read by pages of a hundred, five at a time, each member once', async () => {
  const world = new PanelSandbox();
  listOf(world, 10_000, 100);
  const { read: all } = await read(world, 'lst_9', ALL, NO_MEMBERS, 10_000);
  expect({ members: all.members.length, isAll: all.isAll, requests: world.paths.length }).toEqual({
    members: 10_000,
    isAll: true,
    requests: 100,
  });
  expect(all.members.every(({ domain }, at) => domain === `m${at}.example`)).toBe(true);
});

test('a service whose pages are shorter than asked for is read without a gap', async () => {
  const world = new PanelSandbox();
  listOf(world, 700, 30);
  const { read: all } = await read(world, 'lst_9', ALL, NO_MEMBERS, 700);
  expect(all.members.map(({ domain }) => domain)).toEqual(
    Array.from({ length: 700 }, (_member, at) => `m${at}.example`),
  );
});

test('a service that does not say how many there are is read to its last page, and one that repeats a page once', async () => {
  const silent = new PanelSandbox();
  listOf(silent, null, 100, 230);
  const { read: all } = await read(silent, 'lst_9', ALL, NO_MEMBERS, 1_000);
  expect({ members: all.members.length, isAll: all.isAll }).toEqual({ members: 230, isAll: true });
  const stuck = new PanelSandbox();
  stuck.instead = () =>
    json(200, { members: Array.from({ length: 100 }, (_member, at) => ({ domain: `m${at}.example` })), total: 900 });
  const { read: once } = await read(stuck, 'lst_9', ALL, NO_MEMBERS, 900);
  expect(once.members.length).toBe(100);
});

test('what was read before the credits ran out stays, and the reason is said', async () => {
  const world = new PanelSandbox();
  await world.order('reset', { credits: 70 });
  const first = await read(world, 'lst_3', ALL);
  const { read: kept, problem, isGone } = await read(world, 'lst_3', ALL, first.read, 50);
  expect({ members: kept.members.length, isGone }).toEqual({ members: 50, isGone: false });
  expect(problem?.code).toBe('creditsOut');
  expect(await world.charged()).toBe(50);
});

test('a list that is gone is told from one that could not be read', async () => {
  const world = new PanelSandbox();
  expect((await read(world, 'lst_99', ALL)).isGone).toBe(true);
  world.instead = () => ({ ok: false, reason: 'unreachable' });
  const offline = await read(world, 'lst_1', ALL);
  expect({ isGone: offline.isGone, problem: offline.problem?.code }).toEqual({
    isGone: false,
    problem: 'unreachable',
  });
});

test('a list that is no longer shared keeps what was read, and says why there is no more', async () => {
  const world = new PanelSandbox();
  const first = await read(world, 'lst_1', ALL);
  world.instead = () => json(403, { error: 'forbidden', message: 'No.' });
  const { read: kept, problem, isGone } = await read(world, 'lst_1', ALL, first.read, 1);
  expect({ members: kept.members.length, isGone, problem: problem?.code }).toEqual({
    members: 50,
    isGone: false,
    problem: 'notAllowed',
  });
});

test('a person stops reading between pages', async () => {
  const world = new PanelSandbox();
  listOf(world, 5_000, 100);
  const { read: some } = await fetchMembers(world.ports, 'lst_9', ALL, NO_MEMBERS, 5_000, ({ members }) => {
    if (members.length >= 600) world.grid.wish = 'stop';
  });
  expect({ members: some.members.length, isAll: some.isAll }).toEqual({ members: 600, isAll: false });
});

test('buttons say how many and for how much at most', () => {
  expect(toMoreLabel(50, 50, false)).toBe('Read 50 companies · up to 50 credits');
  expect(toMoreLabel(1, 1, true)).toBe('Read 1 more · up to 1 credit');
});

/** How many members the lists of a new sandbox have, by tier. */
const SIZES: Readonly<Record<string, Readonly<Record<'all' | Tier, number>>>> = {
  lst_1: { all: 51, high: 21, medium: 15, exploratory: 15 },
  lst_4: { all: 3, high: 1, medium: 2, exploratory: 0 },
};

type Step = {
  readonly list: string;
  readonly tier: Tier | null;
  readonly wanted: number;
  readonly fault: string | null;
};

const step: fc.Arbitrary<Step> = fc.record({
  list: fc.constantFrom('lst_1', 'lst_4'),
  tier: fc.constantFrom(null, 'high' as const, 'medium' as const, 'exploratory' as const),
  wanted: fc.integer({ min: 1, max: 60 }),
  fault: fc.constantFrom(null, null, 'server-error', 'lost', 'malformed-json', 'rate-limited', 'credits-out'),
});

test('whatever a person reads, in whatever order, no press costs more than its button said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const world = new PanelSandbox();
      const shelf = makeMembersShelf();
      const totals = new Map<string, number | null>();
      for (const { list, tier, wanted, fault } of steps) {
        const filter = { tier, search: '' };
        const before = shelf.take(list, filter) ?? NO_MEMBERS;
        if (before.isAll) continue;
        const known = totals.get(`${list} ${tier}`) ?? null;
        // By hand: a credit for each member asked for, and no more than the list has beyond those read.
        const most = known === null ? wanted : Math.min(wanted, known - before.members.length);
        expect(toMoreLabel(most, priceOfNext(before, wanted), true)).toContain(`up to ${most} credit`);
        const spent = await world.charged();
        if (fault === 'lost') world.lost = 4;
        else if (fault !== null) await world.order('faults', { fault, times: 4 });
        const { read: next } = await fetchMembers(world.ports, list, filter, before, wanted, () => undefined);
        if (next.members.length > 0 || next.isAll) shelf.put(list, filter, next);
        totals.set(`${list} ${tier}`, next.total);
        expect((await world.charged()) - spent).toBeLessThanOrEqual(most);
        if (next.isAll) expect(next.members.length).toBe(SIZES[list]![tier ?? 'all']);
      }
      // No one pays twice for a company, whichever way it was reached.
      expect(await world.charged()).toBeLessThanOrEqual(54);
    }),
    { numRuns: times(25) },
  );
});
