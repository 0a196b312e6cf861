import { readFileSync, readdirSync } from 'node:fs';
import { readHead } from '../../shared/bulk/journal/head';
import { FUNCTIONS } from '../../shared/catalogue';
import { readCounters, readPaidDays } from '../../shared/formulas';
import { readTexts } from '../../shared/frozen/frozen-column';
import { readStored } from '../../shared/lookup/cache-entry';
import { readShown } from '../../shared/lookup/shown-cache';
import { readNotes } from '../../shared/panel/refresh/file-notes';
import { readShared } from '../../apps-script/shared-text';

const page = readFileSync('docs/stored-formats.md', 'utf8');

/** The examples of a section, as they are stored. */
function examples(section: string): readonly string[] {
  const [, text = ''] = page.split(`\n## ${section}`);
  const [own = ''] = text.split('\n## ');
  return [...own.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.stringify(JSON.parse(json)));
}

it('the example of a head is read whole', () => {
  const [head] = examples('Head');
  expect({ version: 3, ...readHead(head) }).toEqual(JSON.parse(head!));
});

it('the example of notes is read whole', () => {
  const [notes = ''] = examples('Notes of the panel');
  const { refreshes, flags, warm } = readNotes(notes);
  expect([refreshes[0]?.record.parts[0]?.domains, flags[0]?.flagId, warm?.partners]).toEqual([
    ['stripe.com', 'adyen.com'],
    'flg_1',
    ['adyen.com', 'klarna.com'],
  ]);
});

it('the example of a frozen formula is read whole', () => {
  const [column] = readTexts(examples('Frozen formulas'));
  expect([column?.place, column?.templates.length, column?.pieces[0]?.label]).toEqual(['Leads!C', 1, 'Stripe']);
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

it('the example of formulas under a retry is read whole', () => {
  const [retry = ''] = examples('Formulas under a retry');
  const { formulas } = JSON.parse(retry) as { readonly formulas: readonly unknown[] };
  expect(readShared(formulas)).toEqual(['=TRACE_TECH("a.example")', '=TRACE_TECH("b.example")']);
});

it('every property and database that the hosts name has its line', () => {
  const folders = ['apps-script', 'excel-addin', 'workbook'];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(`${folder}/${path}`, 'utf8')),
  );
  const functions = new Set<string>(FUNCTIONS.map(({ id }) => id));
  const properties = sources.flatMap((text) =>
    [...text.matchAll(/'(TRACE_[A-Z]+(?:_[A-Z]+)*)_?'/g)].map(([, name = '']) => name),
  );
  const databases = sources.flatMap((text) =>
    [...text.matchAll(/(?:_DATABASE = |PageDatabase\(|createStore\()'(trace-[a-z-]+)'/g)].map(([, name = '']) => name),
  );
  const named = [...new Set([...properties, ...databases])].filter((name) => !functions.has(name));
  expect(named.length).toBeGreaterThan(20);
  const isNamed = (name: string): boolean => new RegExp(`${name}(?![A-Z]|_[A-Z])`).test(page);
  expect(named.filter((name) => !isNamed(name))).toEqual([]);
});
