import { toEntry } from '../../excel-addin/bulk/write/cell-entry';
import { toMatrix } from '../../excel-addin/functions/call';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { calls, cell, company, formulasOf, open, select, shownAt } from '../fakes/excel/freezing';
import { FakeSheet } from '../fakes/excel/sheet';
import { FORMULA_PAYLOADS } from '../fakes/formula-payloads';
import { CHANGES_OF_PAYLOADS, FROZEN_PAYLOADS, HELD_CHANGES, INSERTED_PAYLOADS, textsIn } from '../fakes/payload-paths';

describe.each(FORMULA_PAYLOADS)('%j', (payload) => {
  it.each(['General', '@', '0.00'])('is a text in a cell with the format %s', (present) => {
    const { value, format } = toEntry({ kind: 'text', text: payload }, present, 0);
    const isText = (format ?? present) === '@' || String(value).startsWith("'");
    expect({ isText, text: String(value).replace(/^'/, '') }).toEqual({ isText: true, text: payload });
  });

  it('is a value where a formula answers with it, which no program reads as a formula', () => {
    expect(toMatrix([[payload]])).toEqual([[payload]]);
  });
});

describe.each(['13', '16'])('in a workbook, with ExcelApi 1.%s', (version) => {
  let world: BulkWorld;
  beforeEach(() => {
    world = new BulkWorld(new FakeSheet([[]]), 'http://127.0.0.1:9', { version });
  });
  afterEach(() => BulkWorld.close());
  const heldIn = ({ rows }: FakeSheet): unknown =>
    rows.map((row) => row.map(({ shown, formula }) => (formula === undefined ? shown : { formula })));

  it.each(INSERTED_PAYLOADS)('what %s inserts stays text', async (_from, cells) => {
    const [rows, columns] = [cells.length, cells[0]!.length];
    const place = { sheet: 'sheet-1', row: 0, column: 0, rows, columns };
    expect(await world.host.insertAt({ ...place, content: { cells } })).toEqual({ is: 'done' });
    expect(heldIn(world.sheet)).toEqual(textsIn(cells));
  });

  it('a sheet of changes has its days, and else texts only', async () => {
    await world.host.addSheet(CHANGES_OF_PAYLOADS);
    expect(heldIn(world.workbook.sheets[1]!)).toEqual(HELD_CHANGES);
  });
});

describe('what is frozen to values', () => {
  afterEach(() => BulkWorld.close());

  it('stays text, and its formulas come back', async () => {
    const rows = FROZEN_PAYLOADS.map((payload, index) => [
      cell(`company-${index + 1}.example`),
      company(index + 1, payload, 'name'),
    ]);
    const { world, freezing } = open(...rows);
    select(world, 0, 0);
    const before = formulasOf(world.sheet);
    expect(await freezing.freeze('sheet')).toBe(
      `${rows.length} formulas frozen to values, and listed on the sheet Trace formulas.`,
    );
    const frozen = rows.map((_row, row) => shownAt(world.sheet, row, 1));
    expect({ frozen, formulas: formulasOf(world.sheet) }).toEqual({ frozen: FROZEN_PAYLOADS, formulas: {} });
    expect({ said: await freezing.restore(), formulas: formulasOf(world.sheet) }).toEqual({
      said: `${rows.length} formulas restored.`,
      formulas: before,
    });
  });

  it('stays text in a table too', async () => {
    const from = { row: 0, column: 1 };
    const rows = FROZEN_PAYLOADS.map((payload, row) => [
      cell(row === 0 ? 'stripe.com' : ''),
      row === 0 ? calls('=TRACE_TECH(A1,"name, category","layout=spill")', payload) : { shown: payload, from },
      { shown: payload, from },
    ]);
    const { world, freezing } = open(...rows);
    select(world, 0, 0);
    const before = formulasOf(world.sheet);
    await freezing.freeze('sheet');
    const frozen = rows.map((_row, row) => [shownAt(world.sheet, row, 1), shownAt(world.sheet, row, 2)]);
    expect({ frozen, formulas: formulasOf(world.sheet) }).toEqual({
      frozen: FROZEN_PAYLOADS.map((each) => [each, each]),
      formulas: {},
    });
    expect({ said: await freezing.restore(), formulas: formulasOf(world.sheet) }).toEqual({
      said: '1 formula restored.',
      formulas: before,
    });
  });
});
