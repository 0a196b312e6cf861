import { agreeTo, ledgerNow } from '../../../excel-addin/panel/panel-spending';
import { Spending } from '../../../excel-addin/stored/spending';
import { hasCutLists, TraceError, waitingStatus, type SpendCounters } from '../../../shared/formulas';
import type { Grant, SpendRequest } from '../../../shared/ports';
import { FakeDatabases } from '../../replay/fake-indexed-db';

const NOON = Date.parse('2026-06-15T12:00:00Z');
const MINUTE_MS = 60_000;
const databases = new FakeDatabases();
/** How much later than usual the browser comes to a transaction. */
let lateMs = 0;

beforeEach(() => {
  databases.stores.clear();
  databases.isRefused = false;
  databases.isFull = false;
  lateMs = 0;
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs + lateMs);
  const settings = { get: () => ({ mode: 'daily', limit: 150 }) };
  Object.assign(globalThis, {
    indexedDB: databases.openFor({ after, effect: () => true }),
    Office: { context: { document: { settings } } },
  });
});

afterAll(() => {
  Object.assign(globalThis, { indexedDB: undefined, Office: undefined });
});

const countersOf = async (...asked: Parameters<typeof ledgerNow>): Promise<SpendCounters> =>
  (await ledgerNow(...asked)).counters;

const companies = (first: number, count: number): SpendRequest => ({
  kind: 'company',
  needed: Array.from({ length: count }, (_company, index) => `company-${first + index}.example`),
  ifFree: [],
});

const found = (identifiers: readonly string[]) =>
  new Map(
    identifiers.map((domain) => [domain, { is: 'found', record: { primary_domain: domain }, asOfMs: NOON } as const]),
  );

const reserve = (spending: Spending, request: SpendRequest, nowMs = NOON) =>
  spending.reserve('acc-1', { request }, nowMs);
const settle = (spending: Spending, grant: Grant) =>
  spending.settle('acc-1', { grant, kind: 'company', outcomes: found(grant.granted) }, NOON);

test('batches that begin at once share one limit', async () => {
  const spending = new Spending();
  const grants = await Promise.all([reserve(spending, companies(1, 100)), reserve(spending, companies(101, 100))]);
  expect(grants.map(({ credits }) => credits)).toEqual([100, 50]);
});

test('two workbooks cannot both grant the last of one limit', async () => {
  const [one, other] = [new Spending(), new Spending()];
  const grants = await Promise.all([reserve(one, companies(1, 100)), reserve(other, companies(101, 100))]);
  expect(grants.map(({ credits }) => credits).sort()).toEqual([100, 50]);
});

test('what a page has set aside and never settled counts as spent, also once it is gone', async () => {
  await reserve(new Spending(), companies(1, 100));
  const other = new Spending();
  const [meanwhile, later] = [
    await reserve(other, companies(101, 60)),
    await reserve(other, companies(201, 60), NOON + 11 * MINUTE_MS),
  ];
  expect({ meanwhile: meanwhile.credits, later: later.credits }).toEqual({ meanwhile: 50, later: 0 });
  expect(await countersOf(other, 'acc-1', NOON + 11 * MINUTE_MS)).toMatchObject({ formulas: 150, reservations: [] });
});

test('a company whose answer was lost counts once, however often it is asked for on that day', async () => {
  const spending = new Spending();
  for (let time = 0; time < 3; time += 1) {
    const grant = await reserve(spending, companies(1, 100));
    const error = new TraceError('timedOut', {});
    const lost = grant.granted.map((each) => [each, { is: 'failed', error, inDoubt: 1 }] as const);
    await spending.settle('acc-1', { grant, kind: 'company', outcomes: new Map(lost) }, NOON);
  }
  expect(await countersOf(spending, 'acc-1', NOON)).toMatchObject({ formulas: 100, reservations: [] });
});

test('a list that finds no room waits until another one is settled', async () => {
  const spending = new Spending();
  const partners = (name: string): SpendRequest => ({ kind: 'partners', needed: [name], ifFree: [] });
  const first = await reserve(spending, partners('a.com'));
  const second = await reserve(spending, partners('b.com'));
  const third = reserve(spending, partners('c.com'));
  await spending.settle('acc-1', { grant: first, kind: 'partners', outcomes: new Map() }, NOON);
  expect({ first: first.caps, second: second.caps, third: (await third).caps }).toEqual({
    first: new Map([['a.com', 100]]),
    second: new Map([['b.com', 50]]),
    third: new Map([['c.com', 100]]),
  });
});

test('a list that waits over midnight takes nothing back from what the new day has spent', async () => {
  const spending = new Spending();
  const evening = Date.parse('2026-06-15T23:59:50Z');
  const first = await reserve(spending, companies(1, 150), evening);
  const list = reserve(spending, { kind: 'partners', needed: ['a.com'], ifFree: [] }, evening);
  const morning = evening + 20_000;
  await spending.settle('acc-1', { grant: first, kind: 'company', outcomes: found(first.granted) }, morning);
  expect({ credits: (await list).credits, formulas: (await countersOf(spending, 'acc-1', morning)).formulas }).toEqual({
    credits: 0,
    formulas: 150,
  });
});

test('what a limit has cut of a list waits with the price of the whole list, and until it is agreed to', async () => {
  const spending = new Spending();
  await settle(spending, await reserve(spending, companies(1, 147)));
  const list: SpendRequest = { kind: 'partners', needed: ['a.com'], ifFree: [] };
  const first = await reserve(spending, list);
  const names = ['x.com', 'y.com', 'z.com'].map((domain) => ({ domain }));
  const record = { company: { domain: 'a.com' }, partners: names, count: 26, isPartial: true, isListed: true };
  const outcomes = new Map([['a.com', { is: 'found', record, asOfMs: NOON } as const]]);
  await spending.settle('acc-1', { grant: first, kind: 'partners', outcomes }, NOON);
  await reserve(spending, { ...list, read: new Map([['a.com', { rows: 3, total: 26 }]]) });
  const cut = spending.waitingOf('acc-1');
  expect({ caps: first.caps, status: waitingStatus(cut), hasCutLists: hasCutLists(cut) }).toEqual({
    caps: new Map([['a.com', 3]]),
    status: { cells: 1, credits: 26, isLeast: false },
    hasCutLists: true,
  });
  await agreeTo(spending, 'acc-1', 26, NOON);
  const after = spending.waitingOf('acc-1');
  expect({ status: waitingStatus(after), hasCutLists: hasCutLists(after) }).toEqual({
    status: { cells: 0, credits: 0, isLeast: false },
    hasCutLists: false,
  });
});

describe('if the browser keeps nothing, or does so late', () => {
  const spoilt: readonly (readonly [string, () => void])[] = [
    ['it refuses', () => (databases.isRefused = true)],
    ['it is full', () => (databases.isFull = true)],
    ['it hangs', () => Object.assign(globalThis, { indexedDB: { open: () => ({}) } })],
    ['there is none', () => Object.assign(globalThis, { indexedDB: undefined })],
  ];

  /** What answers within 25 seconds, however long these take. */
  async function inTime<T>(answer: Promise<T>): Promise<T> {
    await jest.advanceTimersByTimeAsync(25_000);
    return answer;
  }

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    // What hung was another page's.
    Reflect.deleteProperty(globalThis, Symbol.for('trace.silentUntil'));
  });

  test.each(spoilt)('a limit spends nothing: %s', async (_name, spoil) => {
    spoil();
    const { granted, refused } = await inTime(reserve(new Spending(), companies(1, 2)));
    expect({ granted, refused: [...refused.values()].map(({ code }) => code) }).toEqual({
      granted: [],
      refused: ['limitNotKept', 'limitNotKept'],
    });
  });

  test.each(spoilt)('formulas that spend freely go on: %s', async (_name, spoil) => {
    // As in the web workbook, where only this user can have written it.
    const settings = { get: () => ({ mode: 'freely' }), isPersonal: true };
    Object.assign(globalThis, { Office: { context: { document: { settings } } } });
    spoil();
    const spending = new Spending();
    const grant = await inTime(reserve(spending, companies(1, 200)));
    await inTime(settle(spending, grant));
    const { formulas } = await inTime(countersOf(spending, 'acc-1', NOON));
    expect({ granted: grant.granted.length, formulas }).toEqual({ granted: 200, formulas: 200 });
  });

  test('a limit waits for a busy computer whose browser needs five seconds for each transaction', async () => {
    lateMs = 5_000;
    const { granted } = await inTime(reserve(new Spending(), companies(1, 2)));
    expect(granted).toEqual(['company-1.example', 'company-2.example']);
  });

  test('what it saves only after the page has gone on still counts', async () => {
    const [one, other] = [new Spending(), new Spending()];
    const grant = await inTime(reserve(one, companies(1, 100)));
    lateMs = 60_000;
    await inTime(settle(one, grant));
    lateMs = 0;
    await jest.advanceTimersByTimeAsync(32_000);
    await inTime(settle(other, await inTime(reserve(other, companies(201, 20)))));
    await jest.advanceTimersByTimeAsync(90_000);
    const { formulas } = await inTime(countersOf(new Spending(), 'acc-1', NOON + 11 * MINUTE_MS));
    expect(formulas).toBe(120);
  });

  test('what is refused for it takes nothing from the limit once the browser answers again', async () => {
    const spending = new Spending();
    lateMs = 60_000;
    await inTime(reserve(spending, companies(1, 100)));
    lateMs = 0;
    await jest.advanceTimersByTimeAsync(90_000);
    const { granted } = await inTime(reserve(spending, companies(1, 100)));
    expect(granted).toHaveLength(100);
  });
});

describe('without a limit', () => {
  let asked = 0;

  beforeEach(() => {
    const freely = '{"mode":"freely"}';
    const settings = { get: () => JSON.parse(freely) as unknown };
    asked = 0;
    Object.assign(globalThis, {
      Office: { context: { document: { settings, url: 'https://files.example/leads.xlsx' } } },
      localStorage: { getItem: () => freely },
      indexedDB: {
        open: () => {
          asked += 1;
          throw new Error('SecurityError');
        },
      },
    });
  });

  afterEach(() => {
    Object.assign(globalThis, { localStorage: undefined });
  });

  it('no request waits for the ledger, which could refuse nothing', async () => {
    const { granted } = await reserve(new Spending(), companies(1, 100));
    expect({ granted: granted.length, asked }).toEqual({ granted: 100, asked: 0 });
  });

  it('the ledger still tells what is free, where only that is wanted', async () => {
    const { granted } = await reserve(new Spending(), { kind: 'company', needed: [], ifFree: ['company-1.example'] });
    expect({ granted, asked }).toEqual({ granted: [], asked: 1 });
  });
});

test('batches that end at once are all counted', async () => {
  const spending = new Spending();
  const grants = [await reserve(spending, companies(1, 10)), await reserve(spending, companies(11, 10))];
  await Promise.all(grants.map((grant) => settle(spending, grant)));
  expect(await countersOf(spending, 'acc-1', NOON)).toMatchObject({ formulas: 20, reservations: [] });
});

test('each of two batches that end at once is told its own cost', async () => {
  const spending = new Spending();
  const grants = [await reserve(spending, companies(1, 10)), await reserve(spending, companies(8, 10))];
  expect(await Promise.all(grants.map((grant) => settle(spending, grant)))).toEqual([10, 7]);
});

test('two files of one browser keep the same ledger', async () => {
  const [one, other] = [new Spending(), new Spending()];
  const grants = [await reserve(one, companies(1, 10)), await reserve(other, companies(11, 10))] as const;
  await Promise.all([settle(one, grants[0]), settle(other, grants[1])]);
  expect(await countersOf(one, 'acc-1', NOON)).toMatchObject({ formulas: 20, reservations: [] });
  expect(await countersOf(other, 'acc-1', NOON)).toMatchObject({ formulas: 20, reservations: [] });
  // What the other file has paid for is free here.
  expect(await reserve(one, companies(11, 10))).toMatchObject({ credits: 0, refused: new Map() });
});

test('what a person agreed to is there after the page was closed', async () => {
  await agreeTo(new Spending(), 'acc-1', 30, NOON);
  expect(await countersOf(new Spending(), 'acc-1', NOON)).toMatchObject({ agreed: 30 });
});
