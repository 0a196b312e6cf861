import { API_KEY, writeStored } from '../../excel-addin/stored/key-store';
import type { PanelHost } from '../../shared/ports';
import { FakeStorage } from '../fakes/excel/fake-storage';

// Its types are a browser's, which the tests' are not.
const { makePanelHost }: { makePanelHost(): PanelHost } = jest.requireActual('../../excel-addin/panel/panel-host');
const { readAccount }: { readAccount(): { readonly readsLists: boolean } | null } = jest.requireActual(
  '../../excel-addin/stored/account',
);

const globals = globalThis as { localStorage?: unknown; Office?: unknown };
const settings = new Map<string, unknown>();

beforeEach(() => {
  settings.clear();
  writeStored('trace.lists|', null);
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: new FakeStorage() });
  open('https://contoso.example/leads.xlsx');
  writeStored(API_KEY, 'trace_0123456789abcdef');
});
afterAll(() => {
  delete globals.localStorage;
  delete globals.Office;
});

function open(url: string): void {
  const document = { url, settings: { get: (name: string) => settings.get(name) ?? null } };
  globals.Office = { context: { document, requirements: { isSetSupported: () => true } } };
}

const reads = (): boolean | undefined => readAccount()?.readsLists;
const allow = (isAllowed: boolean): unknown => makePanelHost().ask('setListsAllowed', isAllowed);

it('formulas of a workbook read no lists until the person whose key it is allows it there', async () => {
  const before = reads();
  const answer = await allow(true);
  const here = reads();
  open('https://contoso.example/other.xlsx');
  const elsewhere = reads();
  open('https://contoso.example/leads.xlsx');
  await allow(false);
  expect({ before, answer, here, elsewhere, onceForbidden: reads() }).toEqual({
    before: false,
    answer: { ok: true, value: null },
    here: true,
    elsewhere: false,
    onceForbidden: false,
  });
});

it('what the workbook itself says of it is nothing: others may have saved it', () => {
  for (const name of ['trace.lists', 'trace.lists|https://contoso.example/leads.xlsx']) settings.set(name, '1');
  expect(reads()).toBe(false);
});

it('if Excel tells no address, it holds until the page is closed, and is stored nowhere', async () => {
  open('');
  const answer = await allow(true);
  expect({ answer, reads: reads(), stored: [...(globals.localStorage as FakeStorage).entries.keys()] }).toEqual({
    answer: { ok: true, value: null },
    reads: true,
    stored: expect.not.arrayContaining(['trace.lists|']) as unknown,
  });
});
