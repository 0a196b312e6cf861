import { OfficeError } from '../../workbook/office-error';
import type { GridCell, GridWriting } from '../../shared/ports';
import { ExcelContext } from '../../workbook/excel-api';
import { ExcelBatch } from '../../workbook/excel-batch';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';

/** How a writing is cut: into parts that Excel carries, and in halves where Excel refuses it. */

const ROWS = 40;
const PIVOT = new OfficeError('PivotTableRangeConflict', 'a PivotTable cannot be changed.');

afterEach(() => {
  jest.restoreAllMocks();
  BulkWorld.close();
});

test('rows that a person sorts meanwhile get the answers of their own companies, or none', async () => {
  const domain = (row: number): string => `x${String(row).padStart(2, '0')}.example`;
  const rows = Array.from({ length: ROWS }, (_row, at) => at);
  const sheet = new FakeSheet(rows.map((row) => [{ shown: domain(row) }]));
  sheet.refusing.set(`${ROWS - 1}:1`, PIVOT);
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  const writing: GridWriting = {
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map((row): GridCell[] => [{ kind: 'text', text: `of ${domain(row)}`, isLiteral: false }]),
    guard: {
      input: { column: 0, values: rows.map(domain) },
      before: rows.map(() => ['']),
      sheetRows: null,
      header: null,
    },
  };
  // The first call reads, the second writes and is refused; then the table is sorted the other way round.
  let calls = 0;
  const { sync } = ExcelContext.prototype;
  jest.spyOn(ExcelContext.prototype, 'sync').mockImplementation(async function (this: ExcelContext) {
    calls += 1;
    if (calls === 3) sheet.rows.reverse();
    return sync.call(this);
  });
  const { moved, refused } = await world.host.ports.sheet.write(writing);
  const wrong = sheet.values(2).filter(([input, answer]) => answer !== '' && answer !== `of ${String(input)}`);
  expect(wrong).toEqual([]);
  const isTold = new Set([...moved, ...refused.map(({ at }) => at)]);
  const blanks = sheet.values(2).flatMap(([input, answer]) => (answer === '' ? [String(input)] : []));
  expect(blanks.filter((input) => !isTold.has(rows.findIndex((row) => domain(row) === input)))).toEqual([]);
  expect(calls).toBeGreaterThan(2);
});

const text = (given: string): GridCell => ({ kind: 'text', text: given, isLiteral: false });
const open = (rows: readonly (readonly FakeCell[])[]): BulkWorld =>
  new BulkWorld(new FakeSheet(rows), 'http://127.0.0.1:9');

test('writes more than Excel on the web carries at once in parts', async () => {
  const long = 'x'.repeat(20_000);
  const rows = Array.from({ length: 500 }, (_row, at) => at);
  const world = open(rows.map((row) => [{ shown: `x${row}.example` }]));
  const written = await world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map(() => [text(long)]),
    guard: { input: null, before: rows.map(() => ['']), sheetRows: null, header: null },
  });
  expect([written, world.sheet.values(2).every((row) => row[1] === long)]).toEqual([{ moved: [], refused: [] }, true]);
});

test('writes over long texts, which it reads first, in parts', async () => {
  const long = 'ü'.repeat(400);
  const rows = Array.from({ length: 8_000 }, (_row, at) => at);
  const world = open(rows.map(() => [{ shown: 'a.example' }, { shown: long }]));
  const written = await world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map(() => [text('short')]),
    guard: { input: null, before: rows.map(() => [long]), sheetRows: null, header: null },
  });
  expect([written, world.sheet.values(2).every((row) => row[1] === 'short')]).toEqual([
    { moved: [], refused: [] },
    true,
  ]);
});

test('counts the bytes of what it writes', async () => {
  const long = '漢'.repeat(900);
  const rows = Array.from({ length: 5_000 }, (_row, at) => at);
  const world = open(rows.map((row) => [{ shown: `x${row}.example` }]));
  const sizes = jest.spyOn(ExcelBatch.prototype, 'noteAsked');
  await world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map(() => [text(long)]),
    guard: { input: null, before: rows.map(() => ['']), sheetRows: null, header: null },
  });
  const largest = Math.max(...sizes.mock.calls.map(([sent]) => Buffer.byteLength(JSON.stringify(sent))));
  sizes.mockRestore();
  expect(largest).toBeLessThan(2_500_000);
});
