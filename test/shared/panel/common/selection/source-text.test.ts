import { triage } from '../../../../../shared/enrich/plan/triage';
import type { SelectedColumn } from '../../../../../shared/enrich/plan/selection';
import {
  toSkippedGroups,
  toSourceCounts,
  toSourceHints,
  toSourceText,
} from '../../../../../shared/panel/common/selection/source-text';

const column = (values: readonly string[], given: Partial<SelectedColumn> = {}): SelectedColumn => ({
  ...{ area: { sheet: 's', row: 0, rows: values.length, column: 1, columns: 1 }, sheetName: 'leads', column: 1 },
  ...{ columns: [], isWidened: false, selectedRow: 0, isTitleAbove: false, merged: 0 },
  triage: triage(
    values.map((value) => [value]),
    0,
  ),
  ...given,
});
const MIXED = column(['Website', 'a.example', 'A.example', '', 'n/a', 'x@gmail.com', 'linkedin.com/in/ada', '']);

test.each([
  [column(['Website', 'a.example']), 'leads › B Website · 1 row'],
  [column(['a.example', 'b.example']), 'leads › B · 2 rows'],
])('a source is named by its sheet, column and title', (source, text) => {
  expect(toSourceText(source)).toBe(text);
});

test('the rows are ready, duplicates, or skipped', () => {
  expect(toSourceCounts(MIXED)).toEqual({ ready: 1, duplicates: 1, names: 0, skipped: 5 });
});

test('names are not skipped, since their domains can be searched', () => {
  expect(toSourceCounts(column(['Company', 'Stripe, Inc.', 'Figma Ltd.', '']))).toEqual({
    ...{ ready: 0, duplicates: 0, names: 2, skipped: 1 },
  });
});

test('texts that cannot be searched are skipped and listed in a column of names too', () => {
  const names = column(['Company', 'Stripe, Inc.', 'Figma Ltd.', 'x@gmail.com', '42', 'a@x.example, b@x.example', '']);
  expect(toSourceCounts(names)).toEqual({ ready: 0, duplicates: 0, names: 2, skipped: 4 });
  expect(toSkippedGroups(names).map(({ title, cells }) => [title, cells.map(({ row }) => row)])).toEqual([
    ['2 rows without a usable domain', [4, 5]],
    ['1 free email address', [3]],
    ['1 blank row', [6]],
  ]);
});

test('skipped rows are grouped by what a person may do about them', () => {
  expect(toSkippedGroups(MIXED).map(({ title, cells }) => [title, cells.map(({ row }) => row)])).toEqual([
    ['1 row without a usable domain', [4]],
    ['1 free email address', [5]],
    ['1 page on another site', [6]],
    ['2 blank rows', [3, 7]],
  ]);
});

test.each<[string, SelectedColumn, number, readonly string[]]>([
  ['rows', column(['Website', 'a.example', 'b.example']), 1, ['Rows 2 to 3.']],
  [
    'one cell',
    column(['Website', 'a.example'], { isWidened: true }),
    1,
    ['One cell is selected, so Trace uses the whole column of domains.'],
  ],
  ['two areas', column(['Website', 'a.example']), 2, ['Row 2.', '2 areas are selected. Trace uses the first one.']],
  [
    'merged cells',
    column(['Website', 'a.example', ''], { merged: 1 }),
    1,
    ['Rows 2 to 3.', '1 row counts as blank: only the top of a merged cell has a value.'],
  ],
  [
    'rows without a title',
    column(['a.example', 'b.example']),
    1,
    ['Rows 1 to 2.', 'Row 1 counts as a company, so new columns get no titles.'],
  ],
])('of a selection it is told what has to be known: %s', (_what, source, areas, hints) => {
  expect(toSourceHints(source, areas, true)).toEqual(hints);
});

test('if no columns are filled, nothing is said of their titles', () => {
  const hints = toSourceHints(column(['a.example', 'b.example']), 1, false);
  expect(hints).toEqual(['Rows 1 to 2.', 'Row 1 counts as a company.']);
});

test('a skipped cell is shown once, with what is wrong with it', () => {
  const [unusable, freeMail] = toSkippedGroups(column(['Website', 'a.example', '12345', 'ann@gmail.com']));
  expect([unusable!.cells[0]!.text, freeMail!.cells[0]!.text]).toEqual([
    '12345',
    "ann@gmail.com: gmail.com is a free email provider, not a company. Use the company's own domain.",
  ]);
});

test('names among domains are listed as such, without a formula for each', () => {
  const [names] = toSkippedGroups(column(['Website', 'a.example', 'b.example', 'Figma', 'Stripe, Inc.']));
  expect([names!.title, ...names!.cells.map(({ text }) => text)]).toEqual([
    '2 names instead of domains',
    'Figma',
    'Stripe, Inc.',
  ]);
});
