import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { AnswerStore, pageAnswers } from '../../excel-addin/functions/answer-store';
import {
  canKeepAnswers,
  clearAnswers,
  forgetAnswers,
  forgetLedger,
  measureAnswers,
} from '../../excel-addin/bulk/kept-answers';
import { BrowserDatabases } from '../fakes/excel/browser-databases';

/** Saved answers, as the panel measures and clears them, in a database by the standard's rules that may hang. */

const databases = new BrowserDatabases();
const FAR_MS = 10_000_000_000_000;
const keyOf = (account: string, company: number): string => `trace1|${account}|company|c${company}.example`;
/** Moves to a time at which no silence of an earlier test lasts. */
let nowMs = 1_000_000;

beforeEach(() => {
  jest.useFakeTimers({ now: (nowMs += 1_000_000), doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
  databases.hangs = null;
  databases.isRefused = false;
  Object.assign(globalThis, { indexedDB: databases.openFor(), IDBKeyRange });
  pageAnswers().memory.clear();
});
afterEach(() => jest.useRealTimers());
afterAll(() => {
  for (const name of ['indexedDB', 'IDBKeyRange']) Reflect.deleteProperty(globalThis, name);
});

function save(account: string, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_each, at): [string, string] => [keyOf(account, at), 'x'.repeat(10)]);
  return new AnswerStore().keep(new Map([...entries, [`trace1|${account}|!pause`, 'no answer']]), FAR_MS);
}

/** What it says, and after how long. */
async function timed<T>(ask: () => Promise<T>): Promise<readonly [T | string, number]> {
  const start = Date.now();
  let told: readonly [T | string, number] | null = null;
  void ask().then(
    (value) => (told = [value, Date.now() - start]),
    (thrown: unknown) => (told = [(thrown as Error).message, Date.now() - start]),
  );
  for (let waitedMs = 0; told === null && waitedMs <= 15_000; waitedMs += 100) {
    await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(100);
  }
  return told ?? ['never', Infinity];
}

it('counts the answers of one account, however many', async () => {
  await save('many', 502);
  await save('other', 5);
  expect(await measureAnswers('many')).toEqual({ answers: 502, characters: 5_020 });
});

it('counts none without an account', async () => {
  expect(await measureAnswers(null)).toEqual({ answers: 0, characters: 0 });
});

it('clears all answers of one account, and the rest only where everything is to go', async () => {
  await save('cleared', 502);
  await save('spared', 2);
  await clearAnswers('cleared');
  const store = new AnswerStore();
  const isThere = async (key: string): Promise<boolean> => (await store.read([key], 0)).size === 1;
  expect({
    cleared: (await measureAnswers('cleared')).answers,
    hasPause: await isThere('trace1|cleared|!pause'),
  }).toEqual({ cleared: 0, hasPause: true });
  await forgetAnswers('cleared');
  expect({
    hasPause: await isThere('trace1|cleared|!pause'),
    spared: (await measureAnswers('spared')).answers,
  }).toEqual({ hasPause: false, spared: 2 });
});

it('finds a database whose connection was closed without a word', async () => {
  await save('closed', 1);
  databases.closeAll();
  expect({ canKeep: await canKeepAnswers(), measured: await measureAnswers('closed') }).toEqual({
    canKeep: true,
    measured: { answers: 1, characters: 10 },
  });
});

describe.each(['opening', 'asking'] as const)('a database that hangs while %s', (hangs) => {
  beforeEach(() => (databases.hangs = hangs));
  const silent =
    'The workbook did not let Trace do this: the browser’s storage does not answer. Wait a minute, then retry.';

  it.each<[string, () => Promise<unknown>, unknown]>([
    ['the look whether answers can be saved', canKeepAnswers, false],
    ['the count', () => measureAnswers('a'), { answers: null, characters: null }],
    ['the clearing', () => clearAnswers('a'), silent],
    ['the clearing of everything', () => forgetAnswers('a'), undefined],
    ['the clearing of what was spent', () => forgetLedger('a'), undefined],
  ])('holds up %s for ten seconds, and the next one not at all', async (_what, ask, said) => {
    const [first, waitedMs] = await timed(ask);
    expect({ first, isTenSeconds: waitedMs >= 10_000 && waitedMs <= 10_300 }).toEqual({
      first: said,
      isTenSeconds: true,
    });
    expect((await timed(ask))[1]).toBeLessThan(200);
  });

  it('leaves the count to what the page has in memory', async () => {
    pageAnswers().memory.set(keyOf('b', 1), { text: 'xx', untilMs: FAR_MS });
    expect((await timed(() => measureAnswers('b')))[0]).toEqual({ answers: 1, characters: 2 });
  });
});

it('a database that is refused costs no time, and holds nothing to clear', async () => {
  databases.isRefused = true;
  const all = [canKeepAnswers, () => measureAnswers('a'), () => clearAnswers('a'), () => forgetLedger('a')];
  const told: unknown[] = [];
  for (const ask of all) told.push(await timed<unknown>(ask));
  expect(told.map((each) => (each as readonly [unknown, number])[0])).toEqual([
    false,
    { answers: null, characters: null },
    undefined,
    undefined,
  ]);
});

it('says that answers are left where the database breaks off while it clears them', async () => {
  await save('left', 2);
  const broken = jest.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('the disk is full', 'UnknownError');
  });
  const [told] = await timed(() => clearAnswers('left'));
  broken.mockRestore();
  expect({ told, answers: (await measureAnswers('left')).answers }).toEqual({
    told: 'The workbook did not let Trace do this: the browser’s storage failed. Wait a minute, then retry.',
    answers: 2,
  });
});
