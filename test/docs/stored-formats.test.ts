import { readFileSync } from 'node:fs';
import { readBucket } from '../../apps-script/cache-bucket';
import { readLeft } from '../../apps-script/left-requests';
import { readShared } from '../../apps-script/shared-text';
import { JournalSlots } from '../../apps-script/sidebar/journal-slots';
import { readPiece } from '../../excel-addin/bulk/xml-piece';
import { blockFromText } from '../../shared/bulk/journal/block';
import { readHead, type Head } from '../../shared/bulk/journal/head';
import { readJournal } from '../../shared/bulk/journal/journal';
import { SealedJournal } from '../../shared/bulk/journal/seal';
import type { Choice } from '../../shared/bulk/plan/column-spec';
import type { Target } from '../../shared/bulk/plan/plan';
import { readChoice } from '../../shared/bulk/plan/read-column-spec';
import { readCounters, readPaidDays, TraceError } from '../../shared/formulas';
import { readTexts } from '../../shared/frozen/frozen-column';
import { readRefusals, refusalKeys } from '../../shared/functions/refusal-cache';
import { readStored, shownKey } from '../../shared/lookup/cache-entry';
import { readPause } from '../../shared/lookup/circuit-breaker';
import { readShown } from '../../shared/lookup/shown-cache';
import { readPresets } from '../../shared/panel/bulk/presets';
import { readRecent } from '../../shared/panel/explore/subject';
import { readFunctionIds } from '../../shared/panel/formula/jobs';
import { readNotes } from '../../shared/panel/refresh/file-notes';
import { readKeptAccount } from '../../shared/records/kept-account';

const page = readFileSync('docs/stored-formats.md', 'utf8');

/** The examples of a section, as they are stored. */
function examples(section: string): readonly string[] {
  return blocks(section, 'json').map((json) => JSON.stringify(JSON.parse(json)));
}

/** The blocks of a section in a language, word for word. */
function blocks(section: string, language: string): readonly string[] {
  const [, text = ''] = page.split(`\n## ${section}`);
  const [own = ''] = text.split('\n## ');
  return own
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((block) => block.split('\n```')[0]!);
}

/** The example beside a name in one of the page's tables. */
function exampleOf(name: string): string {
  const line = page.split('\n').find((each) => each.replaceAll('\\|', '|').startsWith(`| \`${name}\` `));
  const [, , , example = ''] = line?.split(/(?<!\\)\|/) ?? [];
  return example.trim().slice(1, -1);
}

const [rows = ''] = examples('Rows of the plan');
const [head = '', untitled = '', choices = ''] = examples('Head');
const [skipped = ''] = examples('Cells of the plan');
const [spent = '', settled = ''] = examples('What was spent');
const [block = '', unplaced = ''] = examples('What became of the rows');
const [seal = ''] = examples('Seal');
const parts = new Map(Object.entries({ skipped, 'rows.0': rows, head, spent, 'block.0': block }));

it('the example of a head is read whole', () => {
  expect({ version: 3, ...readHead(head) }).toEqual(JSON.parse(head));
});

it('a head without titles and without a limit is read', () => {
  const fields = JSON.parse(untitled) as Partial<Head>;
  expect(readHead(JSON.stringify({ ...JSON.parse(head), ...fields }))).toMatchObject(fields);
});

/** A new kind of column does not compile without. */
const CHOICES: Readonly<Record<Choice['adds'], true>> = {
  company: true,
  technologies: true,
  hasTechnology: true,
  partners: true,
  sharedPartners: true,
  status: true,
};

it('the examples of choices are all kinds that there are, and are read whole', () => {
  const given = JSON.parse(choices) as readonly Choice[];
  expect(given.map(readChoice)).toEqual(given);
  expect(given.map(({ adds }) => adds)).toEqual(Object.keys(CHOICES));
});

/** A new field does not compile without. */
const HEAD: Readonly<Record<keyof Head, true>> = {
  run: true,
  startedMs: true,
  sheet: true,
  input: true,
  headerRow: true,
  choices: true,
  targets: true,
  isMarked: true,
  isTitled: true,
  mode: true,
  sheetRows: true,
  maxAgeMs: true,
  cap: true,
  quoted: true,
  rows: true,
  unusable: true,
  blocks: true,
  spare: true,
  isFinished: true,
  isUndoing: true,
  ended: true,
};
const TARGET: Readonly<Record<keyof Target, true>> = {
  column: true,
  title: true,
  isNew: true,
  titleFormat: true,
  looks: true,
  typed: true,
};

it('the example of a head has every field that there is', () => {
  const { version, ...fields } = JSON.parse(head) as Record<string, unknown>;
  const [target] = fields['targets'] as readonly object[];
  expect({ version, fields: Object.keys(fields), target: Object.keys(target!) }).toEqual({
    version: 3,
    fields: Object.keys(HEAD),
    target: Object.keys(TARGET),
  });
});

it('the examples of a journal are one journal: its rows, what became of them, and what was spent', () => {
  const journal = readJournal(parts)!;
  expect(journal.rows.map(({ home, code, text, state }) => [home, code, text, state])).toEqual([
    [1, 'aB3dE_', 'aB3dE_', { is: 'written', found: 'data' }],
    [2, 'x1y2Z3', 'mN7bV2', { is: 'written', found: 'data' }],
    [3, 'x1y2Z3', 'kL9pQ0', { is: 'failed', by: 'answer', why: new TraceError('leftOut', {}) }],
    [4, 'qW4eRt', 'qW4eRt', { is: 'answered', as: { is: 'unplaced' } }],
  ]);
  expect(journal.outsiders.map(({ home, code }) => [home, code])).toEqual([[9, 'uI8oP_']]);
  expect(journal.skipped).toEqual([8]);
  expect(journal.spent).toEqual({
    settled: 3,
    sinceMs: 1_790_000_040_000,
    doubtful: new Map([
      ['cx1y2Z3', 1],
      ['cmN7bV2', 1],
    ]),
  });
});

it('the example of answers without a place has every kind of cell that a journal holds', () => {
  const [row] = blockFromText(unplaced, 7, 4);
  expect(row).toMatchObject({ index: 3, seen: -1, state: { is: 'answered', as: { is: 'unplaced' } } });
  expect(row?.answer).toEqual({
    identifier: 'acme.example',
    cells: [
      { kind: 'text', text: 'Software', isLiteral: false },
      { kind: 'text', text: 'none', isLiteral: false, says: 'none' },
      { kind: 'number', number: 5 },
      { kind: 'boolean', boolean: true },
      { kind: 'date', day: '2026-06-01' },
      { kind: 'blank' },
      null,
    ],
  });
});

it('the example of what was spent without a doubt is read', () => {
  const journal = readJournal(new Map([...parts, ['spent', settled]]));
  expect(journal?.spent).toEqual({ settled: 3, sinceMs: null, doubtful: new Map() });
});

it('the example of a seal covers every part', async () => {
  const store = { load: async () => new Map([...parts, ['seal', seal]]), save: async () => {}, remove: async () => {} };
  const person = { mark: async () => '<mark>', newest: async () => 7, keep: async () => {} };
  const sealed = new SealedJournal(store, person);
  await sealed.load();
  expect(sealed.whose).toBe('own');
});

it('the slots of Google Sheets hold the rows and what was spent', () => {
  const [index = '', pieces = ''] = blocks('Where Google Sheets keeps it', 'text');
  const [first = '', second = ''] = pieces.split('\n');
  const slots = [
    { slot: 0, text: first },
    { slot: 3, text: second },
  ];
  expect([...new JournalSlots().read({ index, slots })!]).toEqual([
    ['rows.0', rows],
    ['spent', spent],
    ['head', ''],
  ]);
});

it('the XML parts of Excel hold the rows and an index', () => {
  const [xml = ''] = blocks('Where Excel keeps it', 'xml');
  expect(xml.split('\n').map(readPiece)).toEqual([
    { number: 41, isIndex: false, text: rows },
    { number: 42, isIndex: true, text: '[["rows.0",[41]]]' },
  ]);
});

it('the example of notes is read whole', () => {
  const [notes = ''] = examples('Notes of the panel');
  const { refreshes, flags, warm } = readNotes(notes);
  expect({
    domains: refreshes[0]?.record.parts[0]?.domains,
    problem: refreshes[0]?.record.parts[1]?.problem,
    flagId: flags[0]?.flagId,
    partners: warm?.partners,
  }).toEqual({
    domains: ['stripe.com', 'adyen.com'],
    problem: { code: 'serviceFailed', facts: { status: 500 } },
    flagId: 'flg_1',
    partners: ['adyen.com', 'klarna.com'],
  });
});

it('the example of a frozen formula is read whole', () => {
  const [column] = readTexts(examples('Frozen formulas'));
  expect({ place: column?.place, templates: column?.templates.length, label: column?.pieces[0]?.label }).toEqual({
    place: 'Leads!C',
    templates: 1,
    label: 'Stripe',
  });
});

it('the examples of a ledger are read whole', () => {
  const [counters = '', days = ''] = examples('Spending of formulas').map((text) => JSON.parse(text) as unknown);
  expect(readCounters(counters)).toEqual({
    day: 20717,
    formulas: 12,
    runs: 0,
    formulasAgreed: 0,
    agreed: 0,
    holds: [{ id: '', credits: 3, atMs: 1_790_000_040_000 }],
    doubts: 'bU_SJ9',
  });
  expect([...readPaidDays(days)]).toEqual([[20717, 'bU_SJ9NmQIn2']]);
});

it('the example of what formulas have shown is read whole', () => {
  const [shown = ''] = examples('What formulas have shown');
  expect([...readShown(`4711|${shown}`, '4711').values()].map(({ key, lines }) => [key, lines])).toEqual([
    ['stripe.com', [['Financial Services', 'Stripe']]],
    ['gone.example', []],
  ]);
});

it('the example of every kind of word that formulas have shown is read whole', () => {
  const [, shown = ''] = examples('What formulas have shown');
  const unknown = new TraceError('technologyUnknown', { text: 'Reactt', nearest: ['React'] });
  expect([...readShown(`4711|${shown}`, '4711').values()].map(({ key, lines }) => [key, lines])).toEqual([
    ['stripe.com', [['React, Stripe', 5, true, { day: '2026-06-01' }, unknown]]],
  ]);
});

it('the examples of answers are read whole', () => {
  const [found = '', notTracked = ''] = examples('Answers of the service');
  expect(readStored('company', 'stripe.com', found)).toEqual({
    is: 'found',
    record: { name: 'Stripe', primary_domain: 'stripe.com' },
    asOfMs: 1_790_000_040_000,
    lagsUntilMs: 1_790_003_640_000,
  });
  expect(readStored('company', 'gone.example', notTracked)).toEqual({ is: 'notTracked', asOfMs: 1_790_000_040_000 });
});

it("an item of Google's cache holds an answer until it lapses", () => {
  const [item = ''] = blocks("Google's cache", 'text');
  expect([...readBucket(item, 1_790_000_040_000)]).toEqual([
    ['trace1|4711|company|gone.example', { expiresAtMs: 1_790_021_640_000, text: '["gone.example",1790000040000]' }],
  ]);
});

it('the example of a refusal counts under the stamp of its example, and under no other', () => {
  const [, key = ''] = refusalKeys('4711', 'company', ['stripe.com']);
  const refused = (stamp: string) =>
    readRefusals(
      '4711',
      'company',
      ['stripe.com'],
      new Map([
        ['trace1|!agreed', stamp],
        [key, exampleOf(key)],
      ]),
    );
  const outcome = refused(exampleOf('trace1|!agreed')).get('stripe.com');
  expect(key).toBe(shownKey('4711', '!waits|company', 'stripe.com'));
  expect(outcome?.is === 'failed' && [outcome.error.code, outcome.error.facts]).toEqual([
    'dailyLimitReached',
    { credits: 1, limit: 500, status: 0, operation: '_', message: '' },
  ]);
  expect(refused('1790000040000.0.5').size).toBe(0);
});

it('the examples of a pause and of the kept account are read', () => {
  const pause = readPause(exampleOf('trace1|4711|!pause'), 'k1', 1_790_000_040_000);
  expect({ code: pause?.error.code, facts: pause?.error.facts }).toEqual({
    code: 'creditsOut',
    facts: { requested: 12, missing: 7, waitSeconds: 600 },
  });
  expect(readKeptAccount(exampleOf('trace1|!account'))).toEqual({
    id: '4711',
    keyId: 'k1',
    keyClass: 'user',
    readsLists: true,
  });
});

it('the example of a call that waits is read within its half minute', () => {
  const getAll = () => ({ 'trace|!left0': exampleOf('trace|!left0` to `trace|!left95') });
  jest.useFakeTimers({ now: 1_790_000_041_000 });
  Object.assign(globalThis, { CacheService: { getDocumentCache: () => ({ getAll }) } });
  expect(readLeft()).toEqual([{ id: 'TRACE_TECH', args: ['a.example'] }]);
  jest.useRealTimers();
});

it('the examples of what a browser keeps are read', () => {
  expect(readPresets(exampleOf('trace.presets'))).toEqual([
    { name: 'Fit', choices: [{ adds: 'company', field: 'industry' }] },
  ]);
  expect(readRecent(exampleOf('trace.exploreRecent'))).toEqual([{ is: 'company', identifier: 'stripe.com' }]);
  expect(readFunctionIds(exampleOf('trace.formulaRecent'))).toEqual(['TRACE_TECH', 'TRACE_COMPANY']);
});

it('the example of formulas under a retry is read whole', () => {
  const [retry = ''] = examples('Formulas under a retry');
  const { formulas } = JSON.parse(retry) as { readonly formulas: readonly unknown[] };
  expect(readShared(formulas)).toEqual(['=TRACE_TECH("a.example")', '=TRACE_TECH("b.example")']);
});
