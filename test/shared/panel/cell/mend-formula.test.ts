import { withName } from '../../../../shared/panel/cell/mend-formula';

it.each([
  ['the whole text', '=TRACE_HAS_TECH(A2,"Shopfy")', 'Shopfy', 'Shopify', '=TRACE_HAS_TECH(A2,"Shopify")'],
  [
    'an item of a list',
    '=TRACE_HAS_TECH(A2,"Stripe, shopfy")',
    'Shopfy',
    'Shopify',
    '=TRACE_HAS_TECH(A2,"Stripe, Shopify")',
  ],
  [
    'an option',
    '=TRACE_TECH(A2,,"top=3;category=Payment")',
    'Payment',
    'Payments',
    '=TRACE_TECH(A2,,"top=3;category=Payments")',
  ],
  [
    'a text in an option',
    `=TRACE_TECH(A2,,"category='Web hostng'")`,
    'Web hostng',
    'Web hosting',
    `=TRACE_TECH(A2,,"category='Web hosting'")`,
  ],
  ['a text with quotes', '=TRACE_TECH_SEARCH("a ""b""")', 'a "b"', 'c', '=TRACE_TECH_SEARCH("c")'],
])('replaces %s', (_where, formula, wrong, name, mended) => {
  expect(withName(formula, wrong, name)).toBe(mended);
});

it.each([
  ['the name stands in a cell', '=TRACE_HAS_TECH(A2,B1)', 'Shopfy', 'Shopify'],
  ['it is only a part of a longer name', '=TRACE_HAS_TECH(A2,"Google Analytics")', 'Google', 'Google Ads'],
  ['the new name has a comma, and would be two of a list', '=TRACE_HAS_TECH(A2,"x, Akamay")', 'Akamay', 'Akamai, Inc.'],
])('changes nothing where %s', (_why, formula, wrong, name) => {
  expect(withName(formula, wrong, name)).toBeNull();
});
