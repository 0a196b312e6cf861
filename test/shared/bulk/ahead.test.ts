import { runOnGrid, type GridEffect } from '../../../shared/bulk/grid';
import { startRun } from '../../../shared/bulk/run';
import type { Effect } from '../../../shared/effects';
import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { api, Bench, DAYS_30 } from '../../fakes/bulk-bench';
import { json } from '../../fakes/memory-host';

type AnyEffect = Effect | GridEffect;

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

const domainsOf = ({ body }: HttpRequest): readonly string[] => (body as { domains: readonly string[] }).domains;

const askedOf = (bench: Bench): readonly string[] => bench.host.requests.flatMap(domainsOf);

/** Answers come as late as they can: everything else that was asked for is done before. */
function late(effects: readonly AnyEffect[]): number {
  const at = effects.findIndex(({ ask }) => ask !== 'http' && ask !== 'sleep');
  return Math.max(0, at);
}

const isRowWrite = (effect: AnyEffect): boolean => effect.ask === 'gridWrite' && effect.writing.rows[0] !== 0;

test.each([
  [1_000, 10],
  [2_150, 22],
  [10_000, 100],
])('%d rows are %d requests', (rows, requests) => {
  const bench = new Bench([['domain'], ...column(rows)]);
  expect(bench.start().summary).toMatchObject({ found: rows, creditsUsed: rows });
  expect(bench.requests).toBe(requests);
  expect(bench.host.waves.every(({ length }) => length <= 10)).toBe(true);
});

test('duplicates near and far are asked for once, in full requests', () => {
  const rows = Array.from({ length: 6_000 }, (_row, at) => [`x${at % 3 === 0 ? at % 1_500 : at}.example`]);
  const companies = new Set(rows.flat()).size;
  const bench = new Bench([['domain'], ...rows]);
  expect(bench.start().summary).toMatchObject({ found: 6_000, creditsUsed: companies });
  expect(companies).toBe(4_500);
  expect(askedOf(bench)).toHaveLength(4_500);
  expect(bench.requests).toBe(45);
});

test('what is remembered in between does not break requests into smaller ones', () => {
  const bench = new Bench([['domain'], ...column(10_000)]);
  const { rows } = bench.plan();
  const every20th = rows.filter(({ row }) => row % 20 === 7);
  bench.start(
    bench.plan(undefined, {
      rows: every20th.map(({ row, identifier }) => ({ row, input: { is: 'company', identifier, given: identifier } })),
    }),
  );
  expect(bench.requests).toBe(5);
  bench.start(bench.plan([{ adds: 'company', field: 'employee_count' }]));
  expect(bench.requests).toBe(5 + 95);
  expect(new Set(askedOf(bench)).size).toBe(10_000);
});

test('requests of the next rows are on their way while rows are written, never more than ten', async () => {
  const bench = new Bench([['domain'], ...column(5_000)]);
  let [onTheirWay, most] = [0, 0];
  const whileWriting: number[] = [];
  const send = async (request: HttpRequest): Promise<Exchange> => {
    most = Math.max(most, (onTheirWay += 1));
    await new Promise((done) => setTimeout(done, 20));
    onTheirWay -= 1;
    return api(request);
  };
  const performers = {
    ...bench.host.performers,
    ...bench.grid.performers,
    http: ({ requests }: { readonly requests: readonly HttpRequest[] }) => Promise.all(requests.map(send)),
    gridWrite: (effect: Extract<GridEffect, { ask: 'gridWrite' }>) => {
      if (isRowWrite(effect)) whileWriting.push(onTheirWay);
      return bench.grid.performers.gridWrite(effect);
    },
  };
  const settings = { cap: null, quoted: 0, maxAgeMs: DAYS_30 };
  const end = await runOnGrid(startRun(bench.plan(), settings), performers);
  expect(end).toMatchObject({ is: 'done', summary: { found: 5_000, creditsUsed: 5_000 } });
  expect(whileWriting).toEqual([10, 10, 10, 10, 0]);
  expect(most).toBe(10);
});

test('a block in the middle reads the sheet twice: its titles, and its rows with those after them', () => {
  const bench = new Bench([['domain'], ...column(5_000)]);
  const effects: string[] = [];
  bench.grid.before = ({ ask }) => effects.push(ask);
  bench.start();
  const ofBlocks = effects.join(' ').split('control ').slice(1);
  // The last one finds that nothing is left.
  expect(ofBlocks).toHaveLength(6);
  expect(
    ofBlocks[2]!
      .trim()
      .split(' ')
      .filter((ask) => ask !== 'now')
      .sort(),
  ).toEqual([
    ...['cacheGet', 'cachePut', 'gridRead', 'gridRead', 'gridSheet', 'gridWrite', 'http'],
    ...['journalSave', 'lease', 'lease', 'reserve', 'settle', 'tell'],
  ]);
});

test.each([1_700, 2_500, 2_999])('a limit of %d credits is spent to the last one and never passed', (cap) => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  bench.pick = late;
  const end = bench.start(bench.plan(), { cap });
  expect(end).toMatchObject({ is: 'paused', summary: { found: cap, creditsUsed: cap } });
  expect(end.why?.code).toBe('runCapReached');
  expect(bench.host.spending.counters.runs).toBe(cap);
  expect(bench.resume({ cap: 3_000 })).toMatchObject({ is: 'done', summary: { found: 3_000, creditsUsed: 3_000 } });
  expect(new Set(askedOf(bench)).size).toBe(askedOf(bench).length);
});

test('under a limit that nobody can set against the cost of partners, nothing is fetched ahead', () => {
  const lists = ({ operation, body }: HttpRequest): Exchange =>
    operation === 'enrichment.partnerships'
      ? json(200, {
          results: (body as { domains: readonly string[] }).domains.map((domain) => ({
            ...{ domain, status: 'found', company: { domain, name: domain } },
            ...{ partnerships: [], partnership_count: 0 },
          })),
        })
      : json(200, {
          results: (body as { domains: readonly string[] }).domains.map((domain) => ({
            ...{ domain, status: 'found' },
            company: { slug: domain.split('.')[0], primary_domain: domain, partnership_count: 0 },
          })),
        });
  const bench = new Bench([['domain'], ...column(2_500)], lists);
  const askedBefore: number[] = [];
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) askedBefore.push(new Set(askedOf(bench)).size);
  };
  const choices = [{ adds: 'partners', field: 'count', type: null } as const];
  expect(bench.start(bench.plan(choices), { cap: 9_000 }).is).toBe('done');
  expect(askedBefore).toEqual([1_000, 2_000, 2_500]);
  const free = new Bench([['domain'], ...column(2_500)], lists);
  askedBefore.length = 0;
  free.grid.before = (effect) => {
    if (isRowWrite(effect)) askedBefore.push(new Set(askedOf(free)).size);
  };
  expect(free.start(free.plan(choices)).is).toBe('done');
  expect(askedBefore[0]).toBe(2_000);
});

test('a pause waits for what is on its way, holds the file meanwhile, and sends nothing more', () => {
  const bench = new Bench([['domain'], ...column(4_000)]);
  bench.pick = late;
  const heldAtAnswers: boolean[] = [];
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) bench.grid.wish = 'pause';
    if (effect.ask === 'cachePut') heldAtAnswers.push(bench.grid.lease !== null);
  };
  expect(bench.start()).toMatchObject({ is: 'paused', why: null, summary: { found: 1_000, creditsUsed: 2_000 } });
  expect(heldAtAnswers).toEqual([true, true]);
  expect(bench.requests).toBe(20);
  expect(bench.grid.lease).toBeNull();
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  expect(bench.resume()).toMatchObject({ is: 'done', summary: { found: 4_000, creditsUsed: 4_000 } });
  expect(bench.requests).toBe(40);
});

test('a pause does not wait for a rate limit that only later rows have met', () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ...column(3_000)], (request) =>
    domainsOf(request).includes('x1500.example') && refusals-- > 0 ? json(429, {}, '600') : api(request),
  );
  bench.pick = (effects) =>
    Math.max(
      0,
      effects.findIndex(({ ask }) => ask !== 'sleep'),
    );
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) bench.grid.wish = 'pause';
  };
  expect(bench.start()).toMatchObject({ is: 'paused', why: null, summary: { found: 1_000, creditsUsed: 1_900 } });
  expect(bench.host.sleptMs).toEqual([]);
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  expect(bench.resume().summary).toMatchObject({ found: 3_000, creditsUsed: 3_000 });
  // Nine of the ten requests were answered, and are not sent again.
  expect(bench.requests).toBe(20 + 11);
});

test('while a fetch waits at the wish of the service, no other one sends', () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ...column(4_000)], (request) =>
    domainsOf(request).includes('x1500.example') && refusals-- > 0 ? json(429, {}, '600') : api(request),
  );
  bench.pick = (effects) =>
    Math.max(
      0,
      effects.findIndex(({ ask }) => ask !== 'sleep'),
    );
  const wavesAtSleep: number[] = [];
  bench.grid.before = (effect) => {
    if (effect.ask === 'sleep') wavesAtSleep.push(bench.host.waves.length);
  };
  expect(bench.start().summary).toMatchObject({ found: 4_000, creditsUsed: 4_000 });
  expect(wavesAtSleep).toEqual([2]);
  expect(bench.requests).toBe(41);
});

test('credits that run out ahead pause the run at the rows that they are missing for; nothing more is sent', () => {
  let balance = 1_250;
  const bench = new Bench([['domain'], ...column(4_000)], (request) => {
    const { length } = domainsOf(request);
    if (length > balance)
      return json(402, { error: 'credit_exhausted', requested: length, shortfall: length - balance });
    balance -= length;
    return api(request);
  });
  const end = bench.start();
  expect(end).toMatchObject({ is: 'paused', creditsLeft: 50, summary: { found: 1_200, creditsUsed: 1_200 } });
  expect(end.why?.code).toBe('creditsOut');
  expect(bench.requests).toBe(20);
  expect(bench.resume({ creditsLeft: 50 }).summary).toMatchObject({ found: 1_250, creditsUsed: 1_250 });
});

test('a service that cannot be reached ahead leaves the rows before as they are, and is not asked for more', () => {
  const isFirstBlock = (domain: string): boolean => Number(/\d+/.exec(domain)![0]) < 1_000;
  const bench = new Bench([['domain'], ...column(4_000)], (request) =>
    domainsOf(request).every(isFirstBlock) ? api(request) : { ok: false, reason: 'unreachable' },
  );
  expect(bench.start()).toMatchObject({
    is: 'paused',
    why: { code: 'unreachable' },
    summary: { found: 1_000, open: 3_000, creditsUsed: 1_000 },
  });
  expect(Math.max(...askedOf(bench).map((domain) => Number(/\d+/.exec(domain)![0])))).toBe(1_999);
});

test('a host that fails ahead ends the run where the rows are, not before', () => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  let fetches = 0;
  bench.grid.before = (effect) => {
    if (effect.ask === 'reserve') fetches += 1;
  };
  const { reserve } = bench.host.performers;
  Object.assign(bench.host.performers, {
    reserve: (effect: Parameters<typeof reserve>[0]) => {
      if (fetches === 2) throw new Error('the books cannot be opened');
      return reserve(effect);
    },
  });
  expect(() => bench.start()).toThrow('the books cannot be opened');
  expect(bench.grid.values().filter((row) => row[1] !== undefined)).toHaveLength(1 + 1_000);
  expect(bench.grid.lease).toBeNull();
});

test('rows that change places between look-ahead and write get the answers of their own inputs, each paid once', () => {
  const bench = new Bench([['domain'], ...column(3_500)]);
  let isSorted = false;
  bench.grid.before = (effect) => {
    if (!isRowWrite(effect) || isSorted) return;
    isSorted = true;
    const [title, ...rows] = bench.grid.rows;
    bench.grid.rows = [title!, ...rows.reverse()];
  };
  expect(bench.start().summary).toMatchObject({ found: 3_500, creditsUsed: 3_500 });
  for (const [domain, industry] of bench.grid.values().slice(1)) {
    expect(industry).toBe(`Industry ${String(domain).split('.')[0]}`);
  }
  expect(askedOf(bench)).toHaveLength(3_500);
  expect(bench.requests).toBe(35);
});

test('a row that was edited after its company was fetched ahead gets nothing', () => {
  const bench = new Bench([['domain'], ...column(2_000)]);
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) bench.grid.rows[1_501]![0]!.value = 'mine';
  };
  expect(bench.start().summary).toMatchObject({ found: 1_999, gone: 1, creditsUsed: 2_000 });
  expect(bench.grid.values()[1_501]).toEqual(['mine']);
});

test('cells that were filled before their company was fetched ahead are not paid for', () => {
  const bench = new Bench([['domain', 'industry'], ...column(2_500)]);
  const plan = bench.plan(undefined, { where: 'sameTitles' });
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) for (let row = 2_101; row <= 2_200; row += 1) bench.grid.at(row, 1).value = 'mine';
  };
  expect(bench.start(plan).summary).toMatchObject({ found: 2_400, filled: 100, creditsUsed: 2_400 });
  expect(bench.requests).toBe(24);
});
