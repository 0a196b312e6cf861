import { priceRest } from '../../../shared/enrich/price-rest';
import { Bench, INDUSTRY, TWO } from '../../fakes/bulk-bench';
import { partnersApi, PARTNERS } from '../../fakes/bulk-partners';
import { json } from '../../fakes/memory-host';

/** A preview is the enrichment itself, which pauses after its first rows. */

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);
const filled = (bench: Bench, at = 1): readonly unknown[] => bench.grid.values().map((row) => row[at] ?? '');

test('it fills the first rows, pays for no others, and says in the record that it is a preview', async () => {
  const bench = new Bench([['domain'], ...column(6)]);
  const end = await bench.start(undefined, { cap: 3, rows: 3 });
  expect({ is: end.is, why: end.why, asked: bench.asked }).toEqual({
    is: 'preview',
    why: null,
    asked: ['x0.example', 'x1.example', 'x2.example'],
  });
  expect(filled(bench)).toEqual(['Industry', 'Industry x0', 'Industry x1', 'Industry x2', '', '', '']);
  const found = await bench.find();
  expect(found).toMatchObject({ enrichment: { isLive: false, head: { state: 'open', ended: { is: 'preview' } } } });
});

test('going on fills the others, and pays for none twice', async () => {
  const bench = new Bench([['domain'], ...column(6)]);
  await bench.start(undefined, { cap: 3, rows: 3 });
  const end = await bench.resume({ rest: 3 });
  expect(end).toMatchObject({ is: 'done', summary: { found: 6, creditsUsed: 6 } });
  expect(bench.asked).toHaveLength(6);
});

test('clearing it puts the cells back, titles and new columns included', async () => {
  const bench = new Bench([['domain'], ...column(6)]);
  await bench.start(await bench.plan(TWO), { cap: 3, rows: 3 });
  expect((await bench.undo()).isWhole).toBe(true);
  expect([filled(bench, 1), filled(bench, 2)]).toEqual([Array(7).fill(''), Array(7).fill('')]);
  expect(await bench.find()).toEqual({ is: 'none' });
});

test('rows that name no company do not count, though their status is written', async () => {
  const bench = new Bench([['domain'], ['n/a!'], ['x0.example'], ['n/a!'], ['x1.example'], ['x2.example']]);
  await bench.start(await bench.plan([...INDUSTRY, { adds: 'status' }]), { cap: 2, rows: 2 });
  expect(filled(bench)).toEqual(['Industry', '', 'Industry x0', '', 'Industry x1', '']);
  expect(bench.asked).toEqual(['x0.example', 'x1.example']);
});

test('of so few rows that all are previewed, it is simply done', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  expect((await bench.start(undefined, { cap: 3, rows: 3 })).is).toBe('done');
});

test('one that fails is still a preview, with the reason', async () => {
  const bench = new Bench([['domain'], ...column(6)], () => json(402, { error: { code: 'insufficient_credits' } }));
  expect(await bench.start(undefined, { cap: 3, rows: 3 })).toMatchObject({
    is: 'preview',
    why: { code: 'creditsOut' },
  });
});

test('what is left is priced without a request, and partners by what the preview has shown', async () => {
  const bench = new Bench([['domain'], ...column(6)], partnersApi);
  await bench.start(await bench.plan(PARTNERS), { cap: 100, rows: 3 });
  const requests = bench.requests;
  const rest = await bench.do(priceRest);
  expect({ rows: rest.rows, most: rest.price.most, isEstimated: rest.price.partnersEstimate !== null }).toEqual({
    rows: 3,
    most: null,
    isEstimated: true,
  });
  expect(bench.requests).toBe(requests);
});

test('a limit that is chosen to go on is the one that the file tells', async () => {
  const bench = new Bench([['domain'], ...column(6)]);
  await bench.start(undefined, { cap: 3, rows: 3, quoted: 3 });
  await bench.resume({ rest: 50 });
  expect(await bench.find()).toMatchObject({ enrichment: { head: { quoted: 53 }, spent: { limit: 53, used: 6 } } });
});
