import { BulkWorld } from '../fakes/excel/bulk-world';
import { calls, cell, formulasOf, open } from '../fakes/excel/freezing';
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
