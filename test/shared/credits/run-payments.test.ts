import { payForRun, readRunPaid } from '../../../shared/credits/run-payments';
import { markOf, MemoryLedgerStore, ownerOf } from '../../fakes/memory-ledger';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const NOW_MS = TODAY * DAY_MS + 1_000;
/** The codes of a.example and b.example. */
const [A, B] = ['9eGiUW', 'LLFJ16'];

const COUNTERS = { day: TODAY, formulas: 7, formulasAgreed: 0, reservations: [], doubts: '' };
const DAYS = [[TODAY, A]];
const OWN = { TRACE_SPENT: ['acc', COUNTERS, ''], TRACE_PAID: ['acc', DAYS, markOf('acc', 'paid', DAYS)] };

it('a run on the account of the formulas pays for each company once, and leaves what formulas have spent', () => {
  const store = new MemoryLedgerStore(OWN);
  const credits = payForRun(store, ownerOf('acc'), ['a.example', 'b.example'], NOW_MS);
  const days = [[TODAY, A + B]];
  expect({ credits, stored: store.stored }).toEqual({
    credits: 1,
    stored: { ...OWN, TRACE_PAID: ['acc', days, markOf('acc', 'paid', days)] },
  });
});

it('the first enrichment of a document is on no ledger: only formulas say whose it is', () => {
  const store = new MemoryLedgerStore();
  payForRun(store, ownerOf('acc'), ['a.example'], NOW_MS);
  expect(store.stored).toEqual({ TRACE_PAID: OWN.TRACE_PAID });
});

it('before the first formula, an enrichment takes nothing from the user who enriched first', () => {
  const store = new MemoryLedgerStore({ TRACE_PAID: OWN.TRACE_PAID });
  payForRun(store, ownerOf('guest'), ['b.example'], NOW_MS);
  const days = [[TODAY, B]];
  expect(store.stored).toEqual({
    TRACE_PAID: OWN.TRACE_PAID,
    TRACE_GUEST: ['guest', days, markOf('guest', 'guest', days)],
  });
});

it('a run on another account changes nothing in the ledger, and knows its own companies', () => {
  const store = new MemoryLedgerStore(OWN);
  payForRun(store, ownerOf('guest'), ['b.example'], NOW_MS);
  const days = [[TODAY, B]];
  expect(store.stored).toEqual({ ...OWN, TRACE_GUEST: ['guest', days, markOf('guest', 'guest', days)] });
  const paid = ['acc', 'guest'].map((id) => [...readRunPaid(store, ownerOf(id)).toDays(NOW_MS, 9)]);
  expect(paid).toEqual([[[TODAY, A]], [[TODAY, B]]]);
});

it.each(['acc', 'guest'])('if the ledger cannot be read just now, a run of %s writes nothing over it', (id) => {
  const store = new MemoryLedgerStore(OWN);
  store.isReadable = false;
  payForRun(store, ownerOf(id), ['b.example'], NOW_MS);
  expect(store.stored).toEqual(OWN);
});
