import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createStore, get, set } from 'idb-keyval';

interface Store {
  read(name: 'current'): Promise<object>;
  setAside(): Promise<boolean>;
}

// Its types are a browser's, which the tests' are not.
const { SheetStore }: { SheetStore: new () => Store } = jest.requireActual('../../../workbook/sheets/sheet-store');

beforeEach(() => Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange }));
afterAll(() => {
  for (const name of ['indexedDB', 'IDBKeyRange']) Reflect.deleteProperty(globalThis, name);
});

/** Puts this where the page keeps its workbook. */
const keep = (value: unknown): Promise<void> => set('current', value, createStore('trace-workbook', 'sheets'));
const unread = (): Promise<unknown> => get('unread', createStore('trace-workbook', 'sheets'));

const SHEET = { id: 's', name: 'S', cellData: { 0: { 0: { v: 'a' }, 1: null } } };
const workbookOf = (sheet: object) => ({ id: 'x', sheetOrder: ['s'], sheets: { s: sheet } });
const WHOLE = { format: 1, isUntouched: false, workbook: workbookOf(SHEET) };

it('reads a workbook that is whole', async () => {
  await keep(WHOLE);
  const { isUntouched, workbook } = WHOLE;
  expect(await new SheetStore().read('current')).toEqual({
    is: 'found',
    stored: { isUntouched, workbook },
    changes: [],
  });
});

it('finds nothing in a new browser', async () => {
  expect(await new SheetStore().read('current')).toEqual({ is: 'nothing' });
});

it.each([
  ['a text', 'something else'],
  ['another format', { ...WHOLE, format: 2 }],
  ['a workbook without an id', { ...WHOLE, workbook: { ...WHOLE.workbook, id: undefined } }],
  ['a workbook without sheets', { ...WHOLE, workbook: { ...WHOLE.workbook, sheetOrder: [] } }],
  ['a sheet that is missing', { ...WHOLE, workbook: { ...WHOLE.workbook, sheetOrder: ['s', 't'] } }],
  ['a sheet without a name', { ...WHOLE, workbook: workbookOf({ ...SHEET, name: undefined }) }],
  ['a sheet without cells', { ...WHOLE, workbook: workbookOf({ id: 's', name: 'S' }) }],
  ['a row that is none', { ...WHOLE, workbook: workbookOf({ ...SHEET, cellData: { 0: 'a' } }) }],
  ['a cell that is none', { ...WHOLE, workbook: workbookOf({ ...SHEET, cellData: { 0: { 0: 'a' } } }) }],
])('takes %s for damaged, and sets it aside as it was', async (_what, value) => {
  await keep(value);
  const store = new SheetStore();
  expect(await store.read('current')).toEqual({ is: 'damaged' });
  expect(await store.setAside()).toBe(true);
  expect(await unread()).toEqual(value);
});

it('says that the browser refuses, where it keeps nothing', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  expect(await new SheetStore().read('current')).toEqual({ is: 'refused' });
});
