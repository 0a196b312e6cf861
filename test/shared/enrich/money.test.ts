import type { Ended } from '../../fakes/ended';
import type { Exchange } from '../../../shared/client/exchange';
import type { TraceError } from '../../../shared/errors/trace-error';
import { Crash } from '../../fakes/bulk-drive';
import { companies, CUT_OFF, MALFORMED, PARTNERS, RATE_LIMITED, RunCase, SERVER_ERROR } from '../../fakes/run-case';

/** What a run costs, by the service's own ledger: said is no less than was charged, and that is within the limit. */

const DAY_MS = 86_400_000;
const PROFILE = [{ adds: 'company', field: 'name' } as const, ...PARTNERS];

async function account(run: RunCase, end: Ended): Promise<{ readonly said: number; readonly charged: number }> {
  return { said: end.summary.creditsUsed, charged: await run.charged() };
}

/** Answers of the service that come as these do, one after the other; those of `null` come as they are. */
function spoil(run: RunCase, answers: readonly (Exchange | null)[]): void {
  run.network = async (send, nth) => {
    const spoilt = answers[nth - 1] ?? null;
    // A 429 or 500 is all that the service does.
    if (spoilt === SERVER_ERROR || spoilt === RATE_LIMITED) return spoilt;
    const came = await send();
    return spoilt ?? came;
  };
}

describe('an answer that was lost on the way was paid', () => {
  test('its body was cut off seven times', async () => {
    const run = new RunCase([['domain'], ...companies(200)]);
    spoil(
      run,
      Array.from({ length: 7 }, () => CUT_OFF),
    );
    const { said, charged } = await account(run, await run.run({ limit: 100 }));
    expect(charged).toBe(100);
    expect(said).toBe(100);
  });

  test('it was malformed, and later requests met errors of the service', async () => {
    const run = new RunCase([['domain'], ...companies(200)]);
    spoil(run, [MALFORMED, ...Array.from({ length: 6 }, () => SERVER_ERROR)]);
    const { said, charged } = await account(run, await run.run({ limit: 100 }));
    expect({ said, charged }).toEqual({ said: 100, charged: 100 });
  });

  test('it was malformed, and later requests were told to wait an hour: nothing more is sent', async () => {
    const run = new RunCase([['domain'], ...companies(200)]);
    spoil(run, [MALFORMED, RATE_LIMITED]);
    const end = await run.run({ limit: 100 });
    expect(end).toMatchObject({ is: 'paused', why: { code: 'rateLimited' } });
    expect(run.requests).toHaveLength(2);
    expect(await account(run, end)).toEqual({ said: 100, charged: 100 });
  });

  test('it was malformed, and a person stops the run before it is asked for again', async () => {
    const run = new RunCase([['domain'], ...companies(100)]);
    spoil(run, [MALFORMED, RATE_LIMITED]);
    run.before = (step) => {
      if (step === 'request') run.grid.wish = 'stop';
    };
    const end = await run.run({ limit: 100 });
    expect(end.is).toBe('stopped');
    expect(await account(run, end)).toEqual({ said: 100, charged: 100 });
  });

  test('it is answered again: the doubt is over, and nothing was paid twice', async () => {
    const run = new RunCase([['domain'], ...companies(100)]);
    spoil(run, [CUT_OFF]);
    const end = await run.run({ limit: 100 });
    expect(end).toMatchObject({ is: 'done', summary: { found: 100 } });
    expect(await account(run, end)).toEqual({ said: 100, charged: 100 });
  });
});

test('what broke off once its limit was spent is paid for once: resumed after 31 days, it asks for a higher limit', async () => {
  const run = new RunCase([['domain'], ...companies(50)]);
  run.before = () => {
    if (run.requests.length > 0) throw new Crash();
  };
  await expect(run.run({ limit: 50 })).rejects.toThrow(Crash);
  run.before = () => undefined;
  run.host.nowMs += 31 * DAY_MS;
  run.host.cache.clear();
  const end = await run.resume();
  expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' } });
  expect(await account(run, end)).toEqual({ said: 50, charged: 50 });
});

test('a wait over midnight at the end of the 30 days charges nothing that was granted as free', async () => {
  const run = new RunCase([['domain'], ...companies(50)]);
  run.host.nowMs = Date.parse('2026-06-01T00:01:00Z');
  await run.run();
  expect(await run.charged()).toBe(50);
  await run.keep();
  run.host.cache.clear();
  run.host.nowMs = Date.parse('2026-06-30T23:59:00Z');
  let isTold = false;
  run.network = async (send) => {
    if (isTold) return send();
    isTold = true;
    return { ok: true, response: { status: 429, retryAfter: '600', text: '{}' } };
  };
  const end = await run.run({ limit: 10, adds: [{ adds: 'company', field: 'industry' }] });
  expect((await run.charged()) - 50).toBeLessThanOrEqual(10);
  expect(end.summary.creditsUsed).toBeGreaterThanOrEqual((await run.charged()) - 50);
});

describe('partners under a limit', () => {
  test('rows finish in order, and what is paid is written', async () => {
    const run = new RunCase([['domain'], ...companies(2_000)]);
    const end = await run.run({ limit: 600, adds: PROFILE });
    const { said, charged } = await account(run, end);
    const rows = run.grid.values().slice(1);
    const isNamed = rows.map(([, name = '']) => name !== '');
    const isWhole = rows.map(([, name = '', partners = '']) => name !== '' && partners !== '');
    const whole = isWhole.indexOf(false);
    // Those before it are finished, none behind it is.
    expect(isWhole.lastIndexOf(true)).toBe(whole - 1);
    expect(whole).toBeGreaterThan(20);
    // A company's own record is a credit: each company that was looked up is in its row.
    const asked = run.requests
      .filter(({ operation }) => operation === 'companies.batch')
      .flatMap(({ body }) => (body as { readonly domains: readonly string[] }).domains);
    expect(isNamed.filter(Boolean)).toHaveLength(new Set(asked).size);
    expect(charged).toBeLessThanOrEqual(600);
    expect(said).toBeGreaterThanOrEqual(charged);
  });

  // No more companies at once than a 25th of what is left in credits, and only those with partners that fit all together, from
  // the rows that are written together: a hundred at first.
  test.each([
    [3_500, [100, 100, 50]],
    [2_500, [100, 62, 38, 47, 3]],
    [2_499, [99, 1, 62, 38, 47, 3]],
    [600, [24, 14, 6, 2, 1, 1]],
  ])(
    'a limit of %i lets 250 companies be asked for in batches of %j: full ones as long as they fit',
    async (limit, sizes) => {
      const run = new RunCase([['domain'], ...companies(250)]);
      await run.run({ limit, adds: PARTNERS });
      const batches = run.requests.filter(({ operation }) => operation === 'enrichment.partnerships');
      expect(batches.map(({ body }) => (body as { readonly domains: readonly string[] }).domains.length)).toEqual(
        sizes,
      );
    },
  );

  test('a list that the limit has cut is not done: it is whole once the limit is raised', async () => {
    const run = new RunCase([['domain'], ['many-partners.example']]);
    const end = await run.run({ limit: 20, adds: [{ adds: 'partners', field: 'type', type: null }] });
    expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { open: 1 } });
    expect(await run.charged()).toBeLessThanOrEqual(20);
    const next = await run.resume({ limit: 1_000 });
    expect(next.is).toBe('done');
    expect(String(run.grid.values()[1]![1]).split(', ').length).toBeGreaterThan(20);
    const { said, charged } = await account(run, next);
    expect(said).toBeGreaterThanOrEqual(charged);
  });

  test('a limit that is raised by little leaves the longer list that was there', async () => {
    const run = new RunCase([['domain'], ['many-partners.example']]);
    await run.run({ limit: 5, adds: PARTNERS });
    const shown = run.grid.at(1, 1).value;
    expect(shown).toBe('Docker, Ripple, Qodo, X, AlternativeTo … +475 more');
    expect(await run.resume({ limit: 7 })).toMatchObject({ is: 'paused', summary: { open: 1 } });
    expect(run.grid.at(1, 1).value).toBe(shown);
    await run.resume({ limit: 13 });
    expect(String(run.grid.at(1, 1).value)).toMatch(/^Docker, Ripple, Qodo, X, AlternativeTo, .* … \+472 more$/);
    expect((await run.undo()).isWhole).toBe(true);
    expect(run.grid.values()).toEqual([
      ['domain', ''],
      ['many-partners.example', ''],
    ]);
  });

  test('what the next company may cost is what its list needs: a limit raised by it is high enough', async () => {
    const run = new RunCase([['domain'], ['many-partners.example']]);
    const { why, summary } = await run.run({ limit: 20, adds: PARTNERS });
    const { credits } = (why as TraceError<'runCapReached'>).facts;
    expect(credits).toBeGreaterThan(20 - summary.creditsUsed);
    expect(await run.resume({ limit: summary.creditsUsed + credits })).toMatchObject({ is: 'done' });
  });

  test.each([false, true])(
    'what was written in part is taken back by an undo; after it went on: %s',
    async (goesOn) => {
      const run = new RunCase([['domain'], ...companies(60)]);
      const before = run.grid.values();
      await run.run({ limit: 200, adds: PROFILE });
      if (goesOn) await run.resume({ limit: 260 });
      const shown = run.grid.values().slice(1);
      const filled = shown.map((row) => row.slice(1).filter((value) => value !== '').length);
      expect(filled).toContain(goesOn ? 2 : 1);
      expect(filled).toContain(0);
      expect((await run.undo()).isWhole).toBe(true);
      expect(run.grid.values().map((row) => row.filter((value) => value !== ''))).toEqual(before);
    },
  );

  test('a list that the limit has cut and a person has edited since stays as it is', async () => {
    const run = new RunCase([['domain'], ['many-partners.example']]);
    await run.run({ limit: 20, adds: PARTNERS });
    run.grid.at(1, 1).value = 'mine';
    expect(await run.resume({ limit: 1_000 })).toMatchObject({ is: 'done' });
    expect(run.grid.at(1, 1).value).toBe('mine');
  });

  test('a company without partners costs what its own record costs, and no more', async () => {
    const run = new RunCase([['domain'], ...companies(300)]);
    const end = await run.run({ limit: 20_000, adds: PARTNERS });
    expect(end.is).toBe('done');
    const { said, charged } = await account(run, end);
    expect(said).toBe(charged);
  });
});

test('the account never says less than was charged where nothing limits it', async () => {
  const run = new RunCase([['domain'], ...companies(300)]);
  spoil(run, [MALFORMED, CUT_OFF, null, CUT_OFF]);
  const { said, charged } = await account(run, await run.run());
  expect(said).toBeGreaterThanOrEqual(charged);
});
