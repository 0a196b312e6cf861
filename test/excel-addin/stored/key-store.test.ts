import { KEY_STORE, readAccount } from '../../../excel-addin/stored/account';
import { ACCOUNT_ID, API_KEY, KEY_ID, readKey, readStored, writeStored } from '../../../excel-addin/stored/key-store';
import type { WireRequest } from '../../../shared/ports';
import { FakeStorage } from '../../fakes/excel/fake-storage';

let storage: FakeStorage;
const page = globalThis as { localStorage?: unknown };

beforeEach(() => {
  storage = new FakeStorage();
  Object.defineProperty(page, 'localStorage', {
    configurable: true,
    get: () => {
      storage.check();
      return storage;
    },
  });
});
afterEach(() => writeStored(API_KEY, null));
afterAll(() => delete page.localStorage);

describe('what is stored', () => {
  it('is found again', () => {
    writeStored(API_KEY, 'trace_demo');
    expect({ read: readStored(API_KEY), entries: [...storage.entries] }).toEqual({
      read: 'trace_demo',
      entries: [['trace.apiKey', 'trace_demo']],
    });
  });

  it('is gone once it is forgotten', () => {
    writeStored(API_KEY, 'trace_demo');
    writeStored(API_KEY, null);
    expect({ read: readStored(API_KEY), entries: storage.entries.size }).toEqual({ read: null, entries: 0 });
  });
});

describe('where storage is refused', () => {
  it('what is written lasts as long as the page', () => {
    storage.isRefused = true;
    writeStored(API_KEY, 'trace_demo');
    expect(readStored(API_KEY)).toBe('trace_demo');
  });

  it('what one script of the page writes, the other finds', () => {
    storage.isRefused = true;
    writeStored(API_KEY, 'trace_demo');
    jest.resetModules();
    const other: { readStored: typeof readStored } = jest.requireActual('../../../excel-addin/stored/key-store');
    expect(other.readStored(API_KEY)).toBe('trace_demo');
  });

  it('what is forgotten is gone', () => {
    storage.isRefused = true;
    writeStored(API_KEY, 'trace_demo');
    writeStored(API_KEY, null);
    expect(readStored(API_KEY)).toBeNull();
  });

  it('a page still has one account', () => {
    storage.isRefused = true;
    writeStored(API_KEY, 'trace_demo');
    expect(readAccount()).toEqual(readAccount());
  });
});

describe('where storage is full', () => {
  const POLICY = 'trace.policy|https://example.com/book.xlsx';
  const isFull = (): void => {
    storage.room = [...storage.entries].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  };

  it('what was written last counts, not what was there before', () => {
    writeStored(POLICY, '{"mode":"freely"}');
    isFull();
    writeStored(POLICY, '{"mode":"daily","limit":10}');
    expect(readStored(POLICY)).toBe('{"mode":"daily","limit":10}');
  });

  it('what was there before does not come back with the next page', () => {
    writeStored(POLICY, '{"mode":"freely"}');
    isFull();
    writeStored(POLICY, '{"mode":"daily","limit":10}');
    expect(storage.entries.has(POLICY)).toBe(false);
  });

  it('what another page has stored since counts', () => {
    writeStored(POLICY, '{"mode":"freely"}');
    isFull();
    writeStored(POLICY, '{"mode":"daily","limit":10}');
    storage.entries.set(POLICY, '{"mode":"onRequest"}');
    expect(readStored(POLICY)).toBe('{"mode":"onRequest"}');
  });
});

describe('the account', () => {
  it('is none without a key', () => {
    expect({ account: readAccount(), entries: storage.entries.size }).toEqual({ account: null, entries: 0 });
  });

  it('is the stored one', () => {
    writeStored(API_KEY, 'trace_demo');
    writeStored(ACCOUNT_ID, 'acc-1');
    writeStored(KEY_ID, 'key-1');
    expect(readAccount()).toEqual({ id: 'acc-1', keyId: 'key-1', keyClass: 'user', readsLists: false });
  });

  it('gets a random id also where the page did not come by https', () => {
    const randomUUID = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), 'randomUUID');
    Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: undefined });
    writeStored(API_KEY, 'trace_demo');
    writeStored(ACCOUNT_ID, null);
    const made = readAccount()?.id;
    if (randomUUID !== undefined) Object.defineProperty(crypto, 'randomUUID', randomUUID);
    expect(made).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the service that a key was set for', () => {
  const REAL = 'https://api.tracedata.ai';
  const OTHER = 'http://127.0.0.1:4010';
  const dom = globalThis as { document?: unknown };

  /** The page comes from a server that forwards to this service; `null`: it does not name one. */
  const open = (service: string | null): void => {
    const meta = service === null ? null : { content: service };
    dom.document = { querySelector: (selector: string) => (selector === 'meta[name=trace-service]' ? meta : null) };
  };
  const set = (apiKey: string): void =>
    KEY_STORE.write({ apiKey, accountId: 'acc-1', keyId: 'key-1', verdict: 'works' });

  afterEach(() => delete dom.document);

  it('gets it, also after a restart', () => {
    open(REAL);
    set('trace_mine');
    expect({ key: readKey(), accountId: readAccount()?.id, storedKey: KEY_STORE.read().apiKey }).toEqual({
      key: 'trace_mine',
      accountId: 'acc-1',
      storedKey: 'trace_mine',
    });
  });

  it('is the only one: another one gets neither key nor account, and both stay', () => {
    open(REAL);
    set('trace_mine');
    open(OTHER);
    expect({ key: readKey(), account: readAccount(), stored: KEY_STORE.read() }).toEqual({
      key: null,
      account: null,
      stored: { apiKey: null, accountId: null, keyId: null, verdict: null },
    });
    open(REAL);
    expect({ key: readKey(), accountId: readAccount()?.id }).toEqual({ key: 'trace_mine', accountId: 'acc-1' });
  });

  it('is sent with each request, because the server may now forward to another one', async () => {
    const sent: unknown[] = [];
    const stub = { fetch: (_url: string, { headers }: RequestInit) => Promise.resolve(void sent.push(headers)) };
    const { fetch } = globalThis;
    const { exchange }: { exchange: (request: WireRequest) => Promise<unknown> } = jest.requireActual(
      '../../../excel-addin/functions/network',
    );
    Object.assign(globalThis, stub);
    const request = {
      url: 'https://a.example/v1/x',
      method: 'GET',
      headers: { 'X-API-Key': 'k' },
      body: null,
    } as const;
    open(REAL);
    await exchange(request);
    open(null);
    await exchange(request);
    Object.assign(globalThis, { fetch });
    expect(sent).toEqual([{ 'X-API-Key': 'k', 'X-Trace-Service': REAL }, { 'X-API-Key': 'k' }]);
  });

  it('is that of the key which replaces it', () => {
    open(REAL);
    set('trace_mine');
    open(OTHER);
    set('trace_demo');
    expect(readKey()).toBe('trace_demo');
    open(REAL);
    expect(readKey()).toBeNull();
  });

  it('is never that of another key while one is replaced', () => {
    open(REAL);
    set('trace_mine');
    open(OTHER);
    const pairs: unknown[] = [];
    const setItem = storage.setItem.bind(storage);
    storage.setItem = (name, value) => {
      setItem(name, value);
      pairs.push([storage.getItem('trace.apiKey'), storage.getItem('trace.keyService')]);
    };
    set('trace_demo');
    expect(pairs).not.toContainEqual(['trace_mine', OTHER]);
    expect(pairs).not.toContainEqual(['trace_demo', REAL]);
  });

  it('of a key from an earlier version is the first that finds it', () => {
    storage.setItem('trace.apiKey', 'trace_old');
    open(REAL);
    expect(readKey()).toBe('trace_old');
    open(OTHER);
    expect(readKey()).toBeNull();
  });

  it('is forgotten with the key', () => {
    open(REAL);
    set('trace_mine');
    KEY_STORE.write({ apiKey: null, accountId: null, keyId: null, verdict: null });
    expect([...storage.entries]).toEqual([]);
  });

  it('is any if the page does not name its service', () => {
    open(null);
    set('trace_mine');
    expect(readKey()).toBe('trace_mine');
  });
});
