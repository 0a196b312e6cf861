import { IDBFactory } from 'fake-indexeddb';
import type { PanelHost } from '../../../shared/ports';
import { FakeStorage } from '../../fakes/excel/fake-storage';

// Its types are a browser's, which the tests' are not.
const { makePanelHost }: { makePanelHost(): PanelHost } = jest.requireActual('../../../excel-addin/panel/panel-host');

const KEY = 'trace_0123456789abcdef';
const NOT_FOUND = { detail: { error: 'company_not_found', message: 'No.' } };
const globals = globalThis as { localStorage?: unknown };

beforeEach(() => {
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: new FakeStorage() });
});
afterAll(() => delete globals.localStorage);

it('a key that the browser has not kept is said to be, and one that was forgotten is not', async () => {
  Object.assign(globals, { indexedDB: new IDBFactory() });
  const host = makePanelHost();
  await host.ask('setKey', KEY, 'sameAccount', 'works');
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: new FakeStorage() });
  const cleared = await host.ask('keyStatus');
  await host.ask('forgetKey');
  expect({ cleared, forgotten: await host.ask('keyStatus') }).toEqual({
    cleared: { ok: true, value: { hasKey: false, isLost: true } },
    forgotten: { ok: true, value: { hasKey: false } },
  });
  Reflect.deleteProperty(globals, 'indexedDB');
});

it.each([
  ['OfficeOnline', 'Saved on this site, in this browser, never in the workbook. Others need their own key.'],
  ['Mac', 'Saved in Excel on this computer, never in the workbook. Others need their own key.'],
])('a key is said to be where it is: %s', (platform, said) => {
  Object.assign(globals, { Office: { context: { platform } } });
  expect(makePanelHost().keyNote).toBe(said);
  Reflect.deleteProperty(globals, 'Office');
});

it('a key that is being saved has the browser asked to keep it, whatever it says', async () => {
  const { fetch } = globalThis;
  let asked = 0;
  const requestStorageAccess = (): Promise<void> => {
    asked += 1;
    return Promise.reject(new Error('NotAllowedError'));
  };
  Object.assign(globals, {
    location: { origin: 'https://addin.example' },
    fetch: () => Promise.resolve(Response.json(NOT_FOUND, { status: 404 })),
  });
  Object.assign(globals, { document: { requestStorageAccess } });
  const answer = await makePanelHost().ask('tryKey', KEY);
  Reflect.deleteProperty(globals, 'document');
  Object.assign(globals, { fetch, location: undefined });
  expect({ asked, answer }).toMatchObject({ asked: 1, answer: { ok: true, value: { is: 'works' } } });
});
