import fc from 'fast-check';
import { OfficeError } from '../../../workbook/office/office-error';
import type { GridCell } from '../../../shared/ports';
import { ExcelContext } from '../../../workbook/office/excel-api';
import { ExcelBatch } from '../../../workbook/office/excel-batch';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { times } from '../../setup/chance';

/** How a writing is cut: into parts that Excel carries, and in halves where Excel refuses it. */

const ROWS = 12;
const PIVOT = new OfficeError('PivotTableRangeConflict', 'a PivotTable cannot be changed.');

afterEach(() => {
  jest.restoreAllMocks();
  BulkWorld.close();
});

const text = (given: string): GridCell => ({ kind: 'text', text: given });
const open = (rows: readonly (readonly FakeCell[])[]): BulkWorld =>
  new BulkWorld(new FakeSheet(rows), 'http://127.0.0.1:9');
const domain = (row: number): string => `x${String(row).padStart(2, '0')}.example`;

/** Some neighboring cells refuse entries, and after so many writing calls a user sorts the table. */
interface Sorted {
  readonly afterWrites: number;
  readonly refused: { readonly from: number; readonly count: number };
  /** Its rows are turned by so many; `reversed`: upside down. */
  readonly by: number | 'reversed';
}

const sorted: fc.Arbitrary<Sorted> = fc.record({
  afterWrites: fc.integer({ min: 1, max: 14 }),
  refused: fc.record({ from: fc.integer({ min: 0, max: ROWS - 1 }), count: fc.integer({ min: 1, max: ROWS - 1 }) }),
  by: fc.oneof(fc.constant('reversed' as const), fc.integer({ min: 1, max: ROWS - 1 })),
});

/** The table afterwards, and the companies of which the host says that they have moved or were refused. */
async function writeSorted(world: BulkWorld, { afterWrites, refused: { from, count }, by }: Sorted) {
  const rows = Array.from({ length: ROWS }, (_row, at) => at);
  const { sheet } = world;
  sheet.rows.splice(0, Infinity, ...rows.map((row) => [{ shown: domain(row) }]));
  sheet.refusing.clear();
  for (let row = from; row < Math.min(ROWS, from + count); row += 1) sheet.refusing.set(`${row}:1`, PIVOT);
  let writes = 0;
  const wrote = (): void => {
    writes += 1;
    if (writes !== afterWrites) return;
    if (by === 'reversed') sheet.rows.reverse();
    else sheet.rows.unshift(...sheet.rows.splice(by));
  };
  const { sync } = ExcelContext.prototype;
  const spy = jest.spyOn(ExcelContext.prototype, 'sync').mockImplementation(async function (this: ExcelContext) {
    const before = sheet.writes;
    try {
      await sync.call(this);
    } catch (thrown) {
      wrote();
      throw thrown;
    }
    if (sheet.writes > before) wrote();
  });
  const written = await world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map((row) => [text(`of ${domain(row)}`)]),
    guard: {
      input: { column: 0, values: rows.map(domain) },
      before: rows.map(() => ['']),
    },
  });
  spy.mockRestore();
  const told = new Set([...written.moved, ...written.refused.map(({ at }) => at)]);
  return { table: sheet.values(2), told: [...told].map(domain), writes };
}

test('rows that a person sorts between any two writes get the answers of their own companies, or are told', async () => {
  const world = open([]);
  let most = 0;
  await fc.assert(
    fc.asyncProperty(sorted, async (given) => {
      const { table, told, writes } = await writeSorted(world, given);
      expect(table.filter(([input, answer]) => answer !== '' && answer !== `of ${String(input)}`)).toEqual([]);
      const blank = table.flatMap(([input, answer]) => (answer === '' ? [String(input)] : []));
      expect(blank.filter((input) => !told.includes(input))).toEqual([]);
      most = Math.max(most, writes);
    }),
    { numRuns: times(60) },
  );
  expect(most).toBeGreaterThan(8);
});

test('a table turned upside down after the first refusal keeps what was not written yet blank', async () => {
  const { table, told } = await writeSorted(open([]), {
    afterWrites: 1,
    refused: { from: 11, count: 1 },
    by: 'reversed',
  });
  expect(table.every(([, answer]) => answer === '')).toBe(true);
  expect(told).toHaveLength(12);
});

test('writes more than Excel on the web carries at once in parts', async () => {
  const long = 'x'.repeat(20_000);
  const rows = Array.from({ length: 500 }, (_row, at) => at);
  const world = open(rows.map((row) => [{ shown: `x${row}.example` }]));
  const written = await world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map(() => [text(long)]),
    guard: { input: null, before: rows.map(() => ['']) },
  });
  expect({ written, isInEveryRow: world.sheet.values(2).every((row) => row[1] === long) }).toEqual({
    written: { moved: [], refused: [] },
    isInEveryRow: true,
  });
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
    guard: { input: null, before: rows.map(() => [long]) },
  });
  expect({ written, isInEveryRow: world.sheet.values(2).every((row) => row[1] === 'short') }).toEqual({
    written: { moved: [], refused: [] },
    isInEveryRow: true,
  });
});

test('writes what Excel on the web carries at once, also if each character takes three bytes', async () => {
  const long = '漢'.repeat(900);
  const rows = Array.from({ length: 5_000 }, (_row, at) => at);
  const world = open(rows.map((row) => [{ shown: `x${row}.example` }]));
  const sizes = jest.spyOn(ExcelBatch.prototype, 'noteAsked');
  await world.host.ports.sheet.write({
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map(() => [text(long)]),
    guard: { input: null, before: rows.map(() => ['']) },
  });
  const largest = Math.max(...sizes.mock.calls.map(([sent]) => Buffer.byteLength(JSON.stringify(sent))));
  sizes.mockRestore();
  expect(largest).toBeLessThan(4_000_000);
});
