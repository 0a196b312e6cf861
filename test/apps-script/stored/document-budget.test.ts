/// <reference types="google-apps-script" />
import { BUDGET, DocumentStore, type DocumentText } from '../../../apps-script/stored/document-store';
import { addShown, readShown } from '../../../shared/lookup/shown-answers';
import type { ShownAnswer } from '../../../shared/lookup/ports';
import { ownerOf } from '../../../apps-script/stored/account';
import { DocumentLedger, payForRun, readLedger } from '../../../shared/formulas';
import { PropertyStore } from '../../fakes/apps-script/services/property-store';

const NOW_MS = Date.parse('2026-06-15T12:00:00Z');
const PAYER = {
  id: '5d348787-349d-409e-9588-8f649c3bee19',
  keyId: 'key-1',
  apiKey: 'trace_demo',
  sealKey: 'secret',
  dailyLimit: null,
  filesWithLists: [],
  ownLedger: () => '',
  ownFile: () => ({ policy: { mode: 'daily' as const, limit: 1_000_000 }, day: 0, approved: 0, runs: 0 }),
  standing: 'works' as const,
};

let properties: PropertyStore;

beforeEach(() => {
  properties = new PropertyStore();
  const write = (name: string, value: string): void => {
    const refusal = properties.write(name, value);
    if (refusal !== null) throw new Error(refusal);
  };
  Object.assign(globalThis, {
    PropertiesService: {
      // A user without a key. Google refuses to store a secret for this user.
      getUserProperties: () => ({
        getProperties: () => ({}),
        setProperties() {
          throw Object.assign(new Error('No more room'), { name: 'Exception' });
        },
      }),
      getDocumentProperties: () => ({
        getProperties: () => properties.read(),
        getProperty: (name: string) => properties.read()[name] ?? null,
        setProperty: write,
        setProperties: (values: Record<string, string>) => {
          for (const [name, value] of Object.entries(values)) write(name, value);
        },
        deleteProperty: (name: string) => properties.remove(name),
      }),
    },
    Utilities: {
      getUuid: () => '0123456789abcdef',
      computeHmacSha256Signature: (text: string) => [text.length % 100],
      base64EncodeWebSafe: ([byte]: readonly number[]) => String(byte).padStart(44, '='),
    },
  });
});

/** 1,200 companies, each with 48 of 400 technologies: more than there is room for. */
const ANSWERS: readonly ShownAnswer[] = Array.from({ length: 1_200 }, (_answer, company) => ({
  signature: '["TRACE_TECH","","",""]',
  key: `some-company-${company}.example.com`,
  asOfMs: NOW_MS,
  lines: [
    [Array.from({ length: 48 }, (_name, index) => `Technology Nr. ${(company * 37 + index * 11) % 400}`).join(', ')],
  ],
}));

/** As a formula keeps what it has shown. */
function keepShown(store: DocumentStore, accountId: string, answers: readonly ShownAnswer[]): void {
  store.write({ TRACE_SHOWN: addShown(store.read('TRACE_SHOWN'), accountId, answers, BUDGET.TRACE_SHOWN) });
}

it('everything that is kept fits together into what Google keeps of one file', () => {
  const store = new DocumentStore();
  keepShown(store, PAYER.id, ANSWERS);
  const spending = new DocumentLedger(ownerOf(PAYER), store, {
    alone: (change) => change(true),
    noted: () => '',
    newId: () => '01234567',
  });
  const domains = Array.from({ length: 27_000 }, (_domain, index) => `company-${index}.example`);
  const grant = spending.reserve({ request: { kind: 'company', needed: domains, ifFree: [] } }, NOW_MS);
  const outcomes = new Map(
    domains.map((domain) => [domain, { is: 'found' as const, record: { primary_domain: domain }, asOfMs: NOW_MS }]),
  );
  spending.settle({ grant, kind: 'company', outcomes } as never, NOW_MS);
  store.write({ TRACE_POLICY: JSON.stringify({ mode: 'daily', limit: 1_000_000 }) });
  const guest = ownerOf({ ...PAYER, id: '0d348787-349d-409e-9588-8f649c3bee19' });
  payForRun(new DocumentStore(), guest, domains, NOW_MS);

  const again = new DocumentStore();
  const shown = readShown(again.read('TRACE_SHOWN'), PAYER.id);
  const ledger = readLedger(again, ownerOf(PAYER), NOW_MS);
  const sizes = (name: DocumentText): number =>
    Object.entries(properties.read()).reduce((sum, [key, text]) => sum + (key.startsWith(name) ? text.length : 0), 0);
  expect({
    companies: shown.size >= 1_000,
    newest: shown.get(`["TRACE_TECH","","",""]\nsome-company-1199.example.com`),
    paid: domains.every((domain) => ledger.paid.isPaid(domain, NOW_MS)),
    formulas: ledger.counters.formulas,
    policy: ledger.policy,
    shownFits: sizes('TRACE_SHOWN') <= 241_000 && sizes('TRACE_SHOWN') > 220_000,
    paidFits: sizes('TRACE_PAID') <= 170_000 && sizes('TRACE_PAID') > 155_000,
    guestFits: sizes('TRACE_GUEST') <= 24_000 && sizes('TRACE_GUEST') > 20_000,
  }).toEqual({
    companies: true,
    newest: ANSWERS[1_199],
    paid: true,
    formulas: 27_000,
    policy: { mode: 'daily', limit: 1_000_000 },
    shownFits: true,
    paidFits: true,
    guestFits: true,
  });
});

it('if there are too many answers, the oldest make room', () => {
  const store = new DocumentStore();
  const many = Array.from({ length: 2 }, (_part, part) =>
    ANSWERS.map((answer) => ({ ...answer, key: `${part}.${answer.key}` })),
  );
  for (const part of many) keepShown(store, PAYER.id, part);
  const keys = [...readShown(new DocumentStore().read('TRACE_SHOWN'), PAYER.id).values()].map(({ key }) => key);
  const all = many.flat().map(({ key }) => key);
  expect(keys).toEqual(all.slice(-keys.length));
});
