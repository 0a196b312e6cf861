import {
  forgetKey,
  keyStatus,
  setKey,
  testKey,
  tryKey,
  type KeyStore,
  type StoredKey,
  keepStanding,
} from '../../../shared/client/key';
import { runSync } from '../../../shared/task';
import { json, MemoryHost } from '../../fakes/memory-host';

const KEY = 'trace_0123456789abcdef';
const OTHER_KEY = 'trace_fedcba9876543210';

class MemoryKeyStore implements KeyStore {
  stored: StoredKey = {};
  private ids = 0;

  read(): StoredKey {
    return this.stored;
  }

  write(changes: Parameters<KeyStore['write']>[0]): void {
    const entries = Object.entries({ ...this.stored, ...changes }).filter(([, value]) => value !== null);
    this.stored = Object.fromEntries(entries) as StoredKey;
  }

  newId(): string {
    return `id-${(this.ids += 1)}`;
  }
}

function withKey(): MemoryKeyStore {
  const store = new MemoryKeyStore();
  setKey(store, KEY, 'anotherAccount', 'works');
  return store;
}

describe('setting a key', () => {
  it('answers it as it may be shown, and keeps what the service has said of it', () => {
    const store = new MemoryKeyStore();
    const status = setKey(store, ` ${KEY}\n`, 'anotherAccount', 'works');
    expect(status).toEqual({
      hasKey: true,
      masked: expect.not.stringContaining('0123456789') as string,
      keyClass: 'user',
      account: 'id-2',
      standing: 'works',
    });
    expect(store.stored).toMatchObject({ apiKey: KEY, keyId: 'id-1', accountId: 'id-2', verdict: 'works id-1' });
  });

  it.each([
    ['sameAccount', 'id-2'],
    ['anotherAccount', 'id-6'],
    // What a page sends that is neither.
    [undefined, 'id-6'],
  ])('of %p keeps or renews the account; the key has a name of its own in any case', (account, accountId) => {
    const store = withKey();
    const { sealKey } = store.stored;
    setKey(store, OTHER_KEY, account, undefined);
    const { keyId, verdict } = store.stored;
    expect({
      accountId: store.stored.accountId,
      keyId,
      verdict,
      keepsSealKey: store.stored.sealKey === sealKey,
    }).toEqual({ accountId, keyId: 'id-5', verdict: 'untested id-5', keepsSealKey: account === 'sameAccount' });
  });

  it('leaves the key that is set where what was pasted is none', () => {
    const store = withKey();
    const before = store.stored;
    expect(() => setKey(store, 'my key', 'anotherAccount', 'works')).toThrow();
    expect(store.stored).toBe(before);
  });
});

it('forgetting a key leaves none of the names that went with it', () => {
  const store = withKey();
  expect({ forgotten: forgetKey(store), stored: store.stored, status: keyStatus(store) }).toEqual({
    forgotten: { hasKey: false },
    stored: {},
    status: { hasKey: false },
  });
});

describe('what the service says', () => {
  it.each([
    [200, 'works'],
    [401, 'refused'],
  ] as const)('to a test is noted beside the key: %d', (status, is) => {
    const store = withKey();
    store.write({ verdict: 'untested id-1' });
    const host = new MemoryHost(() => json(status, { slug: 'a', primary_domain: 'a.com' }));
    const verdict = runSync(testKey(store), host.performers);
    expect({ is: verdict.is, noted: store.stored.verdict }).toEqual({ is, noted: `${is} id-1` });
  });

  it('is noted of no other key that was set meanwhile, and where there is none', () => {
    const store = withKey();
    keepStanding(store, 'refused', 'id-of-another');
    const kept = store.stored.verdict;
    forgetKey(store);
    keepStanding(store, 'refused', '');
    expect({ kept, stored: store.stored }).toEqual({ kept: 'works id-1', stored: {} });
  });

  it('is asked about a key that is not set with that key, and never about what is no key', () => {
    const asked: string[] = [];
    const ask = (apiKey: string) => {
      asked.push(apiKey);
      return { is: 'works' } as const;
    };
    const verdicts = [tryKey(KEY, ask), tryKey('my key', ask)].map(({ is }) => is);
    expect({ verdicts, asked }).toEqual({ verdicts: ['works', 'refused'], asked: [KEY] });
  });
});
