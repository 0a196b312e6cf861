import { planReconnect } from '../../../shared/frozen/plan-reconnect';
import type { CellContent, SheetCells } from '../../../shared/frozen/sheet-cells';

const exported = (inner: string, value = 'x'): string =>
  `=IFERROR(__xludf.DUMMYFUNCTION("${inner.replace(/"/g, '""')}"),"${value}")`;
const SPILLED = exported('"COMPUTED_VALUE"');

/** A sheet whose cells have formulas, or values. Formulas show `x`. */
function sheetOf(...rows: readonly (readonly CellContent[])[]): SheetCells {
  const isFormula = (cell: CellContent): boolean => String(cell).startsWith('=');
  return {
    id: '7',
    name: 'Leads',
    formulas: rows.map((line) => line.map((cell) => (isFormula(cell) ? String(cell) : ''))),
    values: rows.map((line) => line.map((cell) => (isFormula(cell) ? 'x' : cell))),
  };
}

const entered = (sheet: SheetCells): unknown =>
  planReconnect([sheet], 'excel').enter.map(
    ({ place, rows, columns, formula }) => `${place} ${rows}x${columns} ${formula}`,
  );
const stuck = (sheet: SheetCells): unknown =>
  planReconnect([sheet], 'excel').stuck.map(({ place, why }) => `${place} ${why}`);

it('enters the formula of each cell, and leaves values and other formulas', () => {
  const sheet = sheetOf(
    ['a.com', exported('TRACE_TECH(A1)'), '=B1&"!"'],
    ['b.com', exported('TRACE_TECH(A2)'), '=TRACE_TECH(A2)'],
    ['c.com', 'typed over', 3],
    ['d.com', exported('GOOGLEFINANCE("GOOG")'), ''],
  );
  expect(planReconnect([sheet], 'excel')).toEqual({
    enter: [
      { row: 0, column: 1, rows: 1, columns: 1, sheet: '7', formula: '=TRACE_TECH(A1)', place: 'Leads!B1' },
      { row: 1, column: 1, rows: 1, columns: 1, sheet: '7', formula: '=TRACE_TECH(A2)', place: 'Leads!B2' },
    ],
    stuck: [],
  });
});

it('enters a formula that filled several cells once, at its first cell', () => {
  const sheet = sheetOf(
    ['a.com', exported('TRACE_COMPANY(A1:A3,"name,country")'), SPILLED],
    ['b.com', SPILLED, SPILLED],
    ['c.com', SPILLED, ''],
  );
  expect(entered(sheet)).toEqual(['Leads!B1 3x2 =TRACE_COMPANY(A1:A3,"name,country")']);
});

it('of two formulas side by side each gets its own column, also where one of them is not about Trace', () => {
  const sheet = sheetOf(
    [exported('TRACE_TECH(F1:F3)'), exported('TRACE_COMPANY(F1:F2)'), exported('QUERY(F1:F3)')],
    [SPILLED, SPILLED, SPILLED],
    [SPILLED, '', SPILLED],
    [exported('TRACE_TECH(F4:F5)'), '', ''],
    [SPILLED, '', ''],
  );
  expect(entered(sheet)).toEqual([
    'Leads!A1 3x1 =TRACE_TECH(F1:F3)',
    'Leads!B1 2x1 =TRACE_COMPANY(F1:F2)',
    'Leads!A4 2x1 =TRACE_TECH(F4:F5)',
  ]);
});

it('values of a formula about something else are not cleared, though it begins higher up', () => {
  const sheet = sheetOf(
    ['', '', exported('IMPORTRANGE("x")')],
    [exported('TRACE_TECH(F1:F2)'), '', SPILLED],
    [SPILLED, '', SPILLED],
  );
  expect(entered(sheet)).toEqual(['Leads!A2 2x1 =TRACE_TECH(F1:F2)']);
});

it('a formula stays where its values may be those of a formula about something else', () => {
  const sheet = sheetOf(
    ['', '', exported('IMPORTRANGE("x")')],
    [exported('TRACE_COMPANY(F1:F2,"name,city,country")'), SPILLED, SPILLED],
    [SPILLED, SPILLED, SPILLED],
  );
  expect([entered(sheet), stuck(sheet)]).toEqual([[], ['Leads!A2 unclear']]);
});

it.each<[string, CellContent]>([
  ['a value', 'note'],
  ['the same value, typed', 'x'],
  ['a formula', '=1+1'],
])('a formula stays where one of the cells that it filled has %s since', (_what, since) => {
  const sheet = sheetOf([exported('TRACE_TECH(F1:F3)')], [since], [SPILLED]);
  expect([entered(sheet), stuck(sheet)]).toEqual([[], ['Leads!A1 changed']]);
});

it('a value typed below the cells that it filled stays out of the way', () => {
  expect(entered(sheetOf([exported('TRACE_TECH(F1:F3)')], [SPILLED], ['note']))).toEqual([
    'Leads!A1 2x1 =TRACE_TECH(F1:F3)',
  ]);
});

it('the first cell of an array may be gone, and its other cells then stay values', () => {
  expect(planReconnect([sheetOf(['typed'], [SPILLED])], 'excel')).toEqual({ enter: [], stuck: [] });
});

it('a formula that each cell of a column repeats is not entered in each of them', () => {
  const sheet = sheetOf([exported('TRACE_TECH(F1:F2)', 'a')], [exported('TRACE_TECH(F1:F2)', 'b')]);
  expect([entered(sheet), stuck(sheet)]).toEqual([[], ['Leads!A1 repeated', 'Leads!A2 repeated']]);
});

it.each([
  ['TRACE_TECH(A1)&IMPORTDATA(A1)', 'foreign'],
  ['TRACE_TECH(A1)&WEBSERVICE(A1)', 'foreign'],
  ["TRACE_TECH('https://example.com/[Book.xlsx]Sheet'!A1)", 'foreign'],
  ['SPLIT(TRACE_TECH(A1),",")', 'lacking'],
])('someone else may have written %s, so it is told and not entered', (inner, why) => {
  const sheet = sheetOf([exported(inner)]);
  expect([entered(sheet), stuck(sheet)]).toEqual([[], [`Leads!A1 ${why}`]]);
});

it('reads 20,000 cells of one array in a moment', () => {
  const rows = Array.from({ length: 10_000 }, () => [SPILLED, SPILLED]);
  expect(entered(sheetOf([exported('TRACE_COMPANY(F1:F10001,"name,country")'), SPILLED], ...rows))).toEqual([
    'Leads!A1 10001x2 =TRACE_COMPANY(F1:F10001,"name,country")',
  ]);
});
