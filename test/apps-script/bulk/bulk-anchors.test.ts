import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { ColumnEdits } from '../../fakes/apps-script/sheet/column-edits';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { METADATA_HABITS, type MarkHabits } from '../../fakes/carried-marks';
import type { ColumnAnchors } from '../../../shared/ports';
import { useCompanies } from './bulk-file';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

let grid: SheetGrid;
let anchors: ColumnAnchors;
let edits: ColumnEdits;

const MARKS = [
  { name: 'input', column: 0 },
  { name: '0', column: 1 },
  { name: '1', column: 29 },
];
const NAMES = ['input', '0', '1'];
const ROWS = { first: 0, count: 6 };
const at = (name: string, column: number, sheet = '7'): object => ({ name, sheet, column });

useUnconnectedSpreadsheet();

beforeEach(() => {
  grid = useCompanies(world, 5);
  grid.layout.columns = 40;
  world.state.metadata.removeWhere(() => true);
  Object.assign(world.state.metadata.habits, METADATA_HABITS);
  anchors = new BulkPanel(world).host.ports.anchors;
  edits = new ColumnEdits(world.state);
});

/** Another page: this one goes on with the marks that it has just put. */
const find: ColumnAnchors['find'] = (run, names) => new BulkPanel(world).host.ports.anchors.find(run, names);
const put = (run = 'run1'): Promise<void> => anchors.put(run, '7', MARKS, ROWS);

function deletedAndBack(): void {
  edits.delete(grid, 2);
  edits.bringBack(grid, 2, []);
}

it('marks are found where they were put, by any panel, and nothing is written into cells', async () => {
  const before = grid.copy();
  await put();
  expect(await new BulkPanel(world).host.ports.anchors.find('run1', NAMES)).toEqual([
    at('input', 0),
    at('0', 1),
    at('1', 29),
  ]);
  expect(grid.copy()).toEqual(before);
});

it('they move with their columns', async () => {
  await put();
  edits.insert(grid, 1);
  edits.drag(grid, 3, 6);
  expect(await find('run1', ['input', '0'])).toEqual([at('input', 1), at('0', 5)]);
});

it('those of a deleted column, and of a deleted sheet, are gone', async () => {
  await put();
  edits.delete(grid, 2);
  expect(await find('run1', NAMES)).toEqual([at('input', 0), at('1', 28)]);
  edits.deleteSheet(grid);
  expect(await find('run1', NAMES)).toEqual([]);
});

it.each<[string, Partial<MarkHabits>, (grid: SheetGrid) => unknown, readonly object[]]>([
  ['cut', { cutCarries: true }, () => edits.cutOnto(grid, 2, 7), [at('input', 0), at('0', 6)]],
  ['cut', { cutCarries: false }, () => edits.cutOnto(grid, 2, 7), [at('input', 0), at('0', 1)]],
  ['copied', { copyCarries: true }, () => edits.copy(grid, 2), [at('input', 0), at('0', 1), at('0', 2)]],
  ['copied', { copyCarries: false }, () => edits.copy(grid, 2), [at('input', 0), at('0', 1)]],
  [
    'duplicated with its sheet',
    { duplicateCarries: true },
    () => edits.duplicate(grid),
    [at('input', 0), at('0', 1), at('input', 0, '8'), at('0', 1, '8')],
  ],
  ['duplicated with its sheet', { duplicateCarries: false }, () => edits.duplicate(grid), [at('input', 0), at('0', 1)]],
  ['deleted and brought back', { undoBringsBack: true }, deletedAndBack, [at('input', 0), at('0', 1)]],
  ['deleted and brought back', { undoBringsBack: false }, deletedAndBack, [at('input', 0)]],
])('a column that is %s, where the host is %j', async (_what, habits, edit, expected) => {
  await anchors.put('run1', '7', MARKS.slice(0, 2), ROWS);
  Object.assign(world.state.metadata.habits, habits);
  edit(grid);
  expect(await find('run1', NAMES)).toEqual(expected);
});

it('marks that are put again take the place of those there', async () => {
  await put();
  await anchors.put('run1', '7', [{ name: 'input', column: 4 }], ROWS);
  expect(await find('run1', NAMES)).toEqual([at('input', 4)]);
});

it('those of one run go, and all of them with everything of Trace', async () => {
  await put('run1');
  await put('run2');
  await anchors.remove('run1');
  expect({ run1: await find('run1', NAMES), run2: await find('run2', ['0']) }).toEqual({
    run1: [],
    run2: [at('0', 1)],
  });
  await new BulkPanel(world).host.removeTrace();
  expect(world.state.metadata.all).toEqual([]);
});

it("others' metadata is neither found nor removed", async () => {
  const forged = { id: 9, key: 'trace.column', value: 'run1 0', project: 'other' } as const;
  world.state.metadata.put('7', 3, { ...forged, visibility: 'PROJECT' });
  world.state.metadata.put('7', 4, { ...forged, visibility: 'DOCUMENT' });
  await put();
  await anchors.remove(null);
  expect(await find('run1', NAMES)).toEqual([]);
  expect(world.state.metadata.all.map(({ column }) => column)).toEqual([3, 4]);
});

it.each([
  ['a sheet that is gone', () => anchors.put('run1', '99', MARKS, ROWS), 'sheetGone'],
  ['a run of another name', () => anchors.put('run 1', '7', MARKS, ROWS), 'actionMalformed'],
  ['a mark of another name', () => anchors.put('run1', '7', [{ name: 'x y', column: 0 }], ROWS), 'actionMalformed'],
])('%s is refused', async (_what, act, code) => {
  await expect(act()).rejects.toMatchObject({ code });
});

it('if Google refuses metadata, the marks of the run before stay', async () => {
  await put('run1');
  const refused = jest.spyOn(world.state.metadata, 'put').mockImplementation(() => {
    throw new Error('Developer metadata is full.');
  });
  await expect(put('run2')).rejects.toMatchObject({ code: 'sheetRefused' });
  refused.mockRestore();
  expect(await find('run1', ['input', '0'])).toEqual([at('input', 0), at('0', 1)]);
});

it('cells come with whether the marks were in their places, also where the script has told the titles before', async () => {
  const { sheet } = new BulkPanel(world).host.ports;
  await put();
  const marks = { run: 'run1', marks: MARKS.slice(0, 2) };
  const reading = { sheet: '7', row: 0, rows: 1, columns: [0, 1, 2], withFormats: false, marks };
  const there = await sheet.read(reading);
  edits.drag(grid, 1, 3);
  const elsewhere = await sheet.read(reading);
  await sheet.info('7');
  edits.drag(grid, 3, 1);
  const back = await sheet.read(reading);
  const told = [there, elsewhere, back].map(({ columns, isInPlace }) => [
    columns.map(({ values }) => values[0]),
    isInPlace,
  ]);
  expect(told).toEqual([
    [['Domain', '', ''], true],
    [['', '', 'Domain'], false],
    [['Domain', '', ''], true],
  ]);
});
