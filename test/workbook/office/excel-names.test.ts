import { makeExcelApi, type ExcelContext } from '../../../workbook/office/excel-api';
import { FakeSheet } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

/** The stand-in of Excel's names fails as Excel does. */

let workbook: FakeWorkbook;

beforeEach(() => {
  workbook = new FakeWorkbook(new FakeSheet([[{ shown: 'a' }, { shown: 'b' }]]));
});

const run = <T>(work: (context: ExcelContext) => Promise<T>): Promise<T> => makeExcelApi(workbook).run({}, work);
const cellOf = ({ workbook: { worksheets } }: ExcelContext) =>
  worksheets.getItem('sheet-1').getRangeByIndexes(0, 1, 1, 1);

async function addName(context: ExcelContext, name = 'Sales') {
  const added = context.workbook.names.add(name, cellOf(context));
  await context.sync();
  return added;
}

it('tells a name and its cells once they are loaded', async () => {
  const told = await run(async (context) => {
    await addName(context);
    const found = context.workbook.names.getItemOrNullObject('SALES');
    found.load('name,type,scope');
    const range = found.getRangeOrNullObject();
    range.load('columnIndex,columnCount,worksheet/id');
    await context.sync();
    return [found.name, found.type, found.scope, range.columnIndex, range.columnCount, range.worksheet.id];
  });
  expect(told).toEqual(['Sales', 'Range', 'Workbook', 1, 1, 'sheet-1']);
});

it.each(['name', 'type', 'scope', 'isNullObject'] as const)('refuses %s before load and sync', async (property) => {
  const early = run(async (context) => context.workbook.names.getItemOrNullObject('Sales')[property]);
  await expect(early).rejects.toThrow(`PropertyNotLoaded: load ${property}`);
});

it('refuses to load what it does not have', async () => {
  await expect(run(async ({ workbook: { names } }) => names.load('items/formula'))).rejects.toThrow(
    "The stand-in of Excel's names has no items/formula.",
  );
});

it('is null where there is none', async () => {
  const isNull = await run(async (context) => {
    const found = context.workbook.names.getItemOrNullObject('Sales');
    await context.sync();
    return found.isNullObject;
  });
  expect(isNull).toBe(true);
});

it.each(['Sales', '1st', 'two words', ''])('refuses the name %j where it is taken or cannot be one', async (name) => {
  await run((context) => addName(context));
  await expect(run((context) => addName(context, name))).rejects.toMatchObject({ code: 'InvalidArgument' });
});

it('hides a name that was just added, and not one that was fetched', async () => {
  await run(async (context) => {
    const added = await addName(context, 'Added');
    added.visible = false;
    await addName(context, 'Fetched');
    context.workbook.names.getItemOrNullObject('Fetched').visible = false;
    await context.sync();
  });
  expect(workbook.readNames().map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ['Added', true],
    ['Fetched', false],
  ]);
});

it("lists the workbook's names without those of sheets, and a sheet's with those of the workbook", async () => {
  workbook.names.put('sheet-1', 0, { name: 'Local', isHidden: false, scope: 'sheet-1', rows: { row: 0, rowCount: 1 } });
  const listed = await run(async (context) => {
    await addName(context);
    const { names, worksheets } = context.workbook;
    const ofSheet = worksheets.getItem('sheet-1').names;
    names.load('items/name');
    ofSheet.load('items/name,items/scope');
    await context.sync();
    return [names.items.map(({ name }) => name), ofSheet.items.map(({ name, scope }) => `${scope} ${name}`)];
  });
  expect(listed).toEqual([['Sales'], ['Worksheet Local', 'Workbook Sales']]);
});

it('is of type Error where its cells are gone, and crashes Excel where it is asked for them', async () => {
  await run((context) => addName(context));
  workbook.names.deleted('sheet-1', 1);
  const type = await run(async (context) => {
    const found = context.workbook.names.getItemOrNullObject('Sales');
    found.load('type');
    await context.sync();
    return found.type;
  });
  expect(type).toBe('Error');
  const asked = run(async (context) => context.workbook.names.getItemOrNullObject('Sales').getRangeOrNullObject());
  await expect(asked).rejects.toThrow('Excel has crashed');
});

it('one that was deleted cannot be deleted again', async () => {
  await run((context) => addName(context));
  const twice = run(async (context) => {
    const found = context.workbook.names.getItemOrNullObject('Sales');
    found.delete();
    found.delete();
    await context.sync();
  });
  await expect(twice).rejects.toMatchObject({ code: 'ItemNotFound' });
});
