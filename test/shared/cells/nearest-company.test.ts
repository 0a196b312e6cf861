import { nearestCompany } from '../../../shared/cells/nearest-company';

const KNOWN = ['shopify.com', 'stripe.com', 'slack.com', 'box.com', 'notion.so'];

it.each([
  ['strpie.com', 'stripe.com'],
  ['slakc.com', 'slack.com'],
  ['shopfy.com', 'shopify.com'],
  ['STRIPEE.com', 'stripe.com'],
  ['notion.com', 'notion.so'],
])('%s was probably meant to be %s', (domain, nearest) => {
  expect(nearestCompany(domain, KNOWN)).toBe(nearest);
});

it.each(['acme.com', 'stripes.org', 'stripe.com', 'slack-team.com'])('%s is like none of them', (domain) => {
  expect(nearestCompany(domain, KNOWN)).toBeNull();
});

it('two short domains that differ by a letter are two companies', () => {
  expect(nearestCompany('x.io', ['y.io'])).toBeNull();
});
