import { priceOfFormulas, type Asked } from '../../../shared/credits/prices';

const list = (operation: string, path: string, top: number): string =>
  JSON.stringify([operation, path, 'page', top, false]);
const companies = (...identifiers: readonly string[]): Asked => ({ kind: 'company', identifiers });
const rows = (...identifiers: readonly string[]): Asked => ({ kind: 'rows', identifiers });
const PARTNERS: Asked = { kind: 'partners', identifiers: ['a.com'] };
const pairOf = (a: string, b: string): string =>
  list('partnerships.lookup', `/partnerships/lookup?company_a=${a}&company_b=${b}`, 1);

it('formulas cost each lookup once, without those that may read all partners', () => {
  expect(
    priceOfFormulas([[companies('a.com', 'b.com')], [companies('a.com')], [PARTNERS], [rows(list('get', '/c', 20))]]),
  ).toEqual({ credits: 22, openFormulas: 1 });
});

it.each<[string, readonly Asked[], number, number]>([
  ['companies', [companies('a.com', 'b.com')], 2, 0],
  ['all partners of a company', [PARTNERS], 0, 1],
  ['a list that all partners stand in for', [rows(list('partnerships.shared', '/s?company_b=b.com', 25))], 0, 1],
  ['two pairs with one other company', [rows(pairOf('a.com', 'b.com'), pairOf('c.com', 'b.com'))], 3, 0],
  ['two pairs with two other companies', [rows(pairOf('a.com', 'b.com'), pairOf('a.com', 'c.com'))], 4, 0],
  ['nothing', [], 0, 0],
])('a formula that asks for %s', (_what, lookups, credits, openFormulas) => {
  expect(priceOfFormulas([lookups])).toEqual({ credits, openFormulas });
});

it('the name of a company is paid once, however many formulas ask about pairs with it', () => {
  const formulas = [[rows(pairOf('a.com', 'b.com'))], [rows(pairOf('c.com', 'b.com'))]];
  expect(priceOfFormulas(formulas)).toEqual({ credits: 3, openFormulas: 0 });
});
