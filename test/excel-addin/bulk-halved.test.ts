import { OfficeError } from '../../workbook/office-error';
import type { GridCell, GridWriting } from '../../shared/ports';
import { ExcelContext } from '../../workbook/excel-api';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';

/** What happens to the sheet while a writing that Excel has refused is cut in halves. */

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
