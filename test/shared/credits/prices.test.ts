import { readQuestion, readRowsPage, toQuestionText, type Paging } from '../../../shared/client/rows';
import { chargedCompanies, costOf } from '../../../shared/credits/prices';

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
