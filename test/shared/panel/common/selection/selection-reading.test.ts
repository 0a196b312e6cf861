import type { SelectedColumn } from '../../../../../shared/enrich/plan/selection';
import { triage } from '../../../../../shared/enrich/plan/triage';
import { isSameColumn, isWithin } from '../../../../../shared/panel/common/selection/selection-reading';

const column = (values: readonly string[], given: Partial<SelectedColumn> = {}): SelectedColumn => ({
  ...{ area: { sheet: 's', row: 0, rows: values.length, column: 1, columns: 1 }, sheetName: 'leads', column: 1 },
  ...{ columns: [], isWidened: true, selectedRow: 0, isTitleAbove: false, merged: 0 },
  triage: triage(
    values.map((value) => [value]),
    0,
  ),
  ...given,
});
const cell = { sheet: 's', sheetName: 'leads', row: 3, rows: 1, column: 1, columns: 1 };
const many = column(Array.from({ length: 5_002 }, (_value, index) => `a${index}.example`));
const few = column(['Website', 'a.example', '']);

test.each([
  ['its cells', column(['Website', 'a.example', '']), true],
  ['an edited cell', column(['Website', 'b.example', '']), false],
  ['a blank cell that is filled', column(['Website', 'a.example', 'b.example']), false],
  ['another title', column(['Domain', 'a.example', '']), false],
  ['another column', column(['Website', 'a.example', ''], { column: 2 }), false],
  ['cells instead of a column', column(['Website', 'a.example', ''], { isWidened: false }), false],
])('a column that was read again is told by %s', (_what, again, isSame) => {
  expect(isSameColumn(few, again)).toBe(isSame);
});

test('a column is another one where none was read', () => {
  expect(isSameColumn(null, few)).toBe(false);
});

test.each([
  ['a cell of a large column', many, cell, true],
  ['a cell of a small column', few, cell, false],
  ['a cell of another column', many, { ...cell, column: 2 }, false],
  ['a cell of another sheet', many, { ...cell, sheet: 't' }, false],
  ['several cells', many, { ...cell, rows: 2 }, false],
  ['a chart', many, 'object' as const, false],
])('%s is read again unless it changes nothing', (_what, shown, selection, isPassed) => {
  expect(isWithin(shown, selection)).toBe(isPassed);
});
