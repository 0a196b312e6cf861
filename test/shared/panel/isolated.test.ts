import { isolated } from '../../../shared/panel/isolated';

it.each([
  ['Stripe', 'Stripe'],
  ['Zürich 🚀 東京', 'Zürich 🚀 東京'],
  ['שלום', '\u2068שלום\u2069'],
  ['مرحبا 2', '\u2068مرحبا 2\u2069'],
  ['Acme שלום', '\u2068Acme שלום\u2069'],
])('%j stands in a sentence as %j', (name, shown) => {
  expect(isolated(name)).toBe(shown);
});
