import { toQuestionText, type Paging } from '../../../shared/client/rows';
import { costOf } from '../../../shared/lookup/charges';

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
