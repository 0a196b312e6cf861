import { readAccount } from '../../excel-addin/account';
import { openWhenNeeded, setOpensByItself } from '../../excel-addin/open-by-itself';
import { pageSpending } from '../../excel-addin/spending';
import { noteProblems } from '../../excel-addin/told-problems';
import { TraceError } from '../../shared/formulas';
import { FakeStorage } from '../fakes/excel/fake-storage';

const globals = globalThis as { localStorage?: unknown; Office?: unknown };
let opened = 0;
let stop = (): void => undefined;
const storage = (): FakeStorage => globals.localStorage as FakeStorage;

beforeEach(() => {
  jest.useFakeTimers();
  opened = 0;
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: new FakeStorage() });
  globals.Office = { addin: { showAsTaskpane: () => Promise.resolve(void (opened += 1)) } };
  for (const name of ['trace.toldProblems', 'trace.spending']) Reflect.deleteProperty(globalThis, Symbol.for(name));
});
afterEach(() => {
  stop();
  jest.useRealTimers();
  delete globals.Office;
  delete globals.localStorage;
});

function askedWithoutKey(): void {
  noteProblems({ address: 'Leads!B2' }, [[new TraceError('noKey', {})]]);
}

/** A formula that waits for approval. */
async function askedBeyondPolicy(): Promise<void> {
  storage().setItem('trace.apiKey', 'trace_demo');
  const settings = { get: (name: string) => (name === 'trace.spendPolicy' ? { mode: 'onRequest' } : null) };
  Object.assign(globals.Office as object, { context: { document: { settings } } });
  const { id } = readAccount()!;
  const request = { kind: 'company', needed: ['stripe.com'], ifFree: [] } as const;
  await pageSpending().reserve(id, { request } as never, 0);
}

test.each([
  ['a key is missing', askedWithoutKey, 1],
  ['cells wait for approval', askedBeyondPolicy, 1],
  ['nothing is missing', () => undefined, 0],
])('the panel opens once where %s', async (_where, happen, times) => {
  stop = openWhenNeeded();
  await happen();
  jest.advanceTimersByTime(30_000);
  expect(opened).toBe(times);
});

test('it stays closed where this person has turned that off, and opens again where they turn it on', () => {
  setOpensByItself(false);
  askedWithoutKey();
  stop = openWhenNeeded();
  jest.advanceTimersByTime(30_000);
  const closed = opened;
  setOpensByItself(true);
  stop = openWhenNeeded();
  jest.advanceTimersByTime(30_000);
  expect({ closed, opened }).toEqual({ closed: 0, opened: 1 });
});
