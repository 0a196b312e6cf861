import { bareName } from '../../../../shared/enrich/names/bare-name';

test.each([
  ['Stripe, Inc.', 'stripe'],
  ['Acme (Holdings) B.V.', 'acme holdings'],
  ['Volvo AB', 'volvo'],
  ['Procter & Gamble Co.', 'procter & gamble'],
  ['ASML', 'asml'],
  ['Co', 'co'],
  ['  Two   Words ', 'two words'],
  ['Électricité de France S.A.', 'électricité de france'],
])('%p is %p', (name, bare) => {
  expect(bareName(name)).toBe(bare);
});
