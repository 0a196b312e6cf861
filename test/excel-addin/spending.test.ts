import { Spending } from '../../excel-addin/spending';
import type { Grant, SpendRequest } from '../../shared/lookup/spend-book';
import { FakeDatabases } from '../replay/fake-indexed-db';

const NOON = Date.parse('2026-06-15T12:00:00Z');
const databases = new FakeDatabases();

beforeEach(() => {
  databases.stores.clear();
  databases.isRefused = false;
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
  const settings = { get: () => ({ mode: 'daily', limit: 150 }) };
  Object.assign(globalThis, {
    indexedDB: databases.openFor({ after, effect: () => true }),
    Office: { context: { document: { settings } } },
  });
});

afterAll(() => {
  Object.assign(globalThis, { indexedDB: undefined, Office: undefined });
});

const companies = (first: number, count: number): SpendRequest => ({
  kind: 'company',
  needed: Array.from({ length: count }, (_company, index) => `company-${first + index}.example`),
  ifFree: [],
});

const found = (identifiers: readonly string[]) =>
  new Map(
    identifiers.map((domain) => [domain, { is: 'found', record: { primary_domain: domain }, asOfMs: NOON } as const]),
  );

const reserve = (spending: Spending, request: SpendRequest) =>
  spending.reserve('acc-1', { ask: 'reserve', request }, NOON);
const settle = (spending: Spending, grant: Grant) =>
  spending.settle('acc-1', { ask: 'settle', grant, kind: 'company', outcomes: found(grant.granted) }, NOON);

test.each([false, true])('batches that begin at once share one limit (storage refused: %s)', async (isRefused) => {
  databases.isRefused = isRefused;
  const spending = new Spending();
  const grants = await Promise.all([reserve(spending, companies(1, 100)), reserve(spending, companies(101, 100))]);
  expect(grants.map(({ credits }) => credits)).toEqual([100, 50]);
});

test('batches that end at once are all counted', async () => {
  const spending = new Spending();
  const grants = [await reserve(spending, companies(1, 10)), await reserve(spending, companies(11, 10))];
  await Promise.all(grants.map((grant) => settle(spending, grant)));
  expect(await spending.countersOf('acc-1', NOON)).toMatchObject({ formulas: 20, reserved: 0 });
});

test('each of two batches that end at once is told its own cost', async () => {
  const spending = new Spending();
  const grants = [await reserve(spending, companies(1, 10)), await reserve(spending, companies(8, 10))];
  expect(await Promise.all(grants.map((grant) => settle(spending, grant)))).toEqual([10, 7]);
});

test('two files of one browser keep the same books', async () => {
  const [one, other] = [new Spending(), new Spending()];
  const grants = [await reserve(one, companies(1, 10)), await reserve(other, companies(11, 10))] as const;
  await Promise.all([settle(one, grants[0]), settle(other, grants[1])]);
  expect(await one.countersOf('acc-1', NOON)).toMatchObject({ formulas: 20, reserved: 0 });
  expect(await other.countersOf('acc-1', NOON)).toMatchObject({ formulas: 20, reserved: 0 });
  // What the other file has paid for is free here.
  expect(await reserve(one, companies(11, 10))).toMatchObject({ credits: 0, refused: new Map() });
});

test('what a person agreed to is there after the page was closed', async () => {
  await new Spending().agree('acc-1', 30, NOON);
  expect(await new Spending().countersOf('acc-1', NOON)).toMatchObject({ agreed: 30 });
});
