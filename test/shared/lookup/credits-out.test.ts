import { lookup } from '../../../shared/lookup/ports';
import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import type { LookupKind } from '../../../shared/records/outcome';
import { runSync } from '../../../shared/task';
import { ScriptedHost } from '../../fakes/batcher-host';
import { json, MemoryHost } from '../../fakes/memory-host';
import { MeteredApi } from '../../fakes/metered-api';

const MONTH = { maxAgeMs: 30 * 86_400_000, isAgeAsked: false };
const companies = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_each, at) => `x${first + at}.example`);

/** How many of these cells of Google Sheets show which answer, and how many requests it took. */
function ask(host: MemoryHost, kind: LookupKind, domains: readonly string[]) {
  const before = host.requests.length;
  const outcomes = runSync(lookup(kind, domains, MONTH), host.performers);
  const shown = domains.map((domain) => {
    const outcome = outcomes.get(domain);
    return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
  });
  return { shown: runsOf(shown), requests: host.requests.length - before };
}

/** `40 found, 60 creditsOut`: neighbors that show the same. */
function runsOf(shown: readonly (string | undefined)[]): string {
  const runs: [number, string | undefined][] = [];
  for (const each of shown) {
    const last = runs[runs.length - 1];
    if (last?.[1] === each) last![0] += 1;
    else runs.push([1, each]);
  }
  return runs.map((run) => run.join(' ')).join(', ');
}

const metered = (balance: number, countOf?: (domain: string) => number) => {
  const api = new MeteredApi(balance, countOf);
  return { api, host: new MemoryHost(api.answer) };
};

describe('where a request needs more credits than are left', () => {
  it('companies are fetched in order as far as the credits go', () => {
    const { api, host } = metered(40);
    expect({ ...ask(host, 'company', companies(100)), left: api.balance }).toEqual({
      shown: '40 found, 60 creditsOut',
      requests: 2,
      left: 0,
    });
  });

  it('partners are fetched as far as the refused request lets expect', () => {
    // Ten companies need 110 credits; 60 pay for five of them.
    const { api, host } = metered(60, () => 10);
    expect({ ...ask(host, 'partners', companies(10)), left: api.balance }).toEqual({
      shown: '5 found, 5 creditsOut',
      requests: 2,
      left: 5,
    });
  });

  it('fewer go where the first of them need more than the average', () => {
    const { host } = metered(60, (domain) => (domain === 'x1.example' ? 50 : 6));
    // 114 are needed for ten; five of them need 79, three 65, two 58.
    expect(ask(host, 'partners', companies(10))).toEqual({ shown: '2 found, 8 creditsOut', requests: 4 });
  });

  it('what was paid for still goes once no credit is left', () => {
    const { api, host } = metered(3);
    ask(host, 'company', companies(3));
    ask(host, 'company', ['x9.example']);
    const kept = [...host.cache.keys()].filter((key) => /x[123]\.example/.test(key));
    for (const key of kept) host.cache.delete(key);
    expect({ ...ask(host, 'company', companies(4)), left: api.balance }).toEqual({
      shown: '3 found, 1 creditsOut',
      requests: 1,
      left: 0,
    });
  });

  it('larger requests wait, and smaller ones go', () => {
    const { host } = metered(5, () => 10);
    const refused = ask(host, 'partners', ['x1.example']);
    expect([refused, ask(host, 'partners', ['x2.example']), ask(host, 'company', ['x3.example'])]).toEqual([
      { shown: '1 creditsOut', requests: 1 },
      { shown: '1 creditsOut', requests: 0 },
      { shown: '1 found', requests: 1 },
    ]);
  });
});

describe('a refusal for lack of credits is over', () => {
  it('after any answer', () => {
    const { api, host } = metered(5, () => 10);
    ask(host, 'partners', ['x1.example']);
    api.balance = 100_000;
    ask(host, 'company', ['x3.example']);
    expect(ask(host, 'partners', companies(10))).toEqual({ shown: '10 found', requests: 1 });
  });

  it('after a minute, for users who bought credits meanwhile', () => {
    const { api, host } = metered(0);
    ask(host, 'company', ['x1.example']);
    api.balance = 100_000;
    const soon = ask(host, 'company', ['x1.example']);
    host.nowMs += 61_000;
    expect([soon, ask(host, 'company', ['x1.example'])]).toEqual([
      { shown: '1 creditsOut', requests: 0 },
      { shown: '1 found', requests: 1 },
    ]);
  });
});

test('in Excel one refused batch leaves the others alone', async () => {
  const api = new MeteredApi(98_979, () => 23);
  const host = new ScriptedHost((request) =>
    host.requests.length === 1
      ? json(402, { error: 'credit_exhausted', requested: 2_400, shortfall: 600 })
      : api.answer(request),
  );
  const batcher = new LookupBatcher(host);
  const recalculate = async (domains: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const cells = domains.map((domain) => batcher.lookup('partners', [domain], { ...MONTH, isAgeAsked: true }));
    await host.endWindow();
    return (await Promise.all(cells)).map((outcomes, at) => {
      const outcome = outcomes.get(domains[at]!);
      return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
    });
  };
  const first = await recalculate(companies(206));
  expect(runsOf(first)).toBe('75 found, 25 creditsOut, 106 found');
  expect(runsOf(await recalculate(companies(206)))).toBe('206 found');
});

test('in Excel what was paid for goes behind a batch that costs more than is left', async () => {
  // More batches than are under way at once.
  const api = new MeteredApi(3_000);
  const host = new ScriptedHost(api.answer);
  const batcher = new LookupBatcher(host);
  const recalculate = async (domains: readonly string[]): Promise<string> => {
    const cells = domains.map((domain) => batcher.lookup('company', [domain], { maxAgeMs: 0, isAgeAsked: true }));
    await host.endWindow();
    const outcomes = (await Promise.all(cells)).map((found, at) => found.get(domains[at]!));
    return runsOf(outcomes.map((outcome) => (outcome?.is === 'failed' ? outcome.error.code : outcome?.is)));
  };
  const paid = companies(3_000);
  const first = await recalculate(paid);
  host.clockMs += 86_400_000;
  const again = await recalculate([...companies(100, 5_001), ...paid]);
  // Where a company is not asked for again, its older answer shows.
  expect({ first, again, requests: api.requests.length }).toEqual({
    first: '3000 found',
    again: '100 creditsOut, 3000 found',
    requests: 30 + 31,
  });
});
