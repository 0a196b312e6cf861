import { readLine } from '../../../shared/frozen/list-row';
import { examples } from './examples';

it('the example of a frozen formula is read whole', () => {
  const [line] = examples('Frozen formulas');
  expect(readLine(JSON.parse(line!) as readonly string[])).toEqual({
    ...{ sheet: 'Leads', row: 1, column: 2, rows: 1, columns: 2 },
    formula: '=TRACE_COMPANY(A2,"name, country")',
    value: 'Stripe',
    frozenAt: '2026-12-01 09:05',
    check: 'aB3dE_x1',
  });
});
