import { countColumns } from '../../../shared/functions/count-columns';
import type { FunctionId } from '../../../shared/catalogue/index';
import { callFunction } from '../../../shared/functions/call';
import { runSync } from '../../../shared/task';
import { companyApi, MemoryHost } from '../../fakes/memory-host';

const ONE = [['stripe.com']];

it.each<[string, FunctionId, readonly unknown[], readonly number[]]>([
  [
    'counts, but not years or ids',
    'TRACE_COMPANY',
    [ONE, 'name, employees, founded_year, company_id, technology_count'],
    [1, 4],
  ],
  ['behind the inputs', 'TRACE_COMPANY', [ONE, 'employee_count', 'headers=2'], [1]],
  ['of technologies', 'TRACE_TECH', [ONE, 'name, count'], [1]],
  ['in rows, behind the inputs', 'TRACE_TECH', [[['a.com'], ['b.com']], 'count', 'layout=spill'], [1]],
  ['of partners', 'TRACE_PARTNERS', [ONE, 'count'], [0]],
  ['in tables', 'TRACE_SEARCH', ['shop', 'name, employee_count'], [1]],
  ['none', 'TRACE_COMPANY', [ONE, 'name'], []],
  ['none in a formula with a problem', 'TRACE_COMPANY', [ONE, 'no such field'], []],
])('finds the columns of counts: %s', (_what, id, received, columns) => {
  expect([...countColumns(id, received)]).toEqual(columns);
});

it('finds the column in which a price and its rows are numbers', () => {
  const table = runSync(callFunction('TRACE_COST', [ONE]), new MemoryHost(companyApi({})).performers);
  const numbers = new Set(table.flatMap((row) => row.flatMap((cell, at) => (typeof cell === 'number' ? [at] : []))));
  expect(countColumns('TRACE_COST', [ONE])).toEqual(numbers);
});
