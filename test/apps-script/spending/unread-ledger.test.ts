import { DocumentStore } from '../../../apps-script/stored/document-store';
import { DocumentLedger } from '../../../shared/formulas';
import type { LedgerOwner, SpendRequest } from '../../../shared/ports';

/** Google refuses to read properties for a moment, and answers again in the same run. */

const TODAY = 20_000;
const NOW_MS = TODAY * 86_400_000 + 1_000;
const OWNER: LedgerOwner = {
  id: 'acc',
  dailyLimit: null,
  policy: { mode: 'freely' },
  approved: { day: 0, credits: 0 },
  seal: () => '',
};
const NINE_OF_TEN = { day: TODAY, formulas: 9, runs: 0, formulasAgreed: 0, agreed: 0, reservations: [], doubts: '' };

/** As it is stored. */
type StoredLedger = readonly [payerId: string, counters: { readonly formulas: number }];

const stored: Record<string, string> = {};
let refusals = 0;

beforeEach(() => {
  for (const name of Object.keys(stored)) Reflect.deleteProperty(stored, name);
  const properties = {
    getProperties() {
      refusals -= 1;
      if (refusals >= 0) throw new Error('Service invoked too many times in a short time: properties');
      return { ...stored };
    },
    getProperty: (name: string) => stored[name] ?? null,
    setProperties: (texts: Record<string, string>) => void Object.assign(stored, texts),
    setProperty: (name: string, text: string) => void (stored[name] = text),
    deleteProperty: (name: string) => void Reflect.deleteProperty(stored, name),
  };
  Object.assign(globalThis, {
    PropertiesService: { getDocumentProperties: () => properties },
    Utilities: { getUuid: () => '0123456789abcdef' },
  });
});
afterAll(() => Object.assign(globalThis, { PropertiesService: undefined, Utilities: undefined }));

const companies = (...needed: readonly string[]): { readonly request: SpendRequest } => ({
  request: { kind: 'company', needed, ifFree: [] },
});

it.each([0, 1, 2, 3, 4])('with %i refusals at its second turn a run never spends past the limit', (times) => {
  const store = new DocumentStore();
  store.write({
    TRACE_POLICY: JSON.stringify({ mode: 'daily', limit: 10 }),
    TRACE_SPENT: JSON.stringify(['acc', NINE_OF_TEN, '']),
  });
  const ledger = new DocumentLedger(OWNER, store, {
    alone: (change) => change(true),
    noted: () => '',
    newId: () => '01234567',
  });
  const first = ledger.reserve(companies('a.com'), NOW_MS);
  const outcomes = new Map([['a.com', { is: 'notTracked', asOfMs: NOW_MS } as const]]);
  ledger.settle({ grant: first, kind: 'company', outcomes }, NOW_MS);
  refusals = times;
  const second = ledger.reserve(companies('b.com', 'c.com', 'd.com'), NOW_MS);
  ledger.settle({ grant: second, kind: 'company', outcomes: new Map() }, NOW_MS);
  const [, { formulas }] = JSON.parse(stored['TRACE_SPENT_0']!.split('|').slice(2).join('|')) as StoredLedger;
  expect({
    first: first.granted.length,
    isSecondWithinLimit: second.granted.length <= 1,
    keepsSpent: formulas >= 9,
  }).toEqual({ first: 1, isSecondWithinLimit: true, keepsSpent: true });
});
