import type { GridCell, GridWriting } from '../../shared/ports';
import { ExcelContext } from '../../workbook/office/excel-api';
import { ExcelRange } from '../../workbook/office/excel-range';
import { OfficeError } from '../../workbook/office/office-error';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';

/** Texts that are told to Excel with their kind, and the Excels that do not take them. */

const cell = (shown: unknown): FakeCell => ({ shown });
const text = (given: string): GridCell => ({ kind: 'text', text: given });

let told: jest.SpyInstance;
let syncs: jest.SpyInstance;
beforeEach(() => {
  told = jest.spyOn(ExcelRange.prototype, 'valuesAsJson', 'set');
  syncs = jest.spyOn(ExcelContext.prototype, 'sync');
});
afterEach(() => {
  jest.restoreAllMocks();
  BulkWorld.close();
});

function open(options: ConstructorParameters<typeof BulkWorld>[2] = {}, rows = 1): BulkWorld {
  const sheet = new FakeSheet(Array.from({ length: rows }, (_row, at) => [cell(`x${at}.example`)]));
  return new BulkWorld(sheet, 'http://127.0.0.1:9', options);
}

/** Beside the companies, into cells that were blank. */
function write(world: BulkWorld, ...cells: readonly (readonly (GridCell | null)[])[]) {
  const writing: GridWriting = {
    sheet: 'sheet-1',
    rows: cells.map((_row, at) => at),
    columns: cells[0]!.map((_cell, at) => at + 1),
    cells,
    guard: { input: null, before: cells.map((row) => row.map(() => '')) },
  };
  return world.host.ports.sheet.write(writing);
}

const formatsOf = ({ sheet }: BulkWorld): unknown => Object.fromEntries(sheet.formats);
const toldCells = (): unknown => told.mock.calls.map(([cells]: unknown[]) => cells);

it('receives each cell with its type, and blanks again as Excel documents them', async () => {
  const world = open();
  await write(world, [
    text('WAHR'),
    { kind: 'number', number: 7 },
    { kind: 'boolean', boolean: true },
    { kind: 'blank' },
  ]);
  expect(toldCells()).toEqual([
    [
      [
        { type: 'String', basicValue: 'WAHR' },
        { type: 'Double', basicValue: 7 },
        { type: 'Boolean', basicValue: true },
        { type: 'Empty', basicValue: '' },
      ],
    ],
  ]);
  expect({ values: world.sheet.values(5), formats: formatsOf(world) }).toEqual({
    values: [['x0.example', 'WAHR', 7, true, '']],
    formats: {},
  });
});

it('is told no kinds where there is no text', async () => {
  const world = open();
  await write(world, [{ kind: 'number', number: 7 }, { kind: 'blank' }]);
  expect({ told: toldCells(), values: world.sheet.values(3) }).toEqual({ told: [], values: [['x0.example', 7, '']] });
});

it('is never told a kind for a cell that is left alone', async () => {
  const world = open({}, 3);
  world.sheet.put(1, 2, { shown: 2, formula: '=1+1' });
  const one = text('11-50');
  await write(world, [one, one, one], [one, null, one], [one, one, one]).then(({ moved }) => expect(moved).toEqual([]));
  expect(world.sheet.rows.map((row) => row.map(({ shown, formula }) => formula ?? shown))).toEqual([
    ['x0.example', '11-50', '11-50', '11-50'],
    ['x1.example', '11-50', '=1+1', '11-50'],
    ['x2.example', '11-50', '11-50', '11-50'],
  ]);
  expect(JSON.stringify(toldCells())).not.toContain('null');
});

it.each([200, 700])('takes as many requests as before, with gaps in every second of %d rows', async (rows) => {
  const world = open({}, rows);
  const cells = Array.from({ length: rows }, (_row, at) => [text('007'), at % 2 === 0 ? text('007') : null]);
  await write(world, ...cells);
  const [requests, shown] = [syncs.mock.calls.length, world.sheet.values(3).map((row) => row.slice(1))];
  expect(shown).toEqual(cells.map((row) => row.map((each) => (each === null ? '' : '007'))));
  const old = open({ version: '13' }, rows);
  syncs.mockClear();
  await write(old, ...cells);
  expect(requests).toBe(syncs.mock.calls.length);
});

it('carries 20,000 texts of 50 characters in as many requests as one', async () => {
  const cells = Array.from({ length: 5_000 }, () => Array.from({ length: 4 }, () => text('='.repeat(50))));
  await write(open(), [text('007')]);
  const requests = syncs.mock.calls.length;
  const world = open({}, 5_000);
  syncs.mockClear();
  await write(world, ...cells);
  expect({ requests: syncs.mock.calls.length, lastRow: world.sheet.values(5)[4_999] }).toEqual({
    requests,
    lastRow: ['x4999.example', ...Array.from({ length: 4 }, () => '='.repeat(50))],
  });
});

describe('an Excel that says to take kinds and refuses them', () => {
  const LIAR = { version: '16', refusesJson: 'InvalidArgument' };

  it.each(['InvalidArgument', 'ApiNotFound', 'GeneralException', 'NotImplemented'])(
    'with %s, is told the same as a person types it, and from then on nothing else',
    async (refusesJson) => {
      const world = open({ version: '16', refusesJson }, 2);
      expect((await write(world, [text('007')])).refused).toEqual([]);
      expect({ row: world.sheet.values(2)[0], formats: formatsOf(world) }).toEqual({
        row: ['x0.example', '007'],
        formats: {},
      });
      told.mockClear();
      await write(world, [null], [text('11-50')]);
      expect({ row: world.sheet.values(2)[1], told: toldCells() }).toEqual({ row: ['x1.example', '11-50'], told: [] });
    },
  );

  it('gets all cells but the one that it refuses in any form', async () => {
    const world = open(LIAR, 100);
    world.sheet.refusing.set('61:1', new OfficeError('GeneralException', 'not here.'));
    const { refused } = await write(world, ...Array.from({ length: 100 }, () => [text('007')]));
    expect(refused.map(({ at, column }) => [at, column])).toEqual([[61, 1]]);
    expect(world.sheet.values(2).filter(([, shown]) => shown === '007')).toHaveLength(99);
  });

  it('keeps what a person types in between', async () => {
    const world = open(LIAR, 2);
    told.mockImplementation(() => {
      world.sheet.put(1, 1, cell('mine'));
      throw new OfficeError('ApiNotFound', 'valuesAsJson is refused.');
    });
    expect((await write(world, [text('007')], [text('007')])).moved).toEqual([1]);
    expect(world.sheet.values(2)).toEqual([
      ['x0.example', '007'],
      ['x1.example', 'mine'],
    ]);
  });

  it('gets an inserted table and an added sheet too', async () => {
    const world = open(LIAR);
    const place = { sheet: 'sheet-1', row: 3, column: 0, rows: 1, columns: 2 };
    const content = { cells: [[text('=1'), { kind: 'number' as const, number: 7 }]] };
    expect(await world.host.insertAt({ ...place, content })).toEqual({ is: 'done' });
    world.open();
    await world.host.addSheet({ title: 'Changes', rows: [['=1', 'TRUE']] });
    expect({ table: world.sheet.values(2)[3], added: world.workbook.sheets[1]!.values(2) }).toEqual({
      table: ['=1', 7],
      added: [['=1', 'TRUE']],
    });
  });
});

it('is told kinds after a refusal of cells that had none', async () => {
  const world = open({}, 2);
  const put = world.sheet.writeValues.bind(world.sheet);
  world.sheet.writeValues = () => {
    world.sheet.writeValues = put;
    throw new OfficeError('GeneralException', 'busy.');
  };
  const { refused } = await write(world, [{ kind: 'number', number: 7 }]);
  await write(world, [null], [text('007')]);
  expect({ refused: refused.length, row: world.sheet.values(2)[1], formats: formatsOf(world) }).toEqual({
    refused: 1,
    row: ['x1.example', '007'],
    formats: {},
  });
});

it('refuses a cell for its own reason without trying it in another form, once kinds were taken', async () => {
  const world = open({}, 2);
  await write(world, [text('007')]);
  world.sheet.refusing.set('1:1', new OfficeError('GeneralException', 'not here.'));
  const { refused } = await write(world, [null], [text('007')]);
  expect(refused.map(({ at }) => at)).toEqual([1]);
  expect(formatsOf(world)).toEqual({});
});
