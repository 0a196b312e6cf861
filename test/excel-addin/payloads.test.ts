import { toEntry } from '../../excel-addin/bulk/cell-entry';
import { toMatrix } from '../../excel-addin/cells';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { FORMULA_PAYLOADS } from '../fakes/formula-payloads';
import { CHANGES_OF_PAYLOADS, INSERTED_PAYLOADS, textsIn } from '../fakes/payload-paths';

describe.each(FORMULA_PAYLOADS)('%j', (payload) => {
  it.each(['General', '@', '0.00'])('is a text in a cell with the format %s', (present) => {
    const { value, format } = toEntry({ kind: 'text', text: payload, isLiteral: true }, present, 0);
    const isText = (format ?? present) === '@' || String(value).startsWith("'");
    expect([isText, String(value).replace(/^'/, '')]).toEqual([true, payload]);
  });

  it('is a value where a formula answers with it, which no program reads as a formula', () => {
    expect(toMatrix([[payload]])).toEqual([[payload]]);
  });
});

describe('in a workbook', () => {
  let world: BulkWorld;
  beforeEach(() => {
    world = new BulkWorld(new FakeSheet([[]]), 'http://127.0.0.1:9');
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

  it('a sheet of changes has texts only', async () => {
    await world.host.insertSummary(CHANGES_OF_PAYLOADS);
    expect(heldIn(world.workbook.sheets[1]!)).toEqual(CHANGES_OF_PAYLOADS.rows);
  });
});
