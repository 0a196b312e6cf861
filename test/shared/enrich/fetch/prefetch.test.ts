import { toRunPorts } from '../../../../shared/enrich/sheet/ports';
import { startEnrichment } from '../../../../shared/enrich/enrichment';
import type { Exchange, HttpRequest } from '../../../../shared/client/exchange';
import { watched } from '../../../fakes/watched-ports';
import { api, Bench, DAYS_30, domainsOf, isRowWrite } from '../../../fakes/bulk-bench';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

test.each([
  [1_000, 10],
  [2_150, 22],
])('%d rows are %d requests', async (rows, requests) => {
  const bench = new Bench([['domain'], ...column(rows)]);
  expect((await bench.start()).summary).toMatchObject({ found: rows, creditsUsed: rows });
  expect(bench.requests).toBe(requests);
  expect(bench.host.waves.every(({ length }) => length <= 10)).toBe(true);
});

test('duplicates near and far are asked for once, in full requests', async () => {
  const rows = Array.from({ length: 3_000 }, (_row, at) => [`x${at % 3 === 0 ? at % 1_500 : at}.example`]);
  const companies = new Set(rows.flat()).size;
  const bench = new Bench([['domain'], ...rows]);
  expect((await bench.start()).summary).toMatchObject({ found: 3_000, creditsUsed: companies });
  expect(companies).toBe(2_500);
  expect(bench.asked).toHaveLength(2_500);
  expect(bench.requests).toBe(25);
});

test('saving in between does not split requests into smaller ones', async () => {
  const bench = new Bench([['domain'], ...column(2_000)]);
  const { rows } = await bench.plan();
  const every20th = rows.filter(({ row }) => row % 20 === 7);
  await bench.start(
    await bench.plan(undefined, {
      rows: every20th.map(({ row, identifier }) => ({ row, input: { is: 'company', identifier, given: identifier } })),
    }),
  );
  expect(bench.requests).toBe(1);
  await bench.startNext(await bench.plan([{ adds: 'company', field: 'employee_count' }]));
  expect(bench.requests).toBe(1 + 19);
  expect(new Set(bench.asked).size).toBe(2_000);
});

test('requests of the next rows are on their way while rows are written, never more than ten', async () => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  let [onTheirWay, most] = [0, 0];
  const whileWriting: number[] = [];
  const send = async (request: HttpRequest): Promise<Exchange> => {
    most = Math.max(most, (onTheirWay += 1));
    await new Promise((done) => setTimeout(done, 20));
    onTheirWay -= 1;
    return api(request);
  };
  const http = ({ requests }: { readonly requests: readonly HttpRequest[] }): Promise<readonly Exchange[]> =>
    Promise.all(requests.map(send));
  const ports = watched(bench.grid.portsWith({ ...bench.host.performers, http }), (asked, act) => {
    if (isRowWrite(asked)) whileWriting.push(onTheirWay);
    return act();
  });
  const settings = { cap: null, quoted: 0, maxAgeMs: DAYS_30 };
  const end = await startEnrichment(toRunPorts(ports, bench.grid.person), await bench.plan(), settings);
  expect(end.is).toBe('done');
  expect(whileWriting).toEqual([10, 10, 0]);
  expect(most).toBe(10);
});

test('the first rows are asked for first, even if the host answers later requests sooner', async () => {
  const bench = new Bench([['domain'], ...column(2_000)]);
  bench.pick = (asked) => asked.length - 1;
  expect((await bench.start()).is).toBe('done');
  expect(bench.host.waves.map(([request]) => domainsOf(request!)[0])).toEqual(['x0.example', 'x1000.example']);
});

test('the next requests are on their way before the answers are read', async () => {
  const bench = new Bench([['domain'], ...column(4_000)]);
  let onTheirWay = 0;
  const whenRead: number[] = [];
  const send = async (request: HttpRequest, isFirst: boolean): Promise<Exchange> => {
    onTheirWay += 1;
    await new Promise((done) => setTimeout(done, 20));
    onTheirWay -= 1;
    const answer = api(request);
    if (!answer.ok || !isFirst) return answer;
    const { text } = answer.response;
    const get = (): string => {
      whenRead.push(onTheirWay);
      return text;
    };
    return { ok: true, response: Object.defineProperty({ ...answer.response }, 'text', { get }) };
  };
  const http = ({ requests }: { readonly requests: readonly HttpRequest[] }): Promise<readonly Exchange[]> =>
    Promise.all(requests.map((request, at) => send(request, at === 0)));
  const ports = toRunPorts(bench.grid.portsWith({ ...bench.host.performers, http }), bench.grid.person);
  await startEnrichment(ports, await bench.plan(), { cap: null, quoted: 0, maxAgeMs: DAYS_30 });
  // The second is read as soon as it has come, perhaps before the first rows are written.
  expect([whenRead[0], ...whenRead.slice(2)]).toEqual([10, 10, 0]);
});

test('rows that change places between look-ahead and write get the answers of their own inputs, each paid once', async () => {
  const bench = new Bench([['domain'], ...column(3_500)]);
  let isSorted = false;
  bench.grid.before = (effect) => {
    if (!isRowWrite(effect) || isSorted) return;
    isSorted = true;
    const [title, ...rows] = bench.grid.rows;
    bench.grid.rows = [title!, ...rows.reverse()];
  };
  expect((await bench.start()).summary).toMatchObject({ found: 3_500, creditsUsed: 3_500 });
  for (const [domain, industry] of bench.grid.values().slice(1)) {
    expect(industry).toBe(`Industry ${String(domain).split('.')[0]}`);
  }
  expect(bench.asked).toHaveLength(3_500);
  expect(bench.requests).toBe(35);
});

test('a row that was edited after its company was fetched ahead gets nothing', async () => {
  const bench = new Bench([['domain'], ...column(2_000)]);
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) bench.grid.rows[1_501]![0]!.value = 'mine';
  };
  expect((await bench.start()).summary).toMatchObject({ rows: 1_999, found: 1_999, creditsUsed: 2_000 });
  expect(bench.grid.values()[1_501]).toEqual(['mine']);
});
