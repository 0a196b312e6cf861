import type { PanelHost } from '../../shared/ports';
import { makeExcelApi } from '../../workbook/office/excel-api';
import { CalculatingBook, type AnswerFormula } from '../fakes/excel/calculating-book';
import { FakeStorage } from '../fakes/excel/fake-storage';
import { SandboxAtOnce } from '../fakes/excel/sandbox-at-once';
import { FakeWorkbook } from '../fakes/excel/workbook';
import { FakeDatabases, KEY_RANGE } from '../replay/fake-indexed-db';

/** Texts about a missing key or approval, which Excel does not recalculate when it opens a file. */

/** The scripts of a page. Their types are a browser's, which the tests' are not. */
interface Scripts {
  makePanelHost(): PanelHost;
  makeHost(): unknown;
  answer(...given: readonly unknown[]): ReturnType<AnswerFormula>;
}

class ErrorCell {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

const NO_KEY = '#TRACE: No API key. Open the Trace panel and paste yours.';
const WAITS = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.';
const BOOK = 'https://contoso.example/leads.xlsx';
const page = globalThis as Record<string, unknown>;
const NAMES = ['Excel', 'Office', 'CustomFunctions', 'localStorage', 'indexedDB', 'IDBKeyRange', 'location', 'fetch'];
const before = new Map(NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(page, name)]));

let book: CalculatingBook;
let storage: FakeStorage;
let policy: object;
let sandbox: SandboxAtOnce;

beforeEach(() => {
  policy = { mode: 'daily', limit: 500 };
  storage = new FakeStorage();
  sandbox = new SandboxAtOnce();
  sandbox.nowMs = Date.now();
  book = new CalculatingBook([
    [{ shown: 'stripe.com' }, { shown: '', formula: '=TRACE_COMPANY(A1,"name")' }],
    [{ shown: 'shopify.com' }, { shown: '', formula: '=TRACE_COMPANY(A2,"name")' }],
  ]);
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
  const settings = { get: () => policy, set: () => undefined, saveAsync: (done: () => void) => done() };
  const globals = {
    Excel: makeExcelApi(new FakeWorkbook(book)),
    Office: { context: { document: { settings, url: BOOK }, requirements: { isSetSupported: () => true } } },
    CustomFunctions: { Error: ErrorCell, ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' } },
    localStorage: storage,
    indexedDB: new FakeDatabases().openFor({ after, effect: () => true }),
    IDBKeyRange: KEY_RANGE,
    location: { origin: 'https://addin.example' },
    fetch: answerOf,
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(page, name, { configurable: true, writable: true, value });
  }
});
afterEach(() => {
  for (const [name, own] of before) {
    if (own === undefined) Reflect.deleteProperty(page, name);
    else Object.defineProperty(page, name, own);
  }
});

async function answerOf(url: string, init: { method: string; headers: Record<string, string>; body?: string }) {
  const path = url.replace('https://addin.example', '');
  const body: unknown = init.body === undefined ? undefined : JSON.parse(init.body);
  const answer = sandbox.answer({ method: init.method, path, apiKey: init.headers['X-API-Key'] ?? null, body });
  if (answer === null) throw new TypeError('Failed to fetch');
  const get = (name: string): string | null => (name.toLowerCase() === 'retry-after' ? answer.retryAfter : null);
  return { status: answer.status, headers: { get }, text: async () => answer.text };
}

/** The file in a new page, whose panel the user opens. */
async function open(): Promise<PanelHost['ask']> {
  for (const key of Object.getOwnPropertySymbols(page)) {
    if (key.description?.startsWith('trace.') === true) Reflect.deleteProperty(page, key);
  }
  jest.resetModules();
  const { makePanelHost }: Scripts = jest.requireActual('../../excel-addin/panel/panel-host');
  const { makeHost }: Scripts = jest.requireActual('../../excel-addin/host');
  const { answer }: Scripts = jest.requireActual('../../excel-addin/functions/call');
  const performersFor = makeHost();
  await book.open((id, received) => answer(id, received, performersFor));
  return makePanelHost().ask;
}

function setPolicy(mode: object): void {
  policy = mode;
  storage.setItem(`trace.policy|${BOOK}`, JSON.stringify(mode));
}

const shown = (): readonly unknown[] => book.rows.map(([, cell]) => cell?.shown);

async function enterAll(): Promise<void> {
  for (const row of [0, 1]) book.retry(row, 1);
  await book.answered();
}

it('a key that is saved answers the cells that had none, once their price is agreed to', async () => {
  const ask = await open();
  await enterAll();
  const without = [...shown(), await ask('outdated')];
  storage.setItem('trace.apiKey', 'trace_demo');
  const told = [await ask('problems'), await ask('outdated'), await ask('priceRetry')];
  await ask('retryProblems');
  await book.answered();
  expect({ without, told, shown: shown(), left: await ask('outdated') }).toEqual({
    without: [NO_KEY, NO_KEY, { ok: true, value: 0 }],
    told: [
      {
        ok: true,
        value: [['No API key. Open the Trace panel and paste yours.', 2, { sheet: 'sheet-1', row: 0, column: 1 }]],
      },
      { ok: true, value: 2 },
      { ok: true, value: 2 },
    ],
    shown: ['Stripe', 'Shopify'],
    left: { ok: true, value: 0 },
  });
});

it('a file that is opened with a key keeps its texts until the panel recalculates them, and its errors do not stay', async () => {
  await open();
  await enterAll();
  book.put(1, 1, { formula: '=TRACE_COMPANY(A2,"name")', shown: '#N/A' });
  storage.setItem('trace.apiKey', 'trace_demo');
  const ask = await open();
  const opened = [...shown(), await ask('outdated')];
  await ask('retryProblems');
  await book.answered();
  expect({ opened, shown: shown() }).toEqual({
    opened: [NO_KEY, 'Shopify', { ok: true, value: 1 }],
    shown: ['Stripe', 'Shopify'],
  });
});

it('cells that wait are recalculated for nothing in a file that is opened, and then the panel can fetch them', async () => {
  storage.setItem('trace.apiKey', 'trace_demo');
  setPolicy({ mode: 'onRequest' });
  const first = await open();
  await enterAll();
  const told = [...shown(), await first('outdated')];
  const ask = await open();
  const waiting = async (): Promise<unknown> => {
    const answer = await ask('spending');
    return answer.ok && answer.value.waiting.cells;
  };
  const opened = [await waiting(), await ask('outdated'), await ask('priceRetry')];
  await ask('retryProblems');
  await book.answered();
  const then = [...shown(), await waiting(), await ask('outdated')];
  await ask('fetchWaiting', 2);
  await book.answered();
  expect({ told, opened, then, shown: shown() }).toEqual({
    told: [WAITS, WAITS, { ok: true, value: 0 }],
    opened: [0, { ok: true, value: 2 }, { ok: true, value: 0 }],
    then: [WAITS, WAITS, 2, { ok: true, value: 0 }],
    shown: ['Stripe', 'Shopify'],
  });
});

it('a formula whose input holds such a text sends nothing', async () => {
  storage.setItem('trace.apiKey', 'trace_demo');
  await open();
  book.put(0, 0, { shown: NO_KEY });
  book.put(1, 0, { shown: WAITS });
  await enterAll();
  expect({ shown: shown(), sent: sandbox.log }).toEqual({ shown: ['#VALUE!', '#VALUE!'], sent: [] });
});
