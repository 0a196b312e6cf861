import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

const ROWS = 12_000;

/** 4.8 MB of text, where Excel on the web carries 5 MB with all that is told beside it. */
const long = (row: number): string => `${'ü'.repeat(200)}${row}`;

test('freezes and thaws a table of more text than Excel on the web carries at once', async () => {
  const formula = `=TRACE_COMPANY(A1:A${ROWS},"description")`;
  const from = { row: 0, column: 1 };
  const sheet = new FakeSheet(
    Array.from({ length: ROWS }, (_row, at): FakeCell[] => [
      { shown: `company-${at + 1}.example` },
      { shown: long(at), ...(at === 0 ? { formula } : { from }) },
    ]),
  );
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  world.storage.removeItem('trace.apiKey');
  expect(await world.host.freezing!.freeze('file')).toBe('1 formula frozen to values. Thaw brings formulas back.');
  expect([sheet.rows[0]![1]!.formula, sheet.rows[ROWS - 1]![1]!.shown]).toEqual([undefined, long(ROWS - 1)]);
  expect(await world.host.freezing!.thaw()).toMatch(/^1 formula/);
  expect({ formula: sheet.rows[0]![1]!.formula, calculations: sheet.calculations }).toEqual({
    formula,
    calculations: 0,
  });
});

test('freezes and thaws beside a row of more text than Excel on the web carries at once', async () => {
  const formula = '=TRACE_COMPANY(A2,"country")';
  const row = Array.from({ length: 200 }, (): FakeCell => ({ shown: 'x'.repeat(32_767) }));
  const sheet = new FakeSheet([row, [{ shown: 'stripe.com' }, { shown: 'Ireland', formula }]]);
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  world.storage.removeItem('trace.apiKey');
  expect(await world.host.freezing!.freeze('file')).toBe('1 formula frozen to values. Thaw brings formulas back.');
  expect(sheet.rows[1]![1]).toEqual({ shown: 'Ireland' });
  expect(await world.host.freezing!.thaw()).toMatch(/^1 formula/);
  expect(sheet.rows[1]![1]!.formula).toBe(formula);
});

test('freezes and thaws beside a cell at the far end of the sheet', async () => {
  const formula = '=TRACE_COMPANY(A2,"country")';
  const sheet = new FakeSheet([[{ shown: '' }], [{ shown: 'stripe.com' }, { shown: 'Ireland', formula }]]);
  sheet.put(1_048_575, 16_383, { shown: 'x' });
  sheet.patience = 1_000_000;
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  world.storage.removeItem('trace.apiKey');
  expect(await world.host.freezing!.freeze('file')).toBe('1 formula frozen to values. Thaw brings formulas back.');
  expect(sheet.rows[1]![1]).toEqual({ shown: 'Ireland' });
  expect(await world.host.freezing!.thaw()).toMatch(/^1 formula/);
  expect(sheet.rows[1]![1]!.formula).toBe(formula);
});
