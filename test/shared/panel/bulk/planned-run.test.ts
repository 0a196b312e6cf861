import { isSameRun, type PlannedRun } from '../../../../shared/panel/bulk/planned-run';

const planned = (rows: readonly number[], most: number | null, cells = rows.length): PlannedRun =>
  ({ plan: { targets: [{ column: 1 }], rows, cells }, price: { most } }) as unknown as PlannedRun;

test.each([
  ['the same', planned([1, 2], 2), true],
  ['cheaper', planned([1, 2], 1), true],
  ['dearer', planned([1, 2], 3), false],
  ['of other rows', planned([1, 3], 2), false],
  ['of more cells', planned([1, 2], 2, 4), false],
])('a run that has become %s is begun: only where it is no worse', (_what, again, isSame) => {
  expect(isSameRun(planned([1, 2], 2), again)).toBe(isSame);
});

test('a run whose price has become unknown is not the one that was agreed to', () => {
  expect([isSameRun(planned([1], 300), planned([1], null)), isSameRun(planned([1], null), planned([1], 300))]).toEqual([
    false,
    true,
  ]);
});

test('a run of unknown price is begun under its limit, as it was agreed to', () => {
  expect(isSameRun(planned([1], null), planned([1], null))).toBe(true);
});
