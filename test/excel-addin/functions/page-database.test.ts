import { PageDatabase, SILENCE } from '../../../excel-addin/functions/page-database';

const page = globalThis as { indexedDB?: unknown };
let answer: (text: string) => void;
let settled: string | null;

beforeEach(() => {
  jest.useFakeTimers();
  page.indexedDB = { open: () => ({}) };
  settled = null;
  void new PageDatabase('answers', 'texts', Symbol('silent'))
    .ask(() => new Promise<string>((resolve) => (answer = resolve)))
    .then(
      (text) => (settled = text),
      (thrown: Error) => (settled = thrown.message),
    );
});
afterEach(() => {
  jest.useRealTimers();
  delete page.indexedDB;
});

/** Nothing runs meanwhile; then come timers that are due, before anything that the database has to say. */
async function blockFor(ms: number): Promise<void> {
  jest.setSystemTime(Date.now() + ms);
  jest.advanceTimersToNextTimer();
  await jest.advanceTimersByTimeAsync(10);
}

test('a database that stays silent is given up after ten seconds', async () => {
  await jest.advanceTimersByTimeAsync(9_990);
  expect(settled).toBeNull();
  await jest.advanceTimersByTimeAsync(11);
  expect(settled).toBe(SILENCE);
});

test('a page that is blocked again and again still waits for the steps of a transaction', async () => {
  for (let step = 0; step < 5; step += 1) await blockFor(12_000);
  answer('answered');
  await jest.advanceTimersByTimeAsync(10);
  expect(settled).toBe('answered');
});
