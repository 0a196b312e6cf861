import { AnswerStore } from '../../../excel-addin/functions/answer-store';
import { FakeDatabases } from '../../replay/fake-indexed-db';

const NOON = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 86_400_000;
const databases = new FakeDatabases();

beforeEach(() => {
  databases.stores.clear();
  databases.isFull = false;
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
  Object.assign(globalThis, { indexedDB: databases.openFor({ after, effect: () => true }) });
});

afterEach(() => {
  Object.assign(globalThis, { indexedDB: undefined });
});

const keep = (store: AnswerStore, text: string) => store.keep(new Map([['key', text]]), NOON + DAY_MS);

test('what is kept is there for the next page, until its time is over', async () => {
  await keep(new AnswerStore(), 'answer');
  expect(await new AnswerStore().read(['key', 'other'], NOON)).toEqual(new Map([['key', 'answer']]));
  expect(await new AnswerStore().read(['key'], NOON + DAY_MS)).toEqual(new Map());
});

test('what the database can take no more is newer than what it has', async () => {
  const store = new AnswerStore();
  await keep(store, 'old');
  databases.isFull = true;
  await keep(store, 'new');
  expect(await store.read(['key'], NOON)).toEqual(new Map([['key', 'new']]));
  databases.isFull = false;
  await keep(store, 'newest');
  expect(await store.read(['key'], NOON)).toEqual(new Map([['key', 'newest']]));
});
