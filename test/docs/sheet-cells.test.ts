import { toColumnName, toSheetCells } from '../../docs/site/sheet-cells';

it('a formula without inputs in the sheet is in the first cell', () => {
  expect(toSheetCells({ column: [] }, [['Stripe', 'US']])).toEqual({
    formulaIn: 'A1',
    rows: [['Stripe', 'US']],
    left: 0,
  });
});

it('each answer is in the row of its input', () => {
  expect(toSheetCells({ column: ['stripe.com', null] }, [['Stripe'], ['']])).toEqual({
    formulaIn: 'B2',
    rows: [
      ['', ''],
      ['stripe.com', 'Stripe'],
      ['', ''],
    ],
    left: 0,
  });
});

it('headers are above the first input', () => {
  expect(toSheetCells({ column: ['stripe.com'] }, [['name'], ['Stripe']])).toEqual({
    formulaIn: 'B1',
    rows: [
      ['', 'name'],
      ['stripe.com', 'Stripe'],
    ],
    left: 0,
  });
});

it('a long answer is cut, and how much is left is told', () => {
  const table = Array.from({ length: 20 }, (_row, index) => [index]);
  const { rows, left } = toSheetCells({ column: [] }, table);
  expect({ rows: rows.length, last: rows[11], left }).toEqual({ rows: 12, last: [11], left: 8 });
});

it('columns are named as in a sheet', () => {
  expect([0, 1, 25].map(toColumnName)).toEqual(['A', 'B', 'Z']);
});
