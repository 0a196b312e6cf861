import { forgetCopy, keepCopy, readCopy } from '../../excel-addin/document-copies';
import { FakeDatabases } from '../replay/fake-indexed-db';

/** What this browser keeps of workbooks in case that Excel loses it. */

const DAY_MS = 86_400_000;
const document = { url: '' };
/** The module opens it once. */
const databases = new FakeDatabases();
let nowMs = 0;
/** Whether the page is still there, before and after each transaction. */
let effect = (): boolean => true;

beforeEach(() => {
  databases.stores.get('trace-documents')?.clear();
  nowMs = 0;
  effect = () => true;
  jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
  Object.assign(globalThis, {
    Office: { context: { document } },
    indexedDB: databases.openFor({ after, effect: () => effect() }),
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of ['Office', 'indexedDB']) Reflect.deleteProperty(globalThis, name);
});

/** In the order in which they are kept, a second after each other. */
async function keep(urls: readonly string[], value: readonly string[] = ['x'], isNeeded = false): Promise<void> {
  for (const url of urls) {
    document.url = url;
    nowMs += 1_000;
    await keepCopy('journal', value, isNeeded);
  }
}

async function found(...urls: readonly string[]): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const url of urls) {
    document.url = url;
    values.push(await readCopy('journal'));
  }
  return values;
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_url, at) => `w${at}`);
const sizeNow = (): number => (databases.stores.get('trace-documents')?.size ?? 1) - 1;

test('a copy is found by its workbook, and gone once it is forgotten', async () => {
  await keep(['one', 'other']);
  document.url = 'one';
  await forgetCopy('journal');
  expect({ found: await found('one', 'other'), size: sizeNow() }).toEqual({ found: [undefined, ['x']], size: 1 });
});

test('of too many workbooks the oldest copies go', async () => {
  await keep(numbered(45));
  expect({ found: await found('w4', 'w5', 'w44'), size: sizeNow() }).toEqual({
    found: [undefined, ['x'], ['x']],
    size: 40,
  });
});

test('copies that are too long together make room, the oldest first', async () => {
  await keep(numbered(5), ['x'.repeat(7_000_000)]);
  expect((await found(...numbered(5))).map((value) => value !== undefined)).toEqual([false, true, true, true, true]);
});

test('after two years a copy goes with the next one that is kept', async () => {
  await keep(['old']);
  nowMs += 731 * DAY_MS;
  await keep(['new']);
  expect(await found('old', 'new')).toEqual([undefined, ['x']]);
});

test('the copy of an unfinished run stays, however old it is and however many come after it', async () => {
  await keep(['unfinished'], ['run'], true);
  nowMs += 731 * DAY_MS;
  await keep(numbered(45));
  expect({ found: await found('unfinished', 'w44'), size: sizeNow() }).toEqual({ found: [['run'], ['x']], size: 40 });
});

test('too many unfinished runs are bounded too', async () => {
  await keep(numbered(45), ['run'], true);
  expect({ found: await found('w4', 'w44'), size: sizeNow() }).toEqual({ found: [undefined, ['run']], size: 40 });
});

const indexed = (): readonly string[] => {
  const index = databases.stores.get('trace-documents')!.get('index') as readonly { readonly key: string }[];
  return index.map(({ key }) => key).sort();
};

test('two panes that keep a copy at the same moment both find it in the index', async () => {
  const [one, other] = [await pane(), await pane()];
  document.url = 'one';
  const first = one.keepCopy('journal', ['x'], false);
  document.url = 'other';
  await Promise.all([first, other.keepCopy('journal', ['x'], false)]);
  expect(indexed()).toEqual(['journal|one', 'journal|other']);
});

/** A page with modules of its own. */
function pane(): Promise<{ readonly keepCopy: typeof keepCopy }> {
  let found: Promise<{ readonly keepCopy: typeof keepCopy }>;
  jest.isolateModules(() => (found = import('../../excel-addin/document-copies')));
  return found!;
}

test('wherever the page is closed, what is kept and what is known of it agree', async () => {
  for (let last = 0; last < 8; last += 1) {
    await keep(numbered(40));
    let left = last;
    effect = () => left-- > 0;
    document.url = 'more';
    jest.useFakeTimers({ doNotFake: ['Date'] });
    const kept = keepCopy('journal', ['x'], false);
    // A page that is closed hears nothing more, which ends as silence does.
    await jest.advanceTimersByTimeAsync(2_001);
    await kept;
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, Symbol.for('trace.copiesSilentUntil'));
    effect = () => true;
    const keys = [...databases.stores.get('trace-documents')!.keys()].filter((key) => key !== 'index').sort();
    expect(indexed()).toEqual(keys);
    databases.stores.get('trace-documents')!.clear();
  }
});

test('copies that are not in the index, of an earlier version or a page that was closed, go like all others', async () => {
  await keep(['one']);
  const store = databases.stores.get('trace-documents')!;
  store.set('journal|stray', ['x']);
  await keep(['two']);
  expect(indexed()).toEqual(['journal|one', 'journal|stray', 'journal|two']);
  await keep(numbered(38));
  expect({ found: await found('one', 'stray', 'two'), size: sizeNow() }).toEqual({
    found: [undefined, ['x'], ['x']],
    size: 40,
  });
  nowMs += 731 * DAY_MS;
  await keep(['new']);
  expect({ found: await found('stray', 'new'), size: sizeNow() }).toEqual({ found: [undefined, ['x']], size: 1 });
});

test.each([
  ['text', 'x'],
  ['list of something else', [{ key: 7 }, null, ['journal|one']]],
])('an index that is a %s is made anew', async (_name, index) => {
  await keep(['one']);
  databases.stores.get('trace-documents')!.set('index', index);
  await keep(['two']);
  expect(indexed()).toEqual(['journal|one', 'journal|two']);
});

test('a copy that takes long leaves cells their answers', async () => {
  jest.useFakeTimers({ doNotFake: ['Date'] });
  const { indexedDB: healthy } = globalThis as { readonly indexedDB?: unknown };
  Object.assign(globalThis, { indexedDB: { open: () => ({}) } });
  document.url = 'https://contoso.example/long.xlsx';
  await jest.isolateModulesAsync(async () => {
    const copies = await import('../../excel-addin/document-copies');
    const { AnswerStore } = await import('../../excel-addin/answer-store');
    const keeping = copies.keepCopy('journal', ['x'], false);
    await jest.advanceTimersByTimeAsync(2_001);
    await keeping;
    Object.assign(globalThis, { indexedDB: healthy });
    const answers = new AnswerStore();
    const kept = answers.keep(new Map([['k', 'v']]), 1_000_000);
    await jest.advanceTimersByTimeAsync(100);
    await kept;
    // What the database could not take.
    expect(answers.memory.size).toBe(0);
  });
  jest.useRealTimers();
});
