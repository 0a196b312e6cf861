import { countTechnologies } from '../../../../shared/panel/activity/change-counts';
import type { Change } from '../../../../shared/panel/activity/compare-answers';

const change = (what: string, is: Change['is'], kind: Change['kind'] = 'technology'): Change => {
  return { domain: 'a.example', kind, what, category: '', is, from: '', to: '', seenOn: '2026-12-01' };
};

test('technologies are counted by how many companies adopted and dropped them', () => {
  expect(
    countTechnologies([
      change('Vue', 'dropped'),
      change('Shopify', 'adopted'),
      change('Klaviyo', 'adopted'),
      change('Shopify', 'dropped'),
      change('Shopify', 'adopted'),
      change('Okta', 'adopted', 'partner'),
      change('Employee count', 'changed', 'fact'),
    ]),
  ).toEqual([
    { name: 'Shopify', adopted: 2, dropped: 1 },
    { name: 'Klaviyo', adopted: 1, dropped: 0 },
    { name: 'Vue', adopted: 0, dropped: 1 },
  ]);
});
