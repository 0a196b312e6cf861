import { nextPage, readPagination } from '../../../shared/client/pagination';

describe('the next page', () => {
  const page = (pagination: object) => readPagination({ pagination });
  it.each([
    ['has_next says there is one', page({ has_next: true }), 1, 50, 2],
    ['has_next says there is none', page({ has_next: false, total_pages: 9 }), 1, 50, null],
    ['the number of pages tells without has_next', page({ total_pages: 3 }), 2, 50, 3],
    ['the last of them is the last', page({ total_pages: 3 }), 3, 50, null],
    ['an empty page ends the walk', page({ has_next: true }), 4, 0, null],
    ['the walk has an end', page({ has_next: true }), 100, 50, null],
    ['no pagination, no next page', readPagination({ data: [] }), 1, 50, null],
    ['nothing is made of nonsense', page({ has_next: 'yes', total_pages: 'many' }), 1, 50, null],
  ])('%s', (_name, pagination, number, rows, expected) => {
    expect(nextPage(pagination, number, rows, 100)).toBe(expected);
  });
});
