import { readAccount } from '../../excel-addin/account';
import { ACCOUNT_ID, API_KEY, KEY_ID, readStored, writeStored } from '../../excel-addin/key-store';
import { FakeStorage } from '../fakes/excel/fake-storage';

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
    expect([readStored(API_KEY), [...storage.entries]]).toEqual(['trace_demo', [['trace.apiKey', 'trace_demo']]]);
  });

  it('is gone once it is forgotten', () => {
    writeStored(API_KEY, 'trace_demo');
    writeStored(API_KEY, null);
    expect([readStored(API_KEY), storage.entries.size]).toEqual([null, 0]);
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
    const other: { readStored: typeof readStored } = jest.requireActual('../../excel-addin/key-store');
    expect(other.readStored(API_KEY)).toBe('trace_demo');
  });

  it('what is forgotten is gone', () => {
    storage.isRefused = true;
    writeStored(API_KEY, 'trace_demo');
    writeStored(API_KEY, null);
    expect(readStored(API_KEY)).toBeNull();
  });

  it('a page has one account all the same', () => {
    storage.isRefused = true;
    writeStored(API_KEY, 'trace_demo');
    expect(readAccount()).toEqual(readAccount());
  });
});

describe('the account', () => {
  it('is none without a key', () => {
    expect([readAccount(), storage.entries.size]).toEqual([null, 0]);
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
