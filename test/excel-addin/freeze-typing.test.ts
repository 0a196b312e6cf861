import { BulkWorld } from '../fakes/excel/bulk-world';
import {
  afterWriting,
  beforeRequests,
  beforeWrites,
  calls,
  cell,
  company,
  formulasOf,
  open,
  openIn,
  shownAt,
  type,
  withoutResultsOfRefused,
} from '../fakes/excel/freezing';
import type { FakeCell, FakeSheet } from '../fakes/excel/sheet';
import { makeExcelApi } from '../../workbook/office/excel-api';
import { OfficeError } from '../../workbook/office/office-error';

/** What people type while their cells are frozen or thawed stays theirs. */

afterEach(() => BulkWorld.close());

const TABLE = '=TRACE_COMPANY(A1:A3,"country")';
const from = { row: 0, column: 1 };
const table = (...[first, ...rest]: readonly string[]): readonly FakeCell[] => [
  calls(TABLE, first),
  ...rest.map((shown) => ({ shown, from })),
];
const DOMAINS = ['stripe.com', 'figma.com', 'asana.com'];
const withTable = (...shown: readonly string[]): readonly (readonly FakeCell[])[] =>
  table(...shown).map((filled, row) => [cell(DOMAINS[row]), filled]);
const columnB = (sheet: FakeSheet): unknown[] =>
  [0, 1, 2].map((row) => sheet.rows[row]![1]!.formula ?? shownAt(sheet, row, 1));

describe('while they are frozen', () => {
  it('a cell that somebody types into the area of a table stays, and the formula is back', async () => {
    const { world, freezing } = open(...withTable('US', 'DE', 'FR'));
    beforeWrites((count) => count === 1 && type(world.sheet, 1, 1, 'mine'));
    expect(await freezing.freeze('file')).toContain(
      '• Could not be replaced. Freeze again, or paste them as values: 1',
    );
    expect(columnB(world.sheet)).toEqual([TABLE, 'mine', '']);
  });

  it('a cell typed over a value stays, once a table that was calculated anew has become values', async () => {
    const { world, freezing } = open(...withTable('US', 'DE', 'FR'));
    beforeWrites((count) => {
      if (count > 1) return;
      table('GB', 'IT', 'ES').forEach((filled, row) => world.sheet.put(row, 1, filled));
      afterWriting(world.sheet, () => type(world.sheet, 1, 1, 'mine'));
    });
    expect(await freezing.freeze('file')).toContain(
      '• Could not be replaced. Freeze again, or paste them as values: 1',
    );
    expect(columnB(world.sheet)).toEqual([TABLE, 'mine', '']);
  });

  it.each([
    ['of a table', table('GB', 'IT', 'ES'), ['mine', 'IT', 'ES']],
    ['alone', [company(1, 'GB')], ['mine', '', '']],
  ])('a cell typed over the first value %s stays', async (_name, anew, left) => {
    const { world, freezing } = open(
      ...(anew.length > 1 ? withTable('US', 'DE', 'FR') : [[cell('stripe.com'), company(1, 'US')], [], []]),
    );
    beforeWrites((count) => {
      if (count > 1) return;
      anew.forEach((filled, row) => world.sheet.put(row, 1, filled));
      afterWriting(world.sheet, () => type(world.sheet, 0, 1, 'mine'));
    });
    expect(await freezing.freeze('file')).toContain(
      '• Could not be replaced. Freeze again, or paste them as values: 1',
    );
    expect(DOMAINS.map((_domain, row) => shownAt(world.sheet, row, 1))).toEqual(left);
  });
});

it('rows that are sorted before any request keep their own answers', async () => {
  const rows = [1, 2, 3, 4];
  const reverse = (sheet: FakeSheet): void => {
    const moved = sheet.rows.splice(0).reverse();
    // Sorting takes references along, relative to the row.
    moved.forEach((cells, row) =>
      sheet.rows.push(
        cells.map((each) =>
          each.formula === undefined ? each : { ...each, formula: each.formula.replace(/A\d+/, `A${row + 1}`) },
        ),
      ),
    );
  };
  const wrong: string[] = [];
  let isReached = true;
  for (let request = 1; isReached; request += 1) {
    const { world, freezing } = open(...rows.map((row) => [cell(`c${row}`), company(row, `Name c${row}`)]));
    isReached = false;
    beforeRequests((count) => {
      if (count !== request) return;
      isReached = true;
      reverse(world.sheet);
    });
    await freezing.freeze('file');
    for (const [row, [domain, answer]] of world.sheet.rows.entries()) {
      const own = answer!.formula === undefined ? answer!.shown : answer!.formula;
      const wanted =
        answer!.formula === undefined ? `Name ${String(domain!.shown)}` : `=TRACE_COMPANY(A${row + 1},"country")`;
      if (own !== wanted) wrong.push(`${request}: ${String(domain!.shown)} ${String(own)}`);
    }
    BulkWorld.close();
  }
  expect(wrong).toEqual([]);
});

describe('while they are thawed', () => {
  it.each([
    ['text', 'mine', '16'],
    ['text that looks like a formula', '=1', '16'],
    ['text that looks like a formula', '=1', '13'],
    ['text that looks like a number', '007', '16'],
    ['text that looks like a number', '007', '13'],
    ['number', 7, '16'],
  ])('a %s that is typed (%j) stays, and is listed, with ExcelApi 1.%s', async (_name, typed, version) => {
    const { world, freezing } = openIn(
      version,
      [cell('stripe.com'), company(1, 'US')],
      [cell('figma.com'), company(2, 'US')],
    );
    await freezing.freeze('file');
    beforeWrites((count) => count === 1 && type(world.sheet, 0, 1, typed));
    expect(await freezing.thaw()).toBe(
      [
        '1 formula back.',
        '1 value stays, because it is not clear where its formula belongs:',
        '• Leads!B (stripe.com): the cell was just edited, or is protected',
      ].join('\n'),
    );
    expect({ shown: shownAt(world.sheet, 0, 1), formulas: formulasOf(world.sheet) }).toEqual({
      shown: typed,
      formulas: { B2: '=TRACE_COMPANY(A2,"country")' },
    });
    expect(world.sheet.formats.get('0:1') ?? 'General').toBe('General');
  });

  it('a text that looks like a formula stays one in an Excel that takes kinds for no cell, and says it does', async () => {
    const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
    await freezing.freeze('file');
    Object.assign(globalThis, { Excel: makeExcelApi(world.workbook, 'InvalidArgument') });
    beforeWrites((count) => count === 1 && type(world.sheet, 0, 1, '=1'));
    expect(await freezing.thaw()).toContain('the cell was just edited');
    expect({ shown: shownAt(world.sheet, 0, 1), formulas: formulasOf(world.sheet) }).toEqual({
      shown: '=1',
      formulas: {},
    });
  });

  it('a formula of their own stays', async () => {
    const { world, freezing } = open([cell('stripe.com'), company(1, 'US')]);
    await freezing.freeze('file');
    beforeWrites((count) => count === 1 && world.sheet.put(0, 1, calls('=SUM(C:C)', 7)));
    expect(await freezing.thaw()).toContain('the cell was just edited');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=SUM(C:C)' });
  });

  it('all values of a table stay where one was typed over', async () => {
    const { world, freezing } = open(...withTable('US', 'DE', 'FR'));
    await freezing.freeze('file');
    beforeWrites((count) => count === 1 && type(world.sheet, 1, 1, 'mine'));
    expect(await freezing.thaw()).toContain('the cell was just edited');
    expect(columnB(world.sheet)).toEqual(['US', 'mine', 'FR']);
  });

  it('of many formulas, each is compared right before it is written', async () => {
    // None below another, so that each is a range of its own.
    const { world, freezing } = open(
      ...Array.from({ length: 1_201 }, (_row, at) => [
        cell(`c${at}.com`),
        ...(at % 2 === 0 ? [company(at + 1, 'US')] : []),
      ]),
    );
    await freezing.freeze('file');
    beforeWrites((count) => count === 1 && type(world.sheet, 1_200, 1, 'mine'));
    expect(await freezing.thaw()).toContain('(c1200.com): the cell was just edited');
    expect(shownAt(world.sheet, 1_200, 1)).toBe('mine');
  });

  describe('where Excel refuses another cell of the request', () => {
    /** None below another, so that each is a range of its own; the second is refused. */
    async function frozen(): Promise<ReturnType<typeof open>> {
      const opened = open([cell('stripe.com'), company(1, 'US')], [], [cell('figma.com'), company(3, 'US')]);
      await opened.freezing.freeze('file');
      opened.world.sheet.refusing.set('2:1', new OfficeError('InvalidOperation', 'a PivotTable'));
      return opened;
    }

    it('what is typed stays, and is listed', async () => {
      const { world, freezing } = await frozen();
      beforeWrites((count) => count === 1 && type(world.sheet, 0, 1, 'mine'));
      expect(await freezing.thaw()).toContain('(stripe.com): the cell was just edited');
      expect({ shown: shownAt(world.sheet, 0, 1), formulas: formulasOf(world.sheet) }).toEqual({
        shown: 'mine',
        formulas: {},
      });
    });

    it('what is typed over a formula that has just come back stays, and is listed', async () => {
      const { world, freezing } = await frozen();
      beforeWrites((count) => count === 2 && type(world.sheet, 0, 1, 'mine'));
      await freezing.thaw();
      expect(shownAt(world.sheet, 0, 1)).toBe('mine');
    });

    it('a formula that is back counts as back', async () => {
      const { world, freezing } = await frozen();
      expect(await freezing.thaw()).toMatch(/^1 formula back\.\n1 value stays/);
      expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_COMPANY(A1,"country")' });
    });

    it('a cell that it has overwritten without telling what was there is listed', async () => {
      const { world, freezing } = await frozen();
      withoutResultsOfRefused();
      beforeWrites((count) => count === 1 && type(world.sheet, 0, 1, 'mine'));
      expect(await freezing.thaw()).toContain('(stripe.com): the cell was just edited');
    });
  });
});
