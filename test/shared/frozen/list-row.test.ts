import { readLine, toLine, toListRow } from '../../../shared/frozen/list-row';
import type { CellContent } from '../../../shared/frozen/sheet-cells';

const sheet = (...values: readonly (readonly CellContent[])[]) => ({ id: '1', name: 'My leads', formulas: [], values });
const AT_MS = Date.UTC(2026, 11, 1, 9, 5);

it('a row of the list says where a formula was, what it was, what it showed, and when', () => {
  const row = toListRow(
    sheet(['a.com', 'Stripe', 'US'], ['b.com', 'Figma', '']),
    { row: 0, column: 1, rows: 2, columns: 2 },
    '=TRACE_COMPANY(A1:A2,"name, country")',
    AT_MS,
  );
  expect(toLine(row).slice(0, 5)).toEqual([
    'My leads',
    'B1:C2',
    '=TRACE_COMPANY(A1:A2,"name, country")',
    'Stripe',
    '2026-12-01 09:05',
  ]);
});

it.each<[string, CellContent]>([
  ['a text', 'US'],
  ['a text like a formula', '=1+1'],
  ['a date', 46_174],
  ['a truth', true],
  ['a blank', ''],
])('is read back as it was written: %s', (_what, value) => {
  const row = toListRow(sheet(['a.com', value]), { row: 0, column: 1, rows: 1, columns: 1 }, '=TRACE_TECH(A1)', AT_MS);
  expect(readLine(toLine(row))).toEqual(row);
});

it.each<[CellContent, CellContent]>([
  ['1', 1],
  ['true', true],
  ['', ' '],
])('tells values of different types apart: %j and %j', (one, other) => {
  const [first, second] = [one, other].map(
    (value) => toListRow(sheet([value]), { row: 0, column: 0, rows: 1, columns: 1 }, '=TRACE_TECH(B1)', AT_MS).check,
  );
  expect(first).not.toBe(second);
});

it('a long value is cut for people, and all of it is compared', () => {
  const rows = ['x', 'y'].map((end) =>
    toListRow(sheet(['-'.repeat(600) + end]), { row: 0, column: 0, rows: 1, columns: 1 }, '=TRACE_TECH(B1)', AT_MS),
  );
  expect([rows[0]!.value === rows[1]!.value, rows[0]!.check === rows[1]!.check]).toEqual([true, false]);
});

it.each([
  ['no sheet', ['', 'B2', '=TRACE_TECH(A2)']],
  ['no cell', ['Leads', 'here', '=TRACE_TECH(A2)']],
  ['cells that end before they begin', ['Leads', 'B2:A1', '=TRACE_TECH(A2)']],
  ['no formula', ['Leads', 'B2', 'TRACE_TECH(A2)']],
  ['nothing', []],
])('what someone has made of a row is no row: %s', (_what, line) => {
  expect(readLine(line)).toBeNull();
});
