import { makeDeposit, readDeposited } from '../../../apps-script/formulas/turn';
import type { KnownFormula } from '../../../shared/ports';

const NAMES = ['CacheService', 'SpreadsheetApp', 'Utilities'] as const;
const before = NAMES.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
const cache = new Map<string, string>();
let row = 0;

beforeEach(() => {
  cache.clear();
  Object.assign(globalThis, {
    CacheService: {
      getUserCache: () => null,
      getDocumentCache: () => ({
        getAll: (keys: readonly string[]) =>
          Object.fromEntries(keys.flatMap((key) => (cache.has(key) ? [[key, cache.get(key)!] as const] : []))),
        putAll: (entries: Readonly<Record<string, string>>) => {
          for (const [key, text] of Object.entries(entries)) cache.set(key, text);
        },
        removeAll: (keys: readonly string[]) => keys.forEach((key) => cache.delete(key)),
      }),
    },
    SpreadsheetApp: { getActiveRange: () => ({ getRow: () => row, getColumn: () => 2 }) },
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  NAMES.forEach((name, at) => {
    const property = before[at];
    if (property === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, property);
  });
});

const call = (domain: string): KnownFormula => ({ id: 'TRACE_COMPANY', args: [domain] });

/** The next numbers of chance. */
function toss(...numbers: readonly number[]): void {
  const random = jest.spyOn(Math, 'random');
  for (const number of numbers) random.mockReturnValueOnce(number);
}

/** Two formulas a hundred rows apart, of which the second one happens to take every place of the first one. */
function makeRivals() {
  toss(0.1, 0.2, 0.1, 0.2);
  const [first, second] = [makeDeposit(call('a.com')), makeDeposit(call('b.com'))];
  row = 2;
  first.leave();
  row = 98;
  second.leave();
  return { first, second };
}

it('a call is left in other places each time, so that the same formula does not take all of them again', () => {
  const { first, second } = makeRivals();
  expect(readDeposited()).toEqual([call('b.com')]);
  toss(0.3, 0.4, 0.5, 0.6);
  first.leave();
  second.leave();
  expect(readDeposited()).toEqual(expect.arrayContaining([call('a.com'), call('b.com')]));
  expect(readDeposited()).toHaveLength(2);
});

it('a call is taken back from all places that it has, and from none that another one has', () => {
  const { first, second } = makeRivals();
  toss(0.3, 0.4);
  first.leave();
  first.takeBack();
  expect(readDeposited()).toEqual([call('b.com')]);
  second.takeBack();
  expect({ left: readDeposited(), cached: cache.size }).toEqual({ left: [], cached: 0 });
});
