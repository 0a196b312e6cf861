import { ACCOUNT_ID, API_KEY, readStored, writeStored } from '../../../excel-addin/stored/key-store';
import type { PanelHost } from '../../../shared/ports';
import { FakeStorage } from '../../fakes/excel/fake-storage';

// Its types are a browser's, which the tests' are not.
const { makePanelHost }: { makePanelHost(): PanelHost } = jest.requireActual('../../../excel-addin/panel/panel-host');

const { answersOf, pageAnswers } = jest.requireActual('../../../excel-addin/functions/answer-store');

const { noteOpen }: { noteOpen(isOpen: boolean): void } = jest.requireActual('../../../excel-addin/panel/panel-open');

const PAUSE = 'trace1|4711|!pause';
const KEY = 'trace_0123456789abcdef';
const globals = globalThis as { Excel?: unknown; localStorage?: unknown };

beforeEach(() => {
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: new FakeStorage() });
});
afterEach(() => delete globals.Excel);
afterAll(() => delete globals.localStorage);

const stored = () => [readStored(API_KEY), readStored(ACCOUNT_ID)];

describe('what Excel offers', () => {
  it('is everything that a page may ask for', () => {
    globals.Excel = { run: () => undefined };
    const { offers, notice } = makePanelHost();
    expect([[...offers].sort(), notice]).toEqual([
      [
        'account',
        'act',
        'fetchWaiting',
        'forgetKey',
        'keyStatus',
        'letFetch',
        'outdated',
        'priceRetry',
        'problems',
        'requestLog',
        'retryProblems',
        'setKey',
        'setListsAllowed',
        'setPolicy',
        'spending',
        'testKey',
        'tryKey',
      ],
      undefined,
    ]);
  });

  it.each([
    ['1.13', true],
    ['1.12', false],
  ])('has columns to be filled where Excel has its API up to %s: %p', (newest, isOffered) => {
    const isSetSupported = (name: string, version: string): boolean =>
      name === 'ExcelApi' && Number(version.slice(2)) <= Number(newest.slice(2));
    Object.assign(globals, {
      Excel: { run: () => undefined },
      Office: { context: { requirements: { isSetSupported } } },
    });
    expect(makePanelHost().bulk !== undefined).toBe(isOffered);
    Reflect.deleteProperty(globals, 'Office');
  });

  it('leaves out what needs cells where there are none, and says so', () => {
    const { offers, notice } = makePanelHost();
    expect({ offersRetry: offers.has('retryProblems'), notice }).toEqual({
      offersRetry: false,
      notice: expect.stringContaining('Open Trace in Excel'),
    });
  });
});

describe('the key', () => {
  it('is kept without what came with pasting, and told masked', async () => {
    const answer = await makePanelHost().ask('setKey', ` "${KEY}"\n`, 'sameAccount', 'untested');
    const [apiKey, account] = stored();
    expect({ answer, apiKey }).toEqual({
      answer: {
        ok: true,
        value: {
          hasKey: true,
          masked: 'trace_…cdef',
          keyClass: 'user',
          account: account?.slice(0, 4),
          standing: 'untested',
        },
      },
      apiKey: KEY,
    });
  });

  it.each([
    ['sameAccount', true],
    ['anotherAccount', false],
  ] as const)('of %p keeps the account: %p', async (choice, keeps) => {
    writeStored(API_KEY, KEY);
    writeStored(ACCOUNT_ID, 'acc-1');
    await makePanelHost().ask('setKey', 'trace_replacement', choice, 'works');
    expect({ apiKey: stored()[0], keeps: stored()[1] === 'acc-1' }).toEqual({ apiKey: 'trace_replacement', keeps });
  });

  it('that is none changes nothing, the account neither', async () => {
    writeStored(API_KEY, KEY);
    writeStored(ACCOUNT_ID, 'acc-1');
    const answer = await makePanelHost().ask('setKey', 'sk_live_1', 'anotherAccount', 'works');
    expect({ ok: answer.ok, stored: stored() }).toEqual({ ok: false, stored: [KEY, 'acc-1'] });
  });

  it('that is forgotten takes its account along', async () => {
    writeStored(API_KEY, KEY);
    writeStored(ACCOUNT_ID, 'acc-1');
    expect({ answer: await makePanelHost().ask('forgetKey'), stored: stored() }).toEqual({
      answer: { ok: true, value: { hasKey: false } },
      stored: [null, null],
    });
  });

  it('that is kept for another service is said to be, and forgotten like any other', async () => {
    writeStored(API_KEY, KEY);
    writeStored('trace.keyService', 'https://api.tracedata.ai');
    const globals = globalThis as { document?: unknown };
    globals.document = { querySelector: () => ({ content: 'http://127.0.0.1:4010' }) };
    const shown = await makePanelHost().ask('keyStatus');
    await makePanelHost().ask('forgetKey');
    const after = await makePanelHost().ask('keyStatus');
    delete globals.document;
    expect({ shown, after, stored: stored() }).toEqual({
      shown: { ok: true, value: { hasKey: false, isForOther: true } },
      after: { ok: true, value: { hasKey: false } },
      stored: [null, null],
    });
  });

  it('that is not set cannot be tested: the answer says what to do', async () => {
    expect(await makePanelHost().ask('testKey')).toEqual({
      ok: false,
      sentence: 'No API key. Paste yours in Settings.',
      code: 'noKey',
      facts: {},
    });
  });
});

describe('a key before it is set', () => {
  const { fetch } = globalThis;
  afterEach(() => Object.assign(globalThis, { fetch, location: undefined }));
  const keys: (string | null)[] = [];
  const answerWith = (status: number, body: object): void => {
    keys.length = 0;
    Object.assign(globalThis, {
      location: { origin: 'https://addin.example' },
      fetch: (_url: string, { headers }: RequestInit) => {
        keys.push(new Headers(headers).get('X-API-Key'));
        return status === 0 ? Promise.reject(new Error('offline')) : Promise.resolve(Response.json(body, { status }));
      },
    });
  };
  const NOT_FOUND = { detail: { error: 'company_not_found', message: 'No.' } };

  it.each([
    ['works', 404, NOT_FOUND, 'works'],
    ['is refused', 401, { error: 'invalid_api_key' }, 'refused'],
    ['is not heard of where nothing can be reached', 0, {}, 'untested'],
  ])('that %s is kept nowhere, nor is it the one that is set', async (_name, status, body, is) => {
    writeStored(API_KEY, KEY);
    answerWith(status, body);
    const answer = await makePanelHost().ask('tryKey', ' "trace_\nnew" ');
    expect(answer).toMatchObject({ ok: true, value: { is } });
    expect({ keys: new Set(keys), apiKey: stored()[0] }).toEqual({ keys: new Set(['trace_new']), apiKey: KEY });
  });

  it('that is none is refused unasked', async () => {
    answerWith(404, NOT_FOUND);
    expect(await makePanelHost().ask('tryKey', 'sk_live_1')).toMatchObject({ ok: true, value: { is: 'refused' } });
    expect(keys).toEqual([]);
  });
});

describe('an action', () => {
  const answerWith = (status: number, body: string) => {
    const sent: { readonly url: string; readonly method?: string; readonly body?: unknown }[] = [];
    Object.assign(globalThis, {
      location: { origin: 'https://addin.example' },
      fetch: (url: string, options: object) => {
        sent.push({ url, ...options });
        return Promise.resolve(new Response(status === 204 ? null : body, { status }));
      },
    });
    return sent;
  };
  const { fetch } = globalThis;
  afterEach(() => Object.assign(globalThis, { fetch, location: undefined }));

  it('is done with the key, by the method that it needs', async () => {
    writeStored(API_KEY, KEY);
    const sent = answerWith(204, '');
    const answer = await makePanelHost().ask('act', 'deleteList', { listId: 'lst_1' });
    expect({ answer, sent: sent.map(({ url, method, body }) => [url, method, body]) }).toEqual({
      answer: { ok: true, value: null },
      sent: [['https://addin.example/v1/lists/lst_1', 'DELETE', null]],
    });
  });

  it('that an organization key cannot do is told without a request', async () => {
    writeStored(API_KEY, 'trace_org_0123456789');
    const sent = answerWith(200, '{}');
    expect({ answer: await makePanelHost().ask('act', 'indexLists', {}), sent }).toEqual({
      answer: {
        ok: false,
        sentence: expect.stringContaining('This needs a personal API key'),
        code: 'userKeyNeeded',
        facts: {},
      },
      sent: [],
    });
  });

  it('that there is not is told in a sentence', async () => {
    const ask = makePanelHost().ask as (...args: readonly unknown[]) => Promise<unknown>;
    const refused = {
      ok: false,
      sentence: expect.stringContaining('an action that Trace does not have'),
      code: 'internal',
      facts: { detail: 'an action that Trace does not have' },
    };
    expect([await ask('act', 'constructor', {}), await ask('act')]).toEqual([refused, refused]);
  });
});

test('a key that works ends the wait of formulas for credits', async () => {
  writeStored(API_KEY, KEY);
  writeStored(ACCOUNT_ID, '4711');
  const store = answersOf(pageAnswers());
  await store.cachePut({ ask: 'cachePut', entries: new Map([[PAUSE, 'creditsOut']]), keepForSeconds: 60 });
  const notFound = { detail: { error: 'company_not_found', message: 'No company.' } };
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(notFound), { status: 404 }));
  Object.assign(globals, { location: { origin: 'https://addin.example' } });
  const verdict = await makePanelHost().ask('testKey');
  Reflect.deleteProperty(globals, 'location');
  const kept = await store.cacheGet({ ask: 'cacheGet', keys: [PAUSE] });
  expect([verdict, kept.get(PAUSE)]).toEqual([{ ok: true, value: { is: 'works' } }, '']);
});

test.each([
  ['', 'Excel does not say where this workbook is saved, so choices for it last until you close it.'],
  ['https://contoso.example/leads.xlsx', ''],
])('if the address of the workbook is %j, the panel says how long choices last: %j', (url, note) => {
  globals.Excel = { run: () => undefined };
  Object.assign(globals, { Office: { context: { document: { url } } } });
  const { choiceNote } = makePanelHost();
  expect(choiceNote?.()).toBe(note);
  Reflect.deleteProperty(globals, 'Office');
});

test('a retry ends the wait of formulas for credits', async () => {
  writeStored(API_KEY, KEY);
  writeStored(ACCOUNT_ID, '4711');
  const store = answersOf(pageAnswers());
  await store.cachePut({ ask: 'cachePut', entries: new Map([[PAUSE, 'creditsOut']]), keepForSeconds: 60 });
  globals.Excel = { run: async () => ({ cells: 0, kept: [] }) };
  const retried = await makePanelHost().ask('retryProblems');
  const kept = await store.cacheGet({ ask: 'cacheGet', keys: [PAUSE] });
  expect([retried, kept.get(PAUSE)]).toEqual([{ ok: true, value: { cells: 0, left: 0 } }, '']);
});

test('what the panel does in the account is sent once the panel is open again', async () => {
  writeStored(API_KEY, KEY);
  const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('[]'));
  fetched.mockClear();
  Object.assign(globals, { location: { origin: 'https://addin.example' } });
  noteOpen(false);
  const answer = makePanelHost().ask('act', 'indexLists', {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const whileClosed = fetched.mock.calls.length;
  noteOpen(true);
  const { ok } = await answer;
  Reflect.deleteProperty(globals, 'location');
  expect({ whileClosed, ok, sent: fetched.mock.calls.length }).toEqual({ whileClosed: 0, ok: true, sent: 1 });
});

describe('what goes wrong inside Excel', () => {
  it('is told in a sentence, without anything that looks like a key', async () => {
    globals.Excel = { run: () => Promise.reject(new Error(`AccessDenied ${KEY}`)) };
    const answer = await makePanelHost().ask('retryProblems');
    expect(answer).toEqual({
      ok: false,
      sentence: expect.not.stringContaining('0123456789'),
      code: 'internal',
      facts: { detail: 'AccessDenied trace_…' },
    });
  });
});
