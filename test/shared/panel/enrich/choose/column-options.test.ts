import type { Choice } from '../../../../../shared/enrich/plan/column-spec';
import { PICK_GROUPS } from '../../../../../shared/panel/enrich/choose/choice-menu';
import {
  findColumnOptions,
  findValueOptions,
  toNameTyped,
} from '../../../../../shared/panel/enrich/choose/column-options';

const labels = (typed: string, names: readonly string[] = []): readonly (readonly string[])[] =>
  findColumnOptions(typed, [], names).map(({ label, options }) => [label, ...options.map((option) => option.label)]);

test('without a text every column is there, in groups', () => {
  expect(labels('').map(([group]) => group)).toEqual(['Company', 'Technologies', 'Partners', 'The row itself']);
});

test('each says what it adds to the price', () => {
  const INDUSTRY: Choice = { adds: 'company', field: 'industry' };
  const priced = (typed: string, choices: readonly Choice[]): readonly unknown[] =>
    findColumnOptions(typed, choices, []).flatMap(({ options }) => options.map(({ label, price }) => [label, price]));
  expect([...priced('employees', []), ...priced('employees', [INDUSTRY])]).toEqual([
    ['Employees', '+1 credit a company'],
    ['Employees', 'included'],
  ]);
  expect(priced('partners of one', [INDUSTRY])[0]).toEqual(['Partners of one type', 'up to 3 credits a company']);
  expect(priced('status', [])[0]).toEqual(['Status: found, not tracked, skipped or failed', 'free']);
});

test.each<[string, readonly string[], readonly (readonly string[])[]]>([
  [
    'emp',
    [],
    [
      ['Company', 'Employees', 'Employee range'],
      ['Other technology', 'Uses emp'],
    ],
  ],
  [
    'headcount',
    [],
    [
      ['Company', 'Employees'],
      ['Other technology', 'Uses headcount'],
    ],
  ],
  [
    'strip',
    ['Stripe', 'Stripo'],
    [
      ['Technologies', 'Uses Stripe', 'Uses Stripo'],
      ['Other technology', 'Uses strip'],
    ],
  ],
  ['Uses stripe', ['Stripe'], [['Technologies', 'Uses Stripe']]],
  ['uses one technology', [], [['Technologies', 'Uses one technology']]],
  [
    'last seen',
    [],
    [
      ['Company', 'Last seen'],
      ['Technologies', 'Tech last seen'],
      ['Partners', 'Partners last seen'],
    ],
  ],
])('%j finds columns by their titles, other words for them, and technologies', (typed, names, found) => {
  expect(labels(typed, names)).toEqual(found);
});

test('what begins like the text comes first', () => {
  expect(labels('partner').at(0)?.slice(0, 2)).toEqual(['Partners', 'Partners']);
  expect(labels('tech count').at(0)?.slice(0, 2)).toEqual(['Technologies', 'Technology count']);
});

test('a column that is chosen already is shown so', () => {
  const chosen: readonly Choice[] = [{ adds: 'company', field: 'employee_count' }];
  const [company] = findColumnOptions('employees', chosen, []);
  expect(company?.options.map(({ label, isOff }) => [label, isOff])).toEqual([['Employees', true]]);
});

test('a type is one of those that there are', () => {
  const pick = PICK_GROUPS.flatMap(({ picks }) => picks).find(({ id }) => id === 'partners.ofType')!;
  const [types] = findValueOptions(pick, 'chan', [], []);
  expect(types?.options.map(({ label, adds }) => [label, adds])).toEqual([
    ['channel', { is: 'choice', choice: { adds: 'partners', field: 'name', type: 'channel', top: 3 } }],
  ]);
});

test('names are looked up for two letters and more, without the word before them', () => {
  expect(['s', 'st', 'uses stripe', '  '].map(toNameTyped)).toEqual(['', 'st', 'stripe', '']);
});
