import { readQuestion, readRowsPage, toQuestionText, type Paging } from '../../../shared/client/rows';
import { chargedCompanies } from '../../../shared/credits/charges';
import { PaidCompanies } from '../../../shared/credits/paid-companies';
import { partnersCounted } from '../../../shared/credits/quote';
import { costOf, costOfPage, mayBeOpen, priceOf } from '../../../shared/credits/prices';

const cost = (operation: string, paging: Paging, top: number): number =>
  costOf('rows', toQuestionText({ operation, path: '/x', paging, top, mayBeOne: false }));

describe('the cost of a list, at most', () => {
  it.each<[string, string, Paging, number, number]>([
    ['is as many credits as rows are asked for', 'companies.search', 'page', 25, 25],
    ['is that of all rows where all are asked for', 'companies.search', 'page', 10_000, 10_000],
    ['is one for a pair', 'partnerships.lookup', 'none', 1, 1],
    ['is nothing for what is no company', 'technologies.search', 'page', 100, 0],
    ['is that of all rows where nothing cuts the list', 'get', 'none', 10_000, 10_000],
    ['is that of the rows where they fill no whole pages', 'companies.search', 'page', 101, 101],
    ['is that of the rows where a list is cut by its offset', 'lists.members', 'offset', 101, 101],
    ['is nothing for what TRACE_GET reads of the catalogue', 'get.free', 'page', 50, 0],
    ['is that of all rows where pages are asked for', 'get', 'page', 10_000, 10_000],
    ['is that of one page where nobody knows how many partners there are', 'partnerships.list', 'page', 10_000, 100],
    ['is that of the partners that are shown', 'partnerships.list', 'page', 3, 3],
    ['is that of the nodes of a graph', 'partnerships.graph', 'none', 200, 200],
  ])('%s', (_name, operation, paging, top, credits) => {
    expect(cost(operation, paging, top)).toBe(credits);
  });
});

it.each([
  ['companies.search', 250, 1, 100],
  ['companies.search', 40, 1, 40],
  ['technologies.search', 250, 1, 0],
])('a page of %s, %p rows wanted, at %p costs %p', (operation, top, place, credits) => {
  expect(costOfPage({ operation, path: '/x', paging: 'page', top, mayBeOne: false }, place)).toBe(credits);
});

describe("what a company's list of partners was charged for", () => {
  const path = '/companies/quiet.com/partnerships';
  const question = toQuestionText({ operation: 'partnerships.list', path, paging: 'page', top: 3, mayBeOne: false });
  const company = { slug: 'quiet', name: 'Quiet', primary_domain: 'quiet.com', partnership_count: 0 };
  const charged = (data: readonly object[]): readonly string[] => {
    const page = readRowsPage(readQuestion(question), { data, company }, 1, null)!;
    return chargedCompanies('rows', question, { is: 'found', record: page.record, asOfMs: 0 });
  };

  it('is each partner, and never the company itself', () => {
    expect(charged([])).toEqual([]);
    expect(charged([{ partner_name: 'Adyen', partner_domain: 'adyen.com' }])).toEqual(['adyen.com']);
  });
});

const NOON = Date.parse('2026-06-15T12:00:00Z');
const question = (operation: string, top: number): string =>
  toQuestionText({ operation, path: '/x', paging: 'page', top, mayBeOne: false });

/** By https://docs.tracedata.ai/credits/: a credit a company, once within 30 days. */
describe('the price of lookups together', () => {
  const paid = new PaidCompanies();
  paid.pay(['paid.com'], NOON - 29 * 86_400_000);

  it.each([
    ['each company once', [{ kind: 'company' as const, identifiers: ['a.com', 'b.com', 'a.com'] }], 2, false],
    ['nothing for a company of the last 30 days', [{ kind: 'company' as const, identifiers: ['paid.com'] }], 0, false],
    ['as many as the rows that are shown', [{ kind: 'rows' as const, identifiers: [question('get', 7)] }], 7, false],
    ['one at least where all partners are asked for', [{ kind: 'partners' as const, identifiers: ['a.com'] }], 1, true],
    [
      'a page at least where a whole list of partners is',
      [{ kind: 'rows' as const, identifiers: [question('partnerships.list', 10_000)] }],
      100,
      true,
    ],
  ])('is %s', (_name, asked, credits, isLeast) => {
    expect(priceOf(asked, paid, NOON)).toEqual({ credits, isLeast });
  });
});

it.each([
  ['partnerships.shared', 10, true],
  ['partnerships.list', 10_000, true],
  ['partnerships.list', 9, false],
  ['companies.search', 10_000, false],
])('%s of %d rows may have to read all partners: %p', (operation, top, isOpen) => {
  expect(mayBeOpen({ kind: 'rows', identifiers: [question(operation, top)] })).toBe(isOpen);
});

it('partners are counted by the record of their company alone', () => {
  const found = (record: object) => ({ is: 'found', record, asOfMs: NOON }) as never;
  expect(partnersCounted(found({ partnership_count: 48 }))).toBe(48);
  expect([undefined, found({}), { is: 'notTracked' as const, asOfMs: NOON }].map(partnersCounted)).toEqual([
    null,
    null,
    null,
  ]);
});
