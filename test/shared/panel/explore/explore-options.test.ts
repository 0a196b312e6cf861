import { findExploreOptions, type CatalogueNames } from '../../../../shared/panel/explore/explore-options';
import type { Subject } from '../../../../shared/panel/explore/subject';

const NONE: CatalogueNames = { technology: [], vendor: [], category: [] };
const RECENT: readonly Subject[] = [
  { is: 'company', identifier: 'stripe.com' },
  { is: 'technology', name: 'Shopify' },
];

const labels = (text: string, names = NONE) =>
  findExploreOptions(text, RECENT, names).map(({ label, options }) => [label, options.map((each) => each.label)]);

it('before anything is typed, the last ones are offered', () => {
  expect(labels(' ')).toEqual([['Recent', ['stripe.com', 'Shopify (technology)']]]);
});

it('names of the catalogue are in groups, and companies can be searched by name', () => {
  expect(labels('Stri', { technology: ['Stripe'], vendor: ['Stripe'], category: [] })).toEqual([
    ['Companies', ['stripe.com']],
    ['Technologies', ['Stripe']],
    ['Vendors', ['Stripe']],
    ['Search', ['Companies named “Stri”']],
  ]);
});

it('a domain, an address or an email address is a company, offered once', () => {
  expect([labels('stripe.com'), labels('https://www.adyen.com/x'), labels('ann@hubspot.com')]).toEqual([
    [['Companies', ['stripe.com']]],
    [['Companies', ['adyen.com']]],
    [['Companies', ['hubspot.com']]],
  ]);
});

it('companies of the selected column are offered, each once, and slugs are not', () => {
  const column = ['stripe.com', 'stripes.example', 'stripe', 'a.stripe.example', 'figma.com'];
  const offered = findExploreOptions('stripe', RECENT, NONE, column);
  expect(offered.slice(0, 2).map(({ label, options }) => [label, options.map((each) => each.label)])).toEqual([
    ['Companies', ['stripe.com']],
    ['In the selected column', ['stripes.example', 'a.stripe.example']],
  ]);
});

it('one letter is too short for a search', () => {
  expect(labels('q')).toEqual([]);
});
