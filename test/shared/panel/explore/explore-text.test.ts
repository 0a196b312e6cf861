import { toMostPrice } from '../../../../shared/panel/explore/explore-text';
import { toInsertedText, toObstacleText, toPlanText } from '../../../../shared/panel/common/insert/insertion';
import { toOffers } from '../../../../shared/panel/explore/company-details';
import { toFreeUntil, toSeenText } from '../../../../shared/panel/common/words';

it('a price is the most that a button costs', () => {
  expect([0, 1, 25, 1_200].map(toMostPrice)).toEqual(['free', '1 credit', 'up to 25 credits', 'up to 1,200 credits']);
});

it('a company is free for 30 days', () => {
  expect(toFreeUntil(Date.UTC(2026, 10, 26, 12))).toBe('26 Dec 2026');
});

it('days are told as far as they are known', () => {
  expect([
    toSeenText('2024-03-11T00:00:00Z', '2026-06-01T00:00:00Z'),
    toSeenText(null, '2026-06-01'),
    toSeenText('2026-06-01', '2026-06-01'),
    toSeenText(null, 'soon'),
  ]).toEqual(['11 Mar 2024 – 1 Jun 2026', '1 Jun 2026', '1 Jun 2026', '']);
});

it.each([
  [12, 0, [['Show 12 partners', 12]]],
  [
    812,
    0,
    [
      ['Show the latest 25', 25],
      ['Show all 812 partners', 812],
    ],
  ],
  [812, 25, [['Show all 812 partners', 812]]],
  [1, 0, [['Show 1 partner', 1]]],
  [0, 0, []],
  [null, 0, [['Show the latest 25', 25]]],
  [null, 25, []],
])('of %j partners with %j shown, %j is offered', (total, has, offers) => {
  expect(toOffers(total, has).map(({ label, top }) => [label, top])).toEqual(offers);
});

const CELL = { sheet: '1', sheetName: 'Leads', row: 1, column: 3, value: '', formula: '' };
const TABLE = [
  ['name', 'domain'],
  ['Shopify', 'shopify.com'],
  ['Adyen', 'adyen.com'],
];

it('what will be written is said before, what was written after, and what is in the way instead', () => {
  const obstacle = { is: 'inTheWay', row: 2, column: 4, value: 'mine', cells: 3 } as const;
  expect({
    plan: toPlanText(CELL, TABLE),
    inUse: toPlanText({ ...CELL, value: 'mine' }, TABLE),
    none: toPlanText(null, TABLE),
    values: toInsertedText(CELL, TABLE, 'values'),
    formula: toInsertedText(CELL, TABLE, 'formula'),
    filled: toObstacleText(CELL, obstacle),
    blocked: toObstacleText(CELL, { ...obstacle, value: '', cells: 1 }),
    besideTable: toObstacleText(CELL, { ...obstacle, value: '', cells: 1, isBesideTable: true }),
  }).toEqual({
    plan: 'Fills Leads!D2:E4, 3 rows × 2 columns. If a cell there is filled, a sheet is added instead.',
    inUse: 'Adds a sheet with 3 rows × 2 columns. To insert elsewhere, select an empty cell.',
    none: 'Adds a sheet with 3 rows × 2 columns. To insert elsewhere, select an empty cell.',
    values: '3 rows are inserted at Leads!D2.',
    formula: 'The formula is inserted at Leads!D2.',
    filled:
      'Nothing was inserted: Leads!E3 holds “mine”. 2 more cells are filled. Select an empty cell with room, then insert again.',
    blocked:
      'Nothing was inserted: Leads!E3 is part of a formula or a merged cell. Select an empty cell with room, then insert again.',
    besideTable:
      'Nothing was inserted: Leads!E3 is next to a table, which would grow. Select an empty cell with room, then insert again.',
  });
});
