import { type AskingChoice, type Found } from '../../../shared/enrich/plan/column-spec';
import { shownIn } from '../../fakes/bulk-shown';
import type { HttpRequest } from '../../../shared/client/exchange';
import type { LookupOutcome } from '../../../shared/records/outcome';
import { Bench } from '../../fakes/bulk-bench';
import { partnersApi, partnersOf } from '../../fakes/bulk-partners';
import { json } from '../../fakes/memory-host';

/** Columns of the partners that companies share with one other company. */

const shared = (company: string, field: 'name' | 'count' = 'name'): readonly AskingChoice[] => [
  { adds: 'sharedPartners', company, field },
];
const ROWS = [['domain'], ['x3.example'], ['x2.example']];
const isOf = (name: string, { body, path }: HttpRequest): boolean => JSON.stringify([body, path]).includes(name);

test.each(['x3.example', 'X3.Example', 'https://www.x3.example/about', 'hello@x3.example'])(
  'a company may be named as in a formula: %s',
  async (typed) => {
    const bench = new Bench(ROWS, partnersApi);
    expect(await bench.start(await bench.plan(shared(typed)), { cap: 100 })).toMatchObject({
      is: 'done',
      summary: { found: 1 },
    });
    expect(bench.grid.values().map((row) => row[1])).toEqual([`Shared partners with ${typed}`, 'P0, P1, P2', 'none']);
  },
);

test('the compared company is asked for first, and once', async () => {
  const bench = new Bench([['domain'], ['x3.example'], ['x2.example']], partnersApi);
  await bench.start(await bench.plan([...shared('x7.example'), ...shared('x7.example', 'count')]), { cap: 1_000 });
  const about = bench.host.requests.map((request) => [isOf('x7.example', request), isOf('x3.example', request)]);
  expect(about).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, true],
  ]);
});

test('if the compared company is not tracked, nothing is paid for, and the run says so', async () => {
  const bench = new Bench(ROWS, partnersApi);
  const end = await bench.start(await bench.plan(shared('none.example')), { cap: 100 });
  expect({
    is: end.is,
    why: end.why?.message,
    creditsUsed: end.summary.creditsUsed,
    open: end.summary.open,
    requests: bench.requests,
  }).toEqual({
    is: 'paused',
    why: 'Trace does not track "none.example". Check the domain, or rescan the company first.',
    creditsUsed: 0,
    open: 2,
    requests: 1,
  });
});

test('if the partners of the compared company do not fit the limit, the run pauses before any row is paid for', async () => {
  const bench = new Bench(ROWS, partnersApi);
  const end = await bench.start(await bench.plan(shared('x50.example')), { cap: 20 });
  expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { creditsUsed: 1, open: 2 } });
  expect(bench.host.requests.some((request) => isOf('x3.example', request))).toBe(false);
  expect(await bench.resume({ limit: 100 })).toMatchObject({ is: 'done', summary: { open: 0 } });
});

test('if the compared company cannot be asked for, the run pauses, and goes on from there', async () => {
  let isDown = true;
  const bench = new Bench(ROWS, (request) =>
    isDown ? json(401, { detail: 'Invalid API key' }) : partnersApi(request),
  );
  expect(await bench.start(await bench.plan(shared('x3.example')), { cap: 100 })).toMatchObject({
    ...{ is: 'paused', why: { code: 'keyRefused' } },
    summary: { open: 2, creditsUsed: 0 },
  });
  isDown = false;
  expect(await bench.resume()).toMatchObject({ is: 'done' });
});

const listOf = (names: readonly string[], count: number): LookupOutcome =>
  ({
    is: 'found',
    asOfMs: 0,
    record: {
      company: {},
      count,
      partners: names.map((name) => ({ name, domain: `${name}.example`, slug: null, last_observed_at: null })),
    },
  }) as unknown as LookupOutcome;
const comparing = (partners: LookupOutcome, other: LookupOutcome): Found => ({
  ...{ company: undefined, partners, lists: new Map() },
  compared: new Map([['big.example', other]]),
});

test.each([
  ['both whole, some shared', listOf(['a', 'b'], 2), listOf(['b'], 1), ['b', 1]],
  ['both whole, none shared', listOf(['a'], 1), listOf(['b'], 1), ['none', 0]],
  ['one cut, some shared', listOf(['a', 'b'], 2), listOf(['b'], 3_000), ['b … maybe more', '']],
  ['one cut, none shared', listOf(['a'], 1), listOf(['b'], 3_000), ['', '']],
  ['the own one cut, none shared', listOf(['a'], 9), listOf(['b'], 1), ['', '']],
])('lists of partners, %s', (_what, partners, other, cells) => {
  const found = comparing(partners, other);
  const told = [...shared('big.example'), ...shared('big.example', 'count')].map((choice) => shownIn(choice, found));
  expect(told).toEqual(cells);
});

test('partners that go by other kinds of names are not said to be others', () => {
  const bySlug = {
    ...{ is: 'found', asOfMs: 0 },
    record: { company: {}, count: 1, partners: [{ name: 'B', domain: null, slug: 'b', last_observed_at: null }] },
  } as unknown as LookupOutcome;
  const [choice] = shared('big.example');
  expect(shownIn(choice!, comparing(listOf(['b'], 1), bySlug))).toBe('');
});

test('a run without a limit compares with partners whose number is known', async () => {
  const bench = new Bench(
    [['domain'], ['x3.example']],
    partnersOf(() => 3),
  );
  await bench.start(await bench.plan([{ adds: 'company', field: 'partnership_count' }]));
  expect((await bench.startNext(await bench.plan(shared('x3.example')))).is).toBe('done');
});
