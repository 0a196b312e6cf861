import { nextProblem } from '../../../workbook/page/next-problem';

const at = (sheetId: string, row: number, column: number) => ({ unitId: 'book', sheetId, row, column });
const [A5, B2, SECOND] = [at('one', 4, 0), at('one', 1, 1), at('two', 0, 0)];
const PROBLEMS = [SECOND, A5, B2];
const SHEETS = ['one', 'two'];

it('walks through problems row by row, sheet by sheet, and begins again after the last', () => {
  const first = nextProblem(PROBLEMS, at('one', 0, 0), SHEETS);
  const second = nextProblem(PROBLEMS, B2, SHEETS);
  const third = nextProblem(PROBLEMS, A5, SHEETS);
  const again = nextProblem(PROBLEMS, SECOND, SHEETS);
  expect([first, second, third, again]).toEqual([B2, A5, SECOND, B2]);
});

it('begins with the first where no cell is selected, and finds none where there is none', () => {
  expect([nextProblem(PROBLEMS, null, SHEETS), nextProblem([], B2, SHEETS)]).toEqual([B2, undefined]);
});
