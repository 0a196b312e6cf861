import { BulkWorld } from '../fakes/excel/bulk-world';
import { calls, cell, formulasOf, open, shownAt } from '../fakes/excel/freezing';
import type { FakeCell } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

const SEARCH = '=TRACE_SEARCH("payments","domain","headers=0")';
const spilled = (shown: string): FakeCell => ({ shown, from: { row: 0, column: 0 } });
const readerOf = (row: number): string => `=IF(COUNTA($A$1#)>0,TRACE_COMPANY(A${row},"country"),"")`;

it('formulas are back whose inputs stand where another has just spilled', async () => {
  const { world, freezing } = open(
    [calls(SEARCH, 'stripe.com'), cell(''), cell('')],
    [spilled('figma.com'), cell(''), calls(readerOf(2), 'US')],
    [spilled('sap.com'), cell(''), calls(readerOf(3), 'DE')],
  );
  expect(await freezing.freeze('file')).toBe('3 formulas frozen to values. Thaw brings formulas back.');
  expect(await freezing.thaw()).toBe('3 formulas back.');
  expect(formulasOf(world.sheet)).toEqual({ A1: SEARCH, C2: readerOf(2), C3: readerOf(3) });
});

/** Three companies found by the formula in A1, and beside them what is known of each. */
function openSpilled(reader: string, ...more: readonly FakeCell[]): ReturnType<typeof open> {
  const [a1, b1] = [
    { row: 0, column: 0 },
    { row: 0, column: 1 },
  ];
  return open(
    [calls('=TRACE_SEARCH("payments","domain","headers=0")', 'stripe.com'), calls(reader, 'US'), ...more],
    [
      { shown: 'figma.com', from: a1 },
      { shown: 'US', from: b1 },
    ],
    [
      { shown: 'sap.com', from: a1 },
      { shown: 'DE', from: b1 },
    ],
  );
}

it('a spilled range is frozen after what reads it, and thawed before', async () => {
  const { world, freezing } = openSpilled('=TRACE_COMPANY(A1#,"country")', calls('=IF(COUNTA(B1#)>0,"yes","")', 'yes'));
  // Another formula reads what the second one has spilled, so that one stays.
  expect(await freezing.freeze('file')).toBe(
    ['No formula was frozen.', 'Not frozen:', '• Other formulas read its range (A2#). Freeze those first: 2'].join(
      '\n',
    ),
  );
  expect(world.sheet.values(3)[0]).toEqual(['stripe.com', 'US', 'yes']);
  world.sheet.put(0, 2, cell(''));
  const before = formulasOf(world.sheet);
  expect(await freezing.freeze('file')).toContain('2 formulas frozen');
  expect(formulasOf(world.sheet)).toEqual({});
  expect(world.sheet.values(2)).toEqual([
    ['stripe.com', 'US'],
    ['figma.com', 'US'],
    ['sap.com', 'DE'],
  ]);
  expect(await freezing.thaw()).toBe('2 formulas back.');
  expect(formulasOf(world.sheet)).toEqual(before);
});

it('a spilled range that is not back keeps what read it a value', async () => {
  const { world, freezing } = openSpilled('=TRACE_COMPANY(A1#,"country")');
  await freezing.freeze('file');
  world.sheet.put(2, 0, cell('mine.com'));
  expect(await freezing.thaw()).toContain('2 values stay');
  expect({ formulas: formulasOf(world.sheet), shown: shownAt(world.sheet, 0, 1) }).toEqual({
    formulas: {},
    shown: 'US',
  });
});

it('finds calls in formulas whose titles hold a number sign', async () => {
  const formula = `=IF([@['# staff]]>1,TRACE_TECH([@['# site]]),"")`;
  const { world, freezing } = open(
    [cell('# staff'), cell('# site'), cell('Out')],
    [cell(5), cell('stripe.com'), calls(formula, 'Ruby')],
  );
  world.sheet.tables.add({ row: 0, column: 0, rowCount: 2, columnCount: 3 });
  expect(await freezing.freeze('file')).toBe('1 formula frozen to values. Thaw brings formulas back.');
  expect(await freezing.thaw()).toBe('1 formula back.');
  expect(formulasOf(world.sheet)).toEqual({ C2: formula });
});
