import { DocumentLedger } from '../../../shared/credits/document-ledger';
import type { LookupOutcome } from '../../../shared/records/outcome';
import { markOf, MemoryLedgerStore, ownerOf } from '../../fakes/memory-ledger';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const NOW_MS = TODAY * DAY_MS + 1_000;
/** The codes of a.example, b.example and c.example. */
const [A, B, C] = ['sw7Nxm', 'hDu32v', '8dgLAW'];

const NOTHING = { day: TODAY, formulas: 0, formulasAgreed: 0, holds: [], doubts: '' };
const FREELY = { TRACE_POLICY: { mode: 'freely' } };
const LIMITED = { TRACE_POLICY: { mode: 'daily', limit: 2 } };

const asking = (...needed: readonly string[]) => ({ request: { kind: 'company', needed, ifFree: [] } }) as const;
const found = (...domains: readonly string[]): ReadonlyMap<string, LookupOutcome> =>
  new Map(domains.map((domain) => [domain, { is: 'found', record: { primary_domain: domain }, asOfMs: NOW_MS }]));

/** A run of `acc`. @param holding of the lock, which may change */
function runOn(store: MemoryLedgerStore, holding: () => number | null = () => 1): DocumentLedger {
  return new DocumentLedger(ownerOf('acc'), store, { holding, newId: () => '01234567' });
}

const codesOf = (refused: ReadonlyMap<string, { readonly code: string }>) =>
  [...refused.values()].map(({ code }) => code);

it('under a limit what is spent is written before it is granted', () => {
  const store = new MemoryLedgerStore(LIMITED);
  const { granted, refused } = runOn(store).reserve(asking('a.example', 'b.example', 'c.example'), NOW_MS);
  expect({ granted, refused: codesOf(refused), spent: store.stored['TRACE_SPENT'] }).toEqual({
    granted: ['a.example', 'b.example'],
    refused: ['dailyLimitReached'],
    spent: ['acc', { ...NOTHING, holds: [['', 2, NOW_MS]] }, ''],
  });
});

it.each<[what: string, change: (store: MemoryLedgerStore) => void, holding: number | null]>([
  ['be had for itself', () => undefined, null],
  ['be written', (store) => (store.isWritable = false), 1],
  ['be read', (store) => (store.isReadable = false), 1],
])('under a limit nothing is spent where the ledger cannot %s', (_what, change, holding) => {
  const store = new MemoryLedgerStore(LIMITED);
  change(store);
  const ledger = runOn(store, () => holding);
  const { granted, refused } = ledger.reserve(asking('a.example'), NOW_MS);
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

it('what was settled under the lock is in the ledger', () => {
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

it('a run without the lock writes one entry of its own, however often it settles', () => {
  const store = new MemoryLedgerStore(FREELY);
  const ledger = runOn(store, () => null);
  for (const domain of ['a.example', 'b.example']) {
    const grant = ledger.reserve(asking(domain), NOW_MS);
    ledger.settle({ grant, kind: 'company', outcomes: found(domain) }, NOW_MS);
  }
  const said = [TODAY, 2, [[TODAY, A + B]]];
  expect(store.stored).toEqual({ ...FREELY, TRACE_APART_01234567: ['acc', said, markOf('acc', 'apart', said)] });
});

it('a run without the lock notes what it paid for, and nothing that was paid for before', () => {
  const paidBefore = [
    [TODAY - 29, A],
    [TODAY - 30, C],
  ];
  const store = new MemoryLedgerStore({
    ...FREELY,
    TRACE_PAID: ['acc', paidBefore, markOf('acc', 'paid', paidBefore)],
  });
  const ledger = runOn(store, () => null);
  const domains = ['a.example', 'b.example', 'c.example'];
  const grant = ledger.reserve(asking(...domains), NOW_MS);
  ledger.settle({ grant, kind: 'company', outcomes: found(...domains) }, NOW_MS);
  // Of c.example nobody knows whether its 30 days began anew: it counts, and is not taken as paid.
  const said = [TODAY, 2, [[TODAY, B]]];
  expect(store.stored['TRACE_APART_01234567']).toEqual(['acc', said, markOf('acc', 'apart', said)]);
});

it('whoever has the lock next takes the entry in, and removes it once the ledger is written', () => {
  const said = [TODAY, 1, [[TODAY, A]]];
  const entry = ['acc', said, markOf('acc', 'apart', said)];
  const store = new MemoryLedgerStore({ ...LIMITED, TRACE_APART_76543210: entry });
  const { granted } = runOn(store).reserve(asking('a.example', 'b.example', 'c.example'), NOW_MS);
  expect({ granted, isEntryLeft: 'TRACE_APART_76543210' in store.stored }).toEqual({
    granted: ['a.example', 'b.example'],
    isEntryLeft: false,
  });
});

it('where the ledger cannot be written, the entry stays', () => {
  const said = [TODAY, 1, [[TODAY, A]]];
  const store = new MemoryLedgerStore({ ...FREELY, TRACE_APART_76543210: ['acc', said, markOf('acc', 'apart', said)] });
  store.isWritable = false;
  runOn(store).reserve(asking('b.example'), NOW_MS);
  expect('TRACE_APART_76543210' in store.stored).toBe(true);
});

it('what another run has left reserved is spent once somebody else has the lock', () => {
  const left = ['acc', { ...NOTHING, holds: [['', 1, NOW_MS]] }, ''];
  const store = new MemoryLedgerStore({ ...LIMITED, TRACE_SPENT: left });
  const { granted } = runOn(store).reserve(asking('a.example', 'b.example'), NOW_MS);
  expect({ granted, spent: store.stored['TRACE_SPENT'] }).toEqual({
    granted: ['a.example'],
    spent: ['acc', { ...NOTHING, formulas: 1, holds: [['', 1, NOW_MS]] }, ''],
  });
});

it('with the lock once more, a run goes by what others have written in between', () => {
  const store = new MemoryLedgerStore(LIMITED);
  let holding = 1;
  const ledger = runOn(store, () => holding);
  const grant = ledger.reserve(asking('a.example'), NOW_MS);
  ledger.settle({ grant, kind: 'company', outcomes: found('a.example') }, NOW_MS);
  store.texts.set('TRACE_SPENT', JSON.stringify(['acc', { ...NOTHING, formulas: 2 }, '']));
  holding = 2;
  expect({ first: grant.granted, second: ledger.reserve(asking('b.example'), NOW_MS).granted }).toEqual({
    first: ['a.example'],
    second: [],
  });
});
