import { toSummary } from '../../../workbook/page/problem-summary';

test.each<[cells: readonly (readonly [sentence: string, cells: number])[], summary: string]>([
  [[], ''],
  [[['No key.', 1]], '1 cell shows a problem: No key.'],
  [[['No key.', 1_200]], '1,200 cells show a problem: No key.'],
  [
    [
      ['No key.', 1],
      ['Not a domain.', 2],
    ],
    '3 cells show 2 problems. 2 cells: Not a domain. 1 cell: No key.',
  ],
  [
    [
      ['No key.', 5],
      ['Not a domain.', 4],
      ['Too long.', 2],
      ['Too wide.', 1],
    ],
    '12 cells show 4 problems. 5 cells: No key. 4 cells: Not a domain. 3 cells: other problems.',
  ],
])('the line below the grid: %j', (cells, summary) => {
  expect(toSummary(new Map(cells))).toBe(summary);
});
