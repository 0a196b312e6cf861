import { toProblemLines, toProblemsText } from '../../../shared/panel/problems-text';
import type { Help } from '../../../shared/errors/cell-traits';
import type { Reason } from '../../../shared/panel/problem-reasons';

const reason = (title: string, help: Help, cells: number): Reason => ({ why: 'unknown', title, help, cells });

it.each<[readonly Reason[] | null, string]>([
  [null, 'Asks Trace again for cells that show a problem. Other cells stay as they are.'],
  [[], 'No Trace cell shows a problem.'],
  [[reason('Trace not reachable', 'retry', 1)], '1 cell shows a problem.'],
  [[reason('Key refused', 'key', 1_200)], '1,200 cells show a problem.'],
  [[reason('Waiting for a limit', 'fetch', 1)], '1 cell shows a problem. Fetch it under Waiting cells.'],
  [[reason('Waiting for a limit', 'fetch', 12)], '12 cells show a problem. Fetch them under Waiting cells.'],
  [[reason('Formula or input', 'correct', 2)], '2 cells show a problem. Select a cell to see what to correct.'],
  [[reason('No credits left', 'retry', 8), reason('Key refused', 'key', 4)], '12 cells show a problem.'],
])('case %#: %2$s', (reasons, text) => {
  expect(toProblemsText(reasons)).toBe(text);
});

it('a problem of which the host knows no reason is another one', () => {
  expect(toProblemLines([reason('Key refused', 'key', 1_200), reason('', 'retry', 3)])).toEqual([
    ['Key refused', '1,200'],
    ['Other', '3'],
  ]);
});
