import { findRow } from '../../../../shared/bulk/locate/locate-row';
import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import type { HttpRequest } from '../../../../shared/client/exchange';
import { api, Bench, domainsOf } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/memory-grid';
import { json } from '../../../fakes/memory-host';

/** Leaves a company out of its answers. */
function forgetful(request: HttpRequest) {
  const results = domainsOf(request)
    .filter((domain) => domain !== 'x2.example')
    .map((domain) => ({ domain, status: 'found', company: { primary_domain: domain, industry: 'Any' } }));
  return request.operation === 'companies.batch' ? json(200, { results }) : api(request);
}

function leftOf(bench: Bench) {
  const found = drive(lookAtRun(), bench.host, bench.grid);
  if (found.is !== 'run') throw new Error('no run');
  return found;
}

function failedRun(): Bench {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['n/a'], ['x3.example']], forgetful);
  bench.start();
  return bench;
}

test('a row that failed is found where it stands by now, and nowhere once it is gone', () => {
  const bench = failedRun();
  const [[, rows] = []] = [...leftOf(bench).rows.failed];
  expect(rows).toEqual([{ index: 1, row: 2 }]);
  const find = (): unknown => drive(findRow(1), bench.host, bench.grid);
  expect(find()).toEqual({ row: 2, column: 0 });
  const [title, one, two, ...rest] = bench.grid.rows;
  bench.grid.rows = [title!, one!, ...rest, two!];
  expect(find()).toEqual({ row: 4, column: 0 });
  bench.grid.rows.pop();
  expect(find()).toBeNull();
});

test('a row that was gone before anything was asked is listed where it stood', () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['x3.example']]);
  const plan = bench.plan();
  bench.grid.rows.splice(2, 1);
  bench.start(plan);
  const { summary, rows } = leftOf(bench);
  expect([summary.gone, rows.gone]).toEqual([1, [{ index: 1, row: 2 }]]);
});

test('rows that name no company are told in the summary, also after the panel was closed', () => {
  expect(leftOf(failedRun()).summary.unusable).toBe(1);
});
