import { refreshFunctions } from '../../../excel-addin/functions/refresh-functions';
import { FakeStorage } from '../../fakes/excel/fake-storage';
import { FakeSettings } from '../../fakes/excel/settings';

const REFRESH = 'Office.ForceRefreshCustomFunctionsCache';

let storage: FakeStorage;
let settings: FakeSettings;

/** A page opens that was built with these functions. */
function open(functions: string): void {
  const context = { document: { settings, url: 'https://contoso.example/book.xlsx' } };
  const document = { documentElement: { dataset: { functions } } };
  Object.assign(globalThis, { Office: { context }, localStorage: storage, document });
  refreshFunctions();
}

beforeEach(() => {
  storage = new FakeStorage();
  settings = new FakeSettings();
});
afterEach(() => ['Office', 'localStorage', 'document'].forEach((name) => Reflect.deleteProperty(globalThis, name)));

test('a page that is opened for the first time leaves the workbook alone', () => {
  open('first');
  expect({ refresh: settings.get(REFRESH), saved: settings.file.saved.size }).toEqual({ refresh: null, saved: 0 });
});

test('after an update Excel is told once to read the functions again', () => {
  open('first');
  open('second');
  const afterUpdate = settings.get(REFRESH);
  open('second');
  expect({ afterUpdate, later: settings.get(REFRESH) }).toEqual({ afterUpdate: true, later: null });
});

test('an update with the same functions changes nothing', () => {
  open('first');
  open('first');
  expect(settings.file.saved.size).toBe(0);
});
