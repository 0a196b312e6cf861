import { readWish } from '../../../../shared/panel/formula/wish';

it.each([
  ['does it use shopify', 'TRACE_HAS_TECH', { technologies: 'shopify' }, {}],
  ['Do they use Google Analytics?', 'TRACE_HAS_TECH', { technologies: 'Google Analytics' }, {}],
  ['uses Stripe', 'TRACE_HAS_TECH', { technologies: 'Stripe' }, {}],
  ['top 3 partners', 'TRACE_PARTNERS', {}, { top: '3' }],
  ['latest 10 partners', 'TRACE_PARTNERS', {}, { top: '10' }],
  ['top 5 technologies', 'TRACE_TECH', {}, { top: '5' }],
  ['who uses React', 'TRACE_TECH_COMPANIES', { technology: 'React' }, {}],
  ['companies that use HubSpot', 'TRACE_TECH_COMPANIES', { technology: 'HubSpot' }, {}],
  ['partners of stripe.com', 'TRACE_PARTNERS', { domains: 'stripe.com' }, {}],
  ['is it partnered with stripe.com', 'TRACE_PARTNERED', { domains_b: 'stripe.com' }, {}],
] as const)('“%s” is %s', (typed, id, texts, options) => {
  expect(readWish(typed)).toMatchObject({ id, texts, options });
});

it.each([
  '',
  'partners',
  'does it use a technology',
  'companies that use a vendor',
  'weather',
  'partnered with someone',
])('“%s” says no more than a recipe', (typed) => {
  expect(readWish(typed)).toBeNull();
});

it('says what it has understood', () => {
  expect([readWish('does it use Shopify?')?.label, readWish('top 3 partners')?.label]).toEqual([
    'Does it use a technology? · Shopify',
    'Partners of companies · top 3',
  ]);
});
