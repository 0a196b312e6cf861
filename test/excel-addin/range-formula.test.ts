import { BulkWorld } from '../fakes/excel/bulk-world';
import { forgetSpendPolicy, writeSpendPolicy } from '../../excel-addin/document-settings';
import type { Freezing } from '../../shared/panel/bulk-host';
import type { ThawTerms } from '../../shared/ports';
import { OfficeError } from '../../workbook/office/office-error';
import {
  afterWriting,
  beforeWrites,
  calls,
  cell,
  formulasOf,
  open,
  openSaved,
  select,
  shownAt,
  type,
} from '../fakes/excel/freezing';

afterEach(() => BulkWorld.close());

describe('one range formula', () => {
  const rows = [
    [cell('stripe.com'), calls('=TRACE_TECH(A1)', 'React')],
    [cell('figma.com'), calls('=TRACE_TECH(A2)', 'Vue')],
    [cell('asana.com'), calls('=TRACE_TECH(A3)', 'jQuery')],
    [cell('x'), cell('y')],
  ];
  const from = { row: 0, column: 1 };
  const filled = [
    [cell('stripe.com'), calls('=TRACE_TECH(A1:A3)', 'React')],
    [cell('figma.com'), { shown: 'Vue', from }],
    [cell('asana.com'), { shown: 'jQuery', from }],
  ];

  it('takes the place of equal formulas', async () => {
    const { world, freezing } = await openSaved(...rows);
    select(world, 1, 1);
    expect(await freezing.toOneFormula()).toBe(
      '3 formulas are one now, in B1: =TRACE_TECH(A1:A3)\nTo undo, select B1 and choose Split into formulas.',
    );
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1:A3)' });
    expect(world.sheet.values(2).slice(1)).toEqual([
      ['figma.com', ''],
      ['asana.com', ''],
      ['x', 'y'],
    ]);
  });

  it('is split into the formulas that it was', async () => {
    const { world, freezing } = await openSaved(...filled);
    select(world, 1, 1);
    expect(await freezing.toFormulas()).toBe('One range formula is 3 formulas now.');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1)', B2: '=TRACE_TECH(A2)', B3: '=TRACE_TECH(A3)' });
  });

  it.each([
    ['a column of other formulas', 3, 1, 'Select a cell in a column of equal Trace formulas'],
    ['a cell outside', 9, 4, 'Select a cell in a column of equal Trace formulas'],
  ])('does nothing for %s', async (_name, row, column, said) => {
    const { world, freezing } = await openSaved(...rows);
    select(world, row, column);
    expect(await freezing.toOneFormula()).toContain(said);
    expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1', 'B2', 'B3']);
  });

  it('is not split over values of somebody else, nor in a protected sheet', async () => {
    const { world, freezing } = await openSaved(
      [cell('stripe.com'), calls('=TRACE_TECH(A1:A2)', '#SPILL!')],
      [cell('figma.com'), cell('mine')],
    );
    select(world, 0, 1);
    expect(await freezing.toFormulas()).toBe('Other values are in these rows. Nothing was changed.');
    world.sheet.put(1, 1, cell(''));
    world.sheet.protect(['0:1']);
    expect(await freezing.toFormulas()).toBe('Some of these cells are protected. Nothing was changed.');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1:A2)' });
  });

  it('leaves what somebody types into its cells right before', async () => {
    const { world, freezing } = await openSaved(...rows);
    select(world, 1, 1);
    beforeWrites((count) => count === 1 && type(world.sheet, 1, 1, '=mine'));
    expect(await freezing.toOneFormula()).toBe('Other values are in these rows. Nothing was changed.');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1)', B3: '=TRACE_TECH(A3)' });
    expect(shownAt(world.sheet, 1, 1)).toBe('=mine');
  });

  it('leaves what somebody types into its cells right before it is split', async () => {
    const { world, freezing } = await openSaved(...filled);
    select(world, 0, 1);
    beforeWrites((count) => count === 1 && type(world.sheet, 1, 1, 'mine'));
    expect(await freezing.toFormulas()).toBe('Other values are in these rows. Nothing was changed.');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1:A3)' });
    expect([1, 2].map((row) => shownAt(world.sheet, row, 1))).toEqual(['mine', '']);
  });

  it('leaves what somebody types into its cells right after, which takes its room', async () => {
    const { world, freezing } = await openSaved(...rows);
    select(world, 1, 1);
    afterWriting(world.sheet, () => {
      world.sheet.put(0, 1, calls('=TRACE_TECH(A1:A3)', '#SPILL!'));
      type(world.sheet, 1, 1, 'mine');
    });
    expect(await freezing.toOneFormula()).toBe('Other values are in these rows. Nothing was changed.');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1)', B3: '=TRACE_TECH(A3)' });
    expect(shownAt(world.sheet, 1, 1)).toBe('mine');
  });

  /** Excel does not answer what is asked next. */
  const fail = ({ sheet }: BulkWorld): void => {
    const read = sheet.readValues.bind(sheet);
    sheet.readValues = () => {
      sheet.readValues = read;
      throw new OfficeError('RequestAborted', 'not now.');
    };
  };

  it('leaves it also where Excel fails right after', async () => {
    const { world, freezing } = await openSaved(...rows);
    select(world, 1, 1);
    afterWriting(world.sheet, () => {
      type(world.sheet, 1, 1, 'mine');
      fail(world);
    });
    await expect(freezing.toOneFormula()).rejects.toThrow('not now');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1)', B3: '=TRACE_TECH(A3)' });
    expect(shownAt(world.sheet, 1, 1)).toBe('mine');
  });

  it('leaves it also where Excel fails right after it is split', async () => {
    const { world, freezing } = await openSaved(...filled);
    select(world, 0, 1);
    afterWriting(world.sheet, () => {
      type(world.sheet, 1, 1, 'mine');
      fail(world);
    });
    await expect(freezing.toFormulas()).rejects.toThrow('not now');
    expect(formulasOf(world.sheet)).toEqual({ B1: '=TRACE_TECH(A1:A3)' });
    expect([1, 2].map((row) => shownAt(world.sheet, row, 1))).toEqual(['mine', '']);
  });

  it('of more formulas than one request tells leaves what is typed, too', async () => {
    const options = `if_none=${'n'.repeat(6_000)}`;
    const formulaAt = (row: number): string => `=TRACE_TECH(A${row},,"${options}")`;
    const { world, freezing } = await openSaved(
      ...Array.from({ length: 150 }, (_row, at) => [cell(`c${at}.com`), calls(formulaAt(at + 1), 'React')]),
    );
    select(world, 5, 1);
    beforeWrites((count) => count === 1 && type(world.sheet, 100, 1, 'mine'));
    expect(await freezing.toOneFormula()).toBe('Other values are in these rows. Nothing was changed.');
    const left = world.sheet.rows.map((cells, row) => cells[1]!.formula === formulaAt(row + 1));
    expect({
      firstChanged: left.indexOf(false),
      lastChanged: left.lastIndexOf(false),
      shown: shownAt(world.sheet, 100, 1),
    }).toEqual({ firstChanged: 100, lastChanged: 100, shown: 'mine' });
  });

  it('of more formulas than Excel on the web carries at once is split, and made again', async () => {
    const [count, options] = [12_000, `if_none=${'ü'.repeat(400)}`];
    const range = `=TRACE_TECH(A1:A${count},,"${options}")`;
    const { world, freezing } = await openSaved(
      ...Array.from({ length: count }, (_row, at) => [
        cell(`c${at}.com`),
        at === 0 ? calls(range, 'React') : { shown: 'React', from: { row: 0, column: 1 } },
      ]),
    );
    select(world, 5, 1);
    expect(await freezing.toFormulas()).toBe('One range formula is 12,000 formulas now.');
    expect(world.sheet.rows[count - 1]![1]!.formula).toBe(`=TRACE_TECH(A${count},,"${options}")`);
    expect(await freezing.toOneFormula()).toContain('12,000 formulas are one now');
    expect({ formula: world.sheet.rows[0]![1]!.formula, shownBelow: shownAt(world.sheet, 1, 1) }).toEqual({
      formula: range,
      shownBelow: '',
    });
    expect(world.sheet.calculations).toBe(0);
  });

  describe('of answers that are not saved', () => {
    const terms = { price: { cells: 1, credits: 3, isLeast: false } };

    it.each([
      ['made', rows, (freezing: Freezing, agreed?: ThawTerms) => freezing.toOneFormula(agreed), 1],
      ['split', filled, (freezing: Freezing, agreed?: ThawTerms) => freezing.toFormulas(agreed), 3],
    ])('is %s once the person has agreed to the price', async (_what, cells, act, count) => {
      const { world, freezing } = open(...cells);
      world.storage.setItem('trace.apiKey', 'trace_demo');
      select(world, 1, 1);
      const before = formulasOf(world.sheet);
      const asked = (await act(freezing)) as ThawTerms;
      expect({ asked, formulas: formulasOf(world.sheet) }).toMatchObject({
        asked: { price: { ...terms.price, cells: count } },
        formulas: before,
      });
      expect(await act(freezing, asked)).toMatch(/formulas? (are|is) /);
      expect(Object.keys(formulasOf(world.sheet))).toHaveLength(count);
    });

    it.each([
      [{ mode: 'daily', limit: 2 }, 'but formulas may spend only 2 more today. Nothing was changed.'],
      [{ mode: 'onRequest' }, 'but formulas may spend nothing more today. Nothing was changed.'],
    ] as const)('is not made where %j does not allow them', async (policy, said) => {
      const { world, freezing } = open(...rows);
      world.storage.setItem('trace.apiKey', 'trace_demo');
      await writeSpendPolicy(policy);
      select(world, 1, 1);
      expect(await freezing.toOneFormula()).toContain(said);
      expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1', 'B2', 'B3']);
      await forgetSpendPolicy();
    });

    it.each([
      ['made', rows, (freezing: Freezing) => freezing.toOneFormula()],
      ['split', filled, (freezing: Freezing) => freezing.toFormulas()],
    ])('is not %s in a protected sheet, whose price nobody is asked to agree to', async (_what, cells, act) => {
      const { world, freezing } = open(...cells);
      world.storage.setItem('trace.apiKey', 'trace_demo');
      select(world, 1, 1);
      const before = formulasOf(world.sheet);
      world.sheet.protect(['0:1']);
      expect(await act(freezing)).toBe('Some of these cells are protected. Nothing was changed.');
      expect(formulasOf(world.sheet)).toEqual(before);
    });

    it('is not made without a key', async () => {
      const { world, freezing } = open(...rows);
      select(world, 1, 1);
      expect(await freezing.toOneFormula()).toContain('no API key is set. Nothing was changed.');
      expect(Object.keys(formulasOf(world.sheet))).toEqual(['B1', 'B2', 'B3']);
    });
  });
});
