import { DocumentLedger } from '../../../shared/credits/document-ledger';
import type { LookupOutcome } from '../../../shared/records/outcome';
import { markOf, MemoryLedgerStore, ownerOf } from '../../fakes/memory-ledger';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const NOW_MS = TODAY * DAY_MS + 1_000;
/** The code of a.example. */
const A = '9eGiUW';

const NOTHING = { day: TODAY, formulas: 0, formulasAgreed: 0, reservations: [], doubts: '' };
const FREELY = { TRACE_POLICY: { mode: 'freely' } };
const LIMITED = { TRACE_POLICY: { mode: 'daily', limit: 2 } };

const asking = (...needed: readonly string[]) => ({ request: { kind: 'company', needed, ifFree: [] } }) as const;
const found = (...domains: readonly string[]): ReadonlyMap<string, LookupOutcome> =>
  new Map(domains.map((domain) => [domain, { is: 'found', record: { primary_domain: domain }, asOfMs: NOW_MS }]));

/** A run of `acc`. @param isAlone whether no other one changes the ledger meanwhile */
function runOn(store: MemoryLedgerStore, isAlone = true): DocumentLedger {
  return new DocumentLedger(ownerOf('acc'), store, {
    alone: (change) => change(isAlone),
    noted: () => '',
    newId: () => '01234567',
  });
}

const codesOf = (refused: ReadonlyMap<string, { readonly code: string }>) =>
  [...refused.values()].map(({ code }) => code);

it('under a limit what is spent is written before it is granted', () => {
  const store = new MemoryLedgerStore(LIMITED);
  const { granted, refused } = runOn(store).reserve(asking('a.example', 'b.example', 'c.example'), NOW_MS);
  expect({ granted, refused: codesOf(refused), spent: store.stored['TRACE_SPENT'] }).toEqual({
    granted: ['a.example', 'b.example'],
    refused: ['dailyLimitReached'],
    spent: ['acc', { ...NOTHING, reservations: [['01234567', 2, NOW_MS]] }, ''],
  });
});

it.each<[what: string, change: (store: MemoryLedgerStore) => void, isAlone: boolean]>([
  ['be had for itself', () => undefined, false],
  ['be written', (store) => (store.isWritable = false), true],
  ['be read', (store) => (store.isReadable = false), true],
])('under a limit nothing is spent where the ledger cannot %s', (_what, change, isAlone) => {
  const store = new MemoryLedgerStore(LIMITED);
  change(store);
  const { granted, refused } = runOn(store, isAlone).reserve(asking('a.example'), NOW_MS);
  expect({ granted, refused: codesOf(refused) }).toEqual({ granted: [], refused: ['limitNotKept'] });
});

it('under a limit nothing is spent where the ledger can be read again only after it was read from nothing', () => {
  const store = new MemoryLedgerStore({ ...LIMITED, TRACE_SPENT: ['acc', { ...NOTHING, formulas: 2 }, ''] });
  let refusals = 5;
  Object.defineProperty(store, 'isReadable', { get: () => (refusals -= 1) < 0 });
  const { granted } = runOn(store).reserve(asking('a.example'), NOW_MS);
  expect({ granted, written: store.written }).toEqual({ granted: [], written: [] });
});

it('what was refused says whose ledger it is, also where nothing was spent', () => {
  const store = new MemoryLedgerStore({ TRACE_POLICY: { mode: 'onRequest' } });
  runOn(store).reserve(asking('a.example'), NOW_MS);
  expect(store.stored['TRACE_SPENT']).toEqual(['acc', NOTHING, '']);
});

it('what was settled alone is in the ledger', () => {
  const store = new MemoryLedgerStore(FREELY);
  const ledger = runOn(store);
  const grant = ledger.reserve(asking('a.example'), NOW_MS);
  ledger.settle({ grant, kind: 'company', outcomes: found('a.example') }, NOW_MS);
  const days = [[TODAY, A]];
  expect(store.stored).toEqual({
    ...FREELY,
    TRACE_SPENT: ['acc', { ...NOTHING, formulas: 1 }, ''],
    TRACE_PAID: ['acc', days, markOf('acc', 'paid', days)],
  });
});

it('without a limit, what was settled is in the ledger even where another run may change it', () => {
  const store = new MemoryLedgerStore(FREELY);
  const ledger = runOn(store, false);
  const grant = ledger.reserve(asking('a.example'), NOW_MS);
  ledger.settle({ grant, kind: 'company', outcomes: found('a.example') }, NOW_MS);
  expect(store.stored['TRACE_SPENT']).toEqual(['acc', { ...NOTHING, formulas: 1 }, '']);
});

it('under a limit, what cannot be settled alone counts as spent once its run must have ended', () => {
  const store = new MemoryLedgerStore(LIMITED);
  const grant = runOn(store).reserve(asking('a.example'), NOW_MS);
  runOn(store, false).settle({ grant, kind: 'company', outcomes: found('a.example') }, NOW_MS);
  const { refused } = runOn(store).reserve(asking('b.example', 'c.example'), NOW_MS + 30_000);
  expect({ refused: codesOf(refused), spent: store.stored['TRACE_SPENT'] }).toEqual({
    refused: ['dailyLimitReached'],
    spent: ['acc', { ...NOTHING, formulas: 1, reservations: [['01234567', 1, NOW_MS + 30_000]] }, ''],
  });
});

it('what another run has reserved is not granted again, and is spent once that run must have ended', () => {
  const left = ['acc', { ...NOTHING, reservations: [['76543210', 1, NOW_MS]] }, ''];
  const store = new MemoryLedgerStore({ ...LIMITED, TRACE_SPENT: left });
  const ask = (nowMs: number) => runOn(store).reserve(asking('a.example', 'b.example'), nowMs).granted;
  expect(ask(NOW_MS + 29_999)).toEqual(['a.example']);
  expect(store.stored['TRACE_SPENT']).toMatchObject([
    'acc',
    {
      formulas: 0,
      reservations: [
        ['76543210', 1, NOW_MS],
        ['01234567', 1, NOW_MS + 29_999],
      ],
    },
    '',
  ]);
  expect(ask(NOW_MS + 30_000)).toEqual([]);
});

it('a run goes by what others have written since it last changed the ledger', () => {
  const store = new MemoryLedgerStore(LIMITED);
  const ledger = runOn(store);
  const grant = ledger.reserve(asking('a.example'), NOW_MS);
  ledger.settle({ grant, kind: 'company', outcomes: found('a.example') }, NOW_MS);
  store.texts.set('TRACE_SPENT', JSON.stringify(['acc', { ...NOTHING, formulas: 2 }, '']));
  expect({ first: grant.granted, second: ledger.reserve(asking('b.example'), NOW_MS).granted }).toEqual({
    first: ['a.example'],
    second: [],
  });
});
