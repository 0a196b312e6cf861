import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { priceRun, type RunPrice } from '../../../shared/enrich/plan/price';
import { Bench, DAYS_30, INDUSTRY } from '../../fakes/bulk-bench';
import { partnersApi } from '../../fakes/bulk-partners';

/** Only the latest partners of each company: what is not shown is not paid. */

const latest = (top: number, field = 'name'): Choice => ({ adds: 'partners', field, type: null, top });
const TABLE = [['domain'], ['x5.example'], ['x2.example'], ['x9.example'], ['x5.example']];

const price = async (bench: Bench, choices: readonly Choice[]): Promise<RunPrice> => {
  const plan = await bench.plan(choices);
  return bench.do((ports) => priceRun(ports, plan, DAYS_30));
};

test('a company costs what it shows, and its partners are counted all the same', async () => {
  const bench = new Bench(TABLE, partnersApi);
  const end = await bench.start(await bench.plan([latest(3), latest(3, 'count')]));
  expect(bench.grid.values().slice(1)).toEqual([
    ['x5.example', 'P0, P1, P2', 5],
    ['x2.example', 'P0, P1', 2],
    ['x9.example', 'P0, P1, P2', 9],
    ['x5.example', 'P0, P1, P2', 5],
  ]);
  expect({ used: end.summary.creditsUsed, requests: bench.requests }).toEqual({ used: 8, requests: 3 });
  expect(bench.host.requests.every(({ path }) => /[?&]limit=3\b/.test(path))).toBe(true);
});

test('the price is known before, and nothing is paid again', async () => {
  const bench = new Bench(TABLE, partnersApi);
  expect(await price(bench, [latest(3), latest(3, 'domain')])).toMatchObject({
    most: 9,
    previewMost: 9,
    afterRow: [3, 6, 9, 9],
    quote: { toPay: 3, fresh: 0, paid: 0 },
  });
  await bench.start(await bench.plan([latest(3)]));
  expect(await price(bench, [latest(3)])).toMatchObject({ most: 0, quote: { toPay: 0, fresh: 3 } });
  expect(await price(bench, [latest(5)])).toMatchObject({ most: 15, quote: { toPay: 3 } });
});

test('beside facts of the company both are paid, and one of them may be there already', async () => {
  const bench = new Bench(TABLE, partnersApi);
  expect(await price(bench, [...INDUSTRY, latest(3)])).toMatchObject({ most: 12, afterRow: [4, 8, 12, 12] });
  await bench.start(await bench.plan(INDUSTRY));
  expect(await price(bench, [...INDUSTRY, latest(3)])).toMatchObject({ most: 9, quote: { toPay: 3, fresh: 0 } });
});

test('companies that Trace is known not to track cost nothing', async () => {
  const bench = new Bench([['domain'], ['none.example']], partnersApi);
  await bench.start(await bench.plan(INDUSTRY));
  expect(await price(bench, [latest(3)])).toMatchObject({ most: 0 });
});

test('of one type the price is known too', async () => {
  const bench = new Bench(TABLE, partnersApi);
  const channel: Choice = { adds: 'partners', field: 'name', type: 'channel', top: 2 };
  expect(await price(bench, [channel, latest(3)])).toMatchObject({ most: 15 });
});

test('a limit holds, and the rows finish in order', async () => {
  const bench = new Bench([['domain'], ['x9.example'], ['x8.example'], ['x7.example']], partnersApi);
  const end = await bench.start(await bench.plan([latest(3)]), { cap: 6 });
  expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { found: 2, creditsUsed: 6 } });
  expect(await bench.resume({ limit: 9 })).toMatchObject({ is: 'done', summary: { found: 3, creditsUsed: 9 } });
});
