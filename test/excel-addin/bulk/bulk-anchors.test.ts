import type { ColumnAnchors } from '../../../shared/ports';
import { ExcelContext } from '../../../workbook/office/excel-api';
import { OfficeError } from '../../../workbook/office/office-error';
import { NAME_HABITS, type MarkHabits } from '../../fakes/carried-marks';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { ColumnEdits } from '../../fakes/excel/column-edits';
import { FakeSheet } from '../../fakes/excel/sheet';

const MARKS = [
  { name: 'input', column: 0 },
  { name: '0', column: 1 },
  { name: '1', column: 29 },
];
const NAMES = ['input', '0', '1'];
const ROWS = { first: 0, count: 3 };
const at = (name: string, column: number, sheet = 'sheet-1'): object => ({ name, sheet, column });

let world: BulkWorld;
let anchors: ColumnAnchors;
let edits: ColumnEdits;

beforeEach(() => {
  const sheet = new FakeSheet([
    [{ shown: 'Domain' }, { shown: '' }, { shown: 'Note' }],
    [{ shown: 'a.example' }, { shown: '' }, { shown: 'first' }],
    [{ shown: 'b.example' }, { shown: '' }, { shown: 'second' }],
  ]);
  world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  anchors = world.host.ports.anchors;
  edits = new ColumnEdits(world.workbook);
});

afterEach(() => BulkWorld.close());

const put = (run = 'run1'): Promise<void> => anchors.put(run, 'sheet-1', MARKS, ROWS);

it('marks are hidden names of the workbook, each for the rows of the run', async () => {
  await anchors.put('run1', 'sheet-1', MARKS.slice(0, 1), { first: 1, count: 2 });
  expect(world.workbook.readNames()).toEqual([
    {
      name: '_Trace.run1.input',
      isHidden: true,
      scope: null,
      refersTo: { sheetId: 'sheet-1', area: { row: 1, column: 0, rowCount: 2, columnCount: 1 } },
    },
  ]);
});

it('they are found where they were put, after the workbook was opened again too', async () => {
  await put();
  const found = await anchors.find('run1', NAMES);
  world.openAgain(['{2}']);
  const later = await world.host.ports.anchors.find('run1', NAMES);
  expect({ found, later }).toEqual({
    found: [at('input', 0), at('0', 1), at('1', 29)],
    later: [at('input', 0, '{2}'), at('0', 1, '{2}'), at('1', 29, '{2}')],
  });
});

it('they move with their columns', async () => {
  await put();
  edits.insert(world.sheet, 0);
  edits.drag(world.sheet, 2, 5);
  edits.cutOnto(world.sheet, 1, 8);
  expect(await anchors.find('run1', ['input', '0'])).toEqual([at('input', 8), at('0', 5)]);
});

it('those of a deleted column, and of a deleted sheet, are gone', async () => {
  await put();
  edits.delete(world.sheet, 1);
  expect(await anchors.find('run1', NAMES)).toEqual([at('input', 0), at('1', 28)]);
  edits.deleteSheet(world.sheet);
  expect(await anchors.find('run1', NAMES)).toEqual([]);
});

it('the originals of a copied column and of a copied sheet keep them, and the copies get none', async () => {
  await put();
  edits.copy(world.sheet, 1);
  edits.duplicate(world.sheet, 'sheet-2');
  expect(await anchors.find('run1', ['input', '0'])).toEqual([at('input', 0), at('0', 1)]);
});

it.each<[string, Partial<MarkHabits>, readonly object[]]>([
  ['breaks names', { pasteOntoBreaks: true }, [at('input', 0)]],
  ['leaves names', { pasteOntoBreaks: false }, [at('input', 0), at('0', 1)]],
])('a column that is pasted over, where Excel %s', async (_what, habits, expected) => {
  Object.assign(world.workbook.names.habits, NAME_HABITS, habits);
  await put();
  edits.cutOnto(world.sheet, 2, 1);
  expect(await anchors.find('run1', ['input', '0'])).toEqual(expected);
});

it.each<[Partial<MarkHabits>, readonly object[]]>([
  [{ undoBringsBack: true }, [at('0', 1)]],
  [{ undoBringsBack: false }, []],
])('a deletion that is undone, where the host is %j', async (habits, expected) => {
  Object.assign(world.workbook.names.habits, NAME_HABITS, habits);
  await put();
  edits.delete(world.sheet, 1);
  world.workbook.names.broughtBack('sheet-1', 1);
  expect(await anchors.find('run1', ['0'])).toEqual(expected);
});

it('marks that are put again take the place of those there', async () => {
  await put();
  await anchors.put('run1', 'sheet-1', [{ name: 'input', column: 4 }], ROWS);
  expect(await anchors.find('run1', NAMES)).toEqual([at('input', 4)]);
});

it('all of a run go, on copied sheets too, and nothing of others', async () => {
  await put('run1');
  await put('run2');
  world.workbook.addName('Sales', 'sheet-1', { row: 0, column: 2, rowCount: 1, columnCount: 1 });
  edits.duplicate(world.sheet, 'sheet-2');
  await anchors.remove('run1');
  const left = world.workbook.readNames().map(({ name, scope }) => `${scope ?? ''} ${name}`);
  expect(left.sort()).toEqual([
    ' Sales',
    ' _Trace.run2.0',
    ' _Trace.run2.1',
    ' _Trace.run2.input',
    'sheet-2 Sales',
    'sheet-2 _Trace.run2.0',
    'sheet-2 _Trace.run2.1',
    'sheet-2 _Trace.run2.input',
  ]);
  await anchors.remove(null);
  expect(world.workbook.readNames().map(({ name }) => name)).toEqual(['Sales', 'Sales']);
});

it('a name that a user has widened leaves open which column it is', async () => {
  world.workbook.addName('_Trace.run1.0', 'sheet-1', { row: 0, column: 3, rowCount: 1, columnCount: 1 });
  jest.spyOn(world.workbook, 'readNames').mockReturnValue([
    {
      name: '_Trace.run1.0',
      isHidden: true,
      scope: null,
      refersTo: { sheetId: 'sheet-1', area: { row: 0, column: 3, rowCount: 5, columnCount: 2 } },
    },
  ]);
  expect(await anchors.find('run1', ['0'])).toEqual([at('0', 3), at('0', 4)]);
});

it('if Excel refuses names, what it says is told, and the marks of the run before stay', async () => {
  await put('run1');
  jest.spyOn(world.workbook, 'addName').mockImplementation(() => {
    throw new OfficeError('InvalidOperation', 'Names cannot be added here.');
  });
  await expect(put('run2')).rejects.toMatchObject({ code: 'workbookRefused' });
  expect(await anchors.find('run1', NAMES)).toEqual([at('input', 0), at('0', 1), at('1', 29)]);
});

it('cells are of the marked column, or told not to be, whichever step of a read it is dragged away and back at', async () => {
  const { sync } = ExcelContext.prototype;
  const told: string[] = [];
  await put();
  for (let step = 1; step <= 5; step += 1) {
    let nth = 0;
    const syncs = jest.spyOn(ExcelContext.prototype, 'sync').mockImplementation(function (this: ExcelContext) {
      nth += 1;
      if (nth === step || nth === step + 1) edits.drag(world.sheet, 0, 1);
      return sync.call(this);
    });
    const marks = { run: 'run1', marks: MARKS.slice(0, 2) };
    const reading = { sheet: 'sheet-1', row: 0, rows: 3, columns: [0], withFormats: false, withRich: true, marks };
    const { columns, isInPlace } = await world.host.ports.sheet.read(reading);
    syncs.mockRestore();
    if (nth === step) edits.drag(world.sheet, 0, 1);
    told.push(`${String(columns[0]!.values[0])} ${isInPlace}`);
  }
  expect(new Set(told)).toEqual(new Set(['Domain true', ' false', 'Domain false']));
});
