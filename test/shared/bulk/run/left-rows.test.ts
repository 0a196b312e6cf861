import { findRow } from '../../../../shared/bulk/locate/locate-row';
import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import type { HttpRequest } from '../../../../shared/client/exchange';
import { api, Bench, domainsOf } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

/** Leaves a company out of its answers. */
function forgetful(request: HttpRequest) {
  const results = domainsOf(request)
    .filter((domain) => domain !== 'x2.example')
    .map((domain) => ({ domain, status: 'found', company: { primary_domain: domain, industry: 'Any' } }));
  return request.operation === 'companies.batch' ? json(200, { results }) : api(request);
}

async function leftOf(bench: Bench) {
  const found = await drive(lookAtRun, bench.host, bench.grid);
  if (found.is !== 'run') throw new Error('no run');
  return found;
}

async function failedRun(): Promise<Bench> {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['n/a'], ['x3.example']], forgetful);
  await bench.start();
  return bench;
}

test('a row that failed is found where it has moved, and nowhere once it is gone', async () => {
  const bench = await failedRun();
  const [left] = (await leftOf(bench)).rows.failed;
  expect(left?.rows).toEqual([{ index: 1, row: 2 }]);
  const find = async (): Promise<unknown> => await drive((ports) => findRow(ports, 1), bench.host, bench.grid);
  expect(await find()).toEqual({ row: 2, column: 0 });
  const [title, one, two, ...rest] = bench.grid.rows;
  bench.grid.rows = [title!, one!, ...rest, two!];
  expect(await find()).toEqual({ row: 4, column: 0 });
  bench.grid.rows.pop();
  expect(await find()).toBeNull();
});

test('a row that was gone before anything was asked is listed where it stood', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['x3.example']]);
  const plan = await bench.plan();
  bench.grid.rows.splice(2, 1);
  await bench.start(plan);
  const { summary, rows } = await leftOf(bench);
  expect({ gone: summary.gone, rows: rows.gone }).toEqual({ gone: 1, rows: [{ index: 1, row: 2 }] });
});

test('rows that name no company are told in the summary, also after the panel was closed', async () => {
  expect((await leftOf(await failedRun())).summary.unusable).toBe(1);
});
