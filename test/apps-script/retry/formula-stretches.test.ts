import { toFormulaStretches } from '../../../apps-script/retry/change-formulas';

const cell = (row: number, column: number) => ({ row, column, formula: `=F(${row},${column})` });

it('cells below one another are one run, whatever order they come in', () => {
  expect(toFormulaStretches([cell(3, 2), cell(2, 2), cell(4, 2)])).toEqual([
    { row: 2, column: 2, formulas: ['=F(2,2)', '=F(3,2)', '=F(4,2)'] },
  ]);
});

it('a gap, and another column, begin another run', () => {
  expect(toFormulaStretches([cell(2, 2), cell(2, 3), cell(4, 2)])).toEqual([
    { row: 2, column: 2, formulas: ['=F(2,2)'] },
    { row: 4, column: 2, formulas: ['=F(4,2)'] },
    { row: 2, column: 3, formulas: ['=F(2,3)'] },
  ]);
});

it('the first cell of a column does not follow the last one of the column before', () => {
  expect(toFormulaStretches([cell(1, 1), cell(2, 2)])).toHaveLength(2);
});

it('no cells are no runs', () => {
  expect(toFormulaStretches([])).toEqual([]);
});
