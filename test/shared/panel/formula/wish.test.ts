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
  ['who uses shopify in germany', 'find-companies', { technology: 'shopify', country: 'Germany' }],
  [
    'Companies in the US that use Google Analytics?',
    'find-companies',
    { country: 'United States', technology: 'Google Analytics' },
  ],
  ['which of my accounts use Stripe and React', 'accounts-that-use', { technologies: 'Stripe, React' }],
  ['which leads partner with hubspot.com', 'leads-that-partner', { partner: 'hubspot.com' }],
  ['who left Angular since 2026-03', 'who-left', { technology: 'Angular', since: '2026-03-01' }],
  ['which of my customers dropped Angular?', 'who-left', { technology: 'Angular' }],
  ['which accounts dropped Angular', 'who-left', { technology: 'Angular' }],
  ['partners of partners of stripe.com', 'partners-of-partners', { company: 'stripe.com' }],
  ['compare stripe.com and shopify.com', 'compare-companies', { first: 'stripe.com', second: 'shopify.com' }],
  ['stripe.com vs shopify.com', 'compare-companies', { first: 'stripe.com', second: 'shopify.com' }],
  ['how many companies use Shopify?', 'size-market', { technologies: 'Shopify' }],
] as const)('“%s” opens the recipe %s, filled in', (typed, id, answers) => {
  expect(readWish(typed)).toMatchObject({ is: 'recipe', id, typed: answers });
});

it('a country that is none is part of the technology, and a company without a domain is none', () => {
  expect([readWish('who uses Made in Webflow'), readWish('compare apples and pears')]).toEqual([
    expect.objectContaining({ id: 'TRACE_TECH_COMPANIES', texts: { technology: 'Made in Webflow' } }),
    null,
  ]);
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
  expect([
    readWish('does it use Shopify?')?.label,
    readWish('top 3 partners')?.label,
    readWish('who uses shopify in germany')?.label,
  ]).toEqual([
    'Does it use a technology? · Shopify',
    'Partners of companies · top 3',
    'Find companies that use … · shopify · Germany',
  ]);
});
