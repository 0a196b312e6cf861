import { filterChanges, filtersOf } from '../../../../shared/panel/activity/change-filter';
import type { Change } from '../../../../shared/panel/activity/compare-answers';

const change = (domain: string, kind: Change['kind'], what: string, category = ''): Change => {
  return { domain, kind, what, category, is: kind === 'fact' ? 'changed' : 'adopted', from: '', to: '', seenOn: '' };
};
const CHANGES = [
  change('a.example', 'technology', 'Shopify', 'Ecommerce'),
  change('b.example', 'technology', 'Shopify', 'Ecommerce'),
  change('b.example', 'technology', 'BigCommerce', 'Ecommerce'),
  change('b.example', 'technology', 'Own stack'),
  change('c.example', 'partner', 'Shopify'),
  change('c.example', 'fact', 'City'),
];

test('changes are filtered by technology, category or partner, the most frequent first', () => {
  expect(filtersOf(CHANGES)).toEqual([
    {
      by: 'technology',
      filters: [
        { name: 'Shopify', changes: 2 },
        { name: 'BigCommerce', changes: 1 },
        { name: 'Own stack', changes: 1 },
      ],
    },
    { by: 'category', filters: [{ name: 'Ecommerce', changes: 3 }] },
    { by: 'partner', filters: [{ name: 'Shopify', changes: 1 }] },
  ]);
});

test.each([
  [null, 6],
  [{ by: 'technology', name: 'Shopify' } as const, 2],
  [{ by: 'category', name: 'Ecommerce' } as const, 3],
  [{ by: 'partner', name: 'Shopify' } as const, 1],
])('the filter %j leaves %i changes', (filter, left) => {
  expect(filterChanges(CHANGES, filter)).toHaveLength(left);
});

test('facts alone offer no filter', () => {
  expect(filtersOf(CHANGES.slice(-1))).toEqual([]);
});
