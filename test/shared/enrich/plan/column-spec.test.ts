import {
  needOf,
  keyOfList,
  PRESET_CHOICES,
  titleOf,
  type AskingChoice,
  type Found,
} from '../../../../shared/enrich/plan/column-spec';
import { toAnswerCell } from '../../../../shared/enrich/plan/column-answer';
import { shownIn } from '../../../fakes/bulk-shown';
import { mostCommon } from '../../../../shared/enrich/chart/top-values';
import { toGridCell } from '../../../../shared/enrich/sheet/cell-values';
import { digestOf } from '../../../../shared/enrich/reading';
import type { LookupOutcome } from '../../../../shared/records/outcome';

const asOfMs = Date.parse('2026-06-15T12:00:00Z');
const partner = (name: string, last: string): object => ({
  name,
  domain: `${name}.com`,
  slug: name,
  last_observed_at: last,
});
const partnersOf = (...partners: object[]): LookupOutcome =>
  ({ is: 'found', asOfMs, record: { company: {}, count: partners.length, partners } }) as unknown as LookupOutcome;

const FOUND: Found = {
  company: {
    is: 'found',
    asOfMs,
    record: {
      name: 'Acme',
      last_crawled_at: '2026-06-01T10:00:00Z',
      technologies: [
        { name: 'Stripe', category: 'Payments' },
        { name: 'React', category: 'Frameworks' },
      ],
    },
  },
  partners: partnersOf(partner('adyen', '2026-01-01'), partner('stripe', '2026-05-01')),
  lists: new Map([[keyOfList({ type: 'technology' }), partnersOf(partner('adyen', '2026-01-01'))]]),
  compared: new Map([['shop.example', partnersOf(partner('stripe', '2025-01-01'))]]),
};

test.each<[AskingChoice, unknown, string]>([
  [{ adds: 'company', field: 'name' }, 'Acme', 'Company'],
  [{ adds: 'company', field: 'last_crawled_at' }, { day: '2026-06-01' }, 'Last seen'],
  [{ adds: 'technologies', field: 'name', category: null }, 'React, Stripe', 'Technologies'],
  [{ adds: 'technologies', field: 'category', category: null }, 'Frameworks, Payments', 'Tech categories'],
  [{ adds: 'technologies', field: 'name', category: 'payments' }, 'Stripe', 'Technologies: payments'],
  [{ adds: 'technologies', field: 'count', category: null }, 2, 'Technology count'],
  [{ adds: 'technologies', field: 'count', category: 'payments' }, 1, 'Technology count: payments'],
  [{ adds: 'hasTechnology', technology: 'stripe' }, true, 'Uses stripe'],
  [{ adds: 'partners', field: 'name', type: null }, 'stripe, adyen', 'Partners'],
  [{ adds: 'partners', field: 'count', type: null }, 2, 'Partner count'],
  [{ adds: 'partners', field: 'name', type: 'technology' }, 'adyen', 'Partners: technology'],
  [{ adds: 'sharedPartners', company: 'shop.example', field: 'name' }, 'stripe', 'Shared partners with shop.example'],
  [{ adds: 'sharedPartners', company: 'shop.example', field: 'count' }, 1, 'Shared partner count with shop.example'],
])('%j', (choice, cell, title) => {
  expect(shownIn(choice, FOUND)).toEqual(cell);
  expect(titleOf(choice)).toBe(title);
});

test('presets say what has to be looked up', () => {
  expect(PRESET_CHOICES.Profile.map(needOf)).toEqual(['company', 'company', 'company', 'company', 'company']);
  expect(PRESET_CHOICES.Partners.map(needOf)).toEqual(['listed', 'listed']);
  expect(needOf({ adds: 'partners', field: 'name', type: null })).toBe('partners');
  expect(needOf({ adds: 'partners', field: 'name', type: 'channel' })).toBe('listed');
});

test('what a company is not tracked for is said, and never FALSE or 0', () => {
  const untracked: Found = { ...FOUND, company: { is: 'notTracked', asOfMs } };
  expect(shownIn({ adds: 'hasTechnology', technology: 'stripe' }, untracked)).toBe('not tracked');
});

test('a word for "no answer" says that it is one, and a company of that name does not', () => {
  const record = { name: 'none', slug: 'none', technologies: [] };
  const found: Found = { ...FOUND, company: { is: 'found', asOfMs, record } };
  const name = { adds: 'company', field: 'name' } as const;
  const technologies = { adds: 'technologies', field: 'name', category: null } as const;
  expect([
    toAnswerCell(name, found),
    toAnswerCell(technologies, found),
    toAnswerCell(name, { ...FOUND, company: { is: 'notTracked', asOfMs } }),
  ]).toEqual([
    { kind: 'text', text: 'none', says: 'value' },
    { kind: 'text', text: 'none', says: 'none' },
    { kind: 'text', text: 'not tracked', says: 'notTracked' },
  ]);
});

test('numbers and days are written as such', () => {
  expect(toGridCell(5)).toEqual({ kind: 'number', number: 5 });
  expect(toGridCell({ day: '2026-06-01' })).toEqual({ kind: 'date', day: '2026-06-01' });
});

test('a number is not taken for a text of the same digits', () => {
  expect(digestOf(5)).not.toBe(digestOf('5'));
});

test('digests of a thousand numbers are all different', () => {
  expect(new Set(Array.from({ length: 1_000 }, (_value, at) => digestOf(`x${at}`))).size).toBeGreaterThan(998);
});

test('the most common values of a column, each cell once', () => {
  expect(
    mostCommon(['React, Stripe, Stripe', 'Stripe', 'none', 'not tracked', '', 7, 'React, Go … +3 more'], 2),
  ).toEqual([
    { name: 'React', rows: 2 },
    { name: 'Stripe', rows: 2 },
  ]);
});
