import { readLedger, readPayerId, writeCounters, writeLedger } from '../../../shared/credits/document-ledger';
import { PaidCompanies } from '../../../shared/credits/paid-companies';
import type { SpendPolicy } from '../../../shared/credits/daily-spending';
import { markOf, MemoryLedgerStore, ownerOf } from '../../fakes/memory-ledger';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const NOW_MS = TODAY * DAY_MS + 1_000;
/** The codes of a.example and b.example. */
const [A, B] = ['9eGiUW', 'LLFJ16'];

const COUNTERS = {
  day: TODAY,
  formulas: 7,
  formulasAgreed: 1,
  reservations: [['g', 3, NOW_MS]],
  doubts: '',
};
const DAYS = [[TODAY, A]];
const OWN = {
  TRACE_SPENT: ['acc', { ...COUNTERS, doubts: B }, markOf('acc', 'doubts', [TODAY, B])],
  TRACE_PAID: ['acc', DAYS, markOf('acc', 'paid', DAYS)],
  TRACE_POLICY: { mode: 'daily', limit: 9 },
};

it('what an account has written is known to it', () => {
  const { paid, ...rest } = readLedger(new MemoryLedgerStore(OWN), ownerOf('acc', 50), NOW_MS);
  expect({ ...rest, a: paid.isPaid('a.example', NOW_MS) }).toEqual({
    policy: { mode: 'daily', limit: 9 },
    ownerLimit: 50,
    counters: { ...COUNTERS, runs: 0, agreed: 0, reservations: [{ id: 'g', credits: 3, atMs: NOW_MS }], doubts: B },
    a: true,
  });
});

it.each([
  ['no mark', undefined],
  ['an empty mark', ''],
  ['the mark of another account', markOf('other', 'paid', DAYS)],
  ['the mark of something else', markOf('acc', 'guest', DAYS)],
  ['the mark of other companies', markOf('acc', 'paid', [[TODAY, B]])],
])('a company is not paid for by a text with %s', (_what, mark) => {
  const store = new MemoryLedgerStore({ ...OWN, TRACE_PAID: ['acc', DAYS, mark] });
  expect(readLedger(store, ownerOf('acc'), NOW_MS).paid.isPaid('a.example', NOW_MS)).toBe(false);
});

it('a company is not paid for by the own text that names another account', () => {
  const store = new MemoryLedgerStore({ ...OWN, TRACE_PAID: ['other', DAYS, markOf('acc', 'paid', DAYS)] });
  expect(readLedger(store, ownerOf('acc'), NOW_MS).paid.isPaid('a.example', NOW_MS)).toBe(false);
});

it('an account without a secret recognizes nothing, not even an empty mark', () => {
  const store = new MemoryLedgerStore({ ...OWN, TRACE_PAID: ['acc', DAYS, ''] });
  const { paid } = readLedger(store, { ...ownerOf('acc'), seal: () => '' }, NOW_MS);
  expect(paid.isPaid('a.example', NOW_MS)).toBe(false);
});

it('companies in doubt under a mark of another day count again, and the count stays', () => {
  const mark = markOf('acc', 'doubts', [TODAY - 1, B]);
  const store = new MemoryLedgerStore({ TRACE_SPENT: ['acc', { ...COUNTERS, doubts: B }, mark] });
  const { doubts, formulas } = readLedger(store, ownerOf('acc'), NOW_MS).counters;
  expect({ doubts, formulas }).toEqual({ doubts: '', formulas: 7 });
});

it.each([
  ['more than the document', [TODAY, 20, 0], { formulas: 20, formulasAgreed: 2 }],
  ['more, of which a part is under way', [TODAY, 9, 4], { formulas: 13, formulasAgreed: 2 }],
  ['as much as the document, of which a part is under way', [TODAY, 7, 3], { formulas: 7, formulasAgreed: 1 }],
  ['less', [TODAY, 5, 0], { formulas: 7, formulasAgreed: 1 }],
  ['more of another day', [TODAY - 1, 20, 90], { formulas: 7, formulasAgreed: 1 }],
])(
  'if the owner’s own store knows of %s, the larger count of the day is known',
  (_what, [day, formulas, held], known) => {
    const counters = { day, formulas, formulasAgreed: 2, reservations: [['h', held, NOW_MS]], doubts: '' };
    const owner = { ...ownerOf('acc'), noted: JSON.stringify(['acc', counters, '']) };
    expect(readLedger(new MemoryLedgerStore(OWN), owner, NOW_MS).counters).toMatchObject(known);
  },
);

it('what the owner’s own store knows of another account does not count', () => {
  const owner = { ...ownerOf('acc'), noted: JSON.stringify(['other', { ...COUNTERS, formulas: 90 }, '']) };
  expect(readLedger(new MemoryLedgerStore(OWN), owner, NOW_MS).counters.formulas).toBe(7);
});

it('of another account nothing is known but the policy, which is the file’s', () => {
  const { policy, counters, paid } = readLedger(new MemoryLedgerStore(OWN), ownerOf('other'), NOW_MS);
  expect({
    policy,
    formulas: counters.formulas,
    doubts: counters.doubts,
    isPaid: paid.isPaid('a.example', NOW_MS),
  }).toEqual({ policy: { mode: 'daily', limit: 9 }, formulas: 0, doubts: '', isPaid: false });
});

it.each([[''], ['{'], ['null'], ['{"0":"acc"}'], ['[]']])('a text of %j counts as empty, and no one pays', (text) => {
  const store = new MemoryLedgerStore();
  for (const name of ['TRACE_SPENT', 'TRACE_PAID', 'TRACE_POLICY']) store.texts.set(name, text);
  const { policy, counters, paid } = readLedger(store, ownerOf('acc'), NOW_MS);
  expect({
    payerId: readPayerId(store),
    policy,
    formulas: counters.formulas,
    isPaid: paid.isPaid('a.example', NOW_MS),
  }).toEqual({ payerId: null, policy: { mode: 'daily', limit: 500 }, formulas: 0, isPaid: false });
});

it('the account of the formulas is the one that has spent', () => {
  expect(readPayerId(new MemoryLedgerStore(OWN))).toBe('acc');
});

it('what is written is read again, the counters first', () => {
  const store = new MemoryLedgerStore(OWN);
  const ledger = readLedger(store, ownerOf('acc'), NOW_MS);
  expect(writeLedger(store, ownerOf('acc'), ledger, NOW_MS)).toBe(true);
  expect({ written: store.written, stored: store.stored }).toEqual({
    written: ['TRACE_SPENT', 'TRACE_PAID'],
    stored: OWN,
  });
});

it('if the counters are not certainly written, the companies are not written', () => {
  const store = new MemoryLedgerStore(OWN);
  const ledger = { ...readLedger(store, ownerOf('acc'), NOW_MS), paid: new PaidCompanies() };
  store.isReadable = false;
  expect({ isWritten: writeLedger(store, ownerOf('acc'), ledger, NOW_MS), written: store.written }).toEqual({
    isWritten: false,
    written: ['TRACE_SPENT'],
  });
});

it.each([
  ['a limit', { mode: 'daily', limit: 9 } as const, false],
  ['no limit', { mode: 'freely' } as const, true],
])('under %s counters that cannot be read back are written: %s', (_what, policy, isWritten) => {
  const store = new MemoryLedgerStore(OWN);
  const ledger = { ...readLedger(store, ownerOf('acc'), NOW_MS), policy };
  store.isReadable = false;
  expect(writeCounters(store, ownerOf('acc'), ledger)).toBe(isWritten);
});

describe('what the owner chose', () => {
  const policyOf = (own: SpendPolicy, inFile: unknown): SpendPolicy =>
    readLedger(new MemoryLedgerStore({ TRACE_POLICY: inFile }), { ...ownerOf('acc'), policy: own }, NOW_MS).policy;

  it.each<[string, SpendPolicy, unknown, SpendPolicy]>([
    ['a file that allows more', { mode: 'daily', limit: 20 }, { mode: 'freely' }, { mode: 'daily', limit: 20 }],
    ['a file that allows less', { mode: 'daily', limit: 20 }, { mode: 'daily', limit: 9 }, { mode: 'daily', limit: 9 }],
    ['a file that waits for approval', { mode: 'freely' }, { mode: 'onRequest' }, { mode: 'onRequest' }],
    ['a file that says too much', { mode: 'freely' }, { mode: 'daily', limit: 1e12 }, { mode: 'daily', limit: 500 }],
    ['a file that says nothing', { mode: 'daily', limit: 5_000 }, null, { mode: 'daily', limit: 500 }],
  ])('holds beside %s, where it is the least', (_what, own, inFile, expected) => {
    expect(policyOf(own, inFile)).toEqual(expected);
  });

  it('is not known to others, who see what the file says', () => {
    const owner = { ...ownerOf('acc'), policy: null };
    expect(readLedger(new MemoryLedgerStore(OWN), owner, NOW_MS).policy).toEqual({ mode: 'daily', limit: 9 });
  });

  it.each([
    ['today, some of it spent', TODAY, 5, 4],
    ['today, and more was spent since', TODAY, 0, 0],
    ['yesterday', TODAY - 1, 5, 0],
  ])('to approve counts %s', (_when, day, credits, left) => {
    const owner = { ...ownerOf('acc'), approved: { day, credits } };
    expect(readLedger(new MemoryLedgerStore(OWN), owner, NOW_MS).counters.agreed).toBe(left);
  });
});

it('nothing that the document says of approvals counts', () => {
  const store = new MemoryLedgerStore({ TRACE_SPENT: ['acc', { ...COUNTERS, agreed: 1_000 }, ''] });
  expect(readLedger(store, ownerOf('acc'), NOW_MS).counters.agreed).toBe(0);
});
