import type { JsonObject } from '../../../shared/client/json';
import {
  askRowsPage,
  readQuestion,
  readRowsPage,
  toQuestionText,
  type RowsQuestion,
  type RowsRecord,
} from '../../../shared/client/rows';

const question = (given: Partial<RowsQuestion> = {}): RowsQuestion => ({
  operation: 'technologies.search',
  path: '/technologies',
  paging: 'page',
  top: 100,
  mayBeOne: false,
  ...given,
});
const numbered = (count: number, first = 1): JsonObject[] =>
  Array.from({ length: count }, (_row, index) => ({ id: first + index }));

/** Reads a list to its end; says what was asked for and what came of it. */
function walk(given: Partial<RowsQuestion>, answer: (path: string) => unknown) {
  const paths: string[] = [];
  let place = 1;
  let earlier: RowsRecord | null = null;
  for (;;) {
    const { path } = askRowsPage(question(given), place);
    paths.push(path);
    const read = readRowsPage(question(given), answer(path), place, earlier);
    if (read === null) return { paths, record: null };
    if (read.is === 'done') return { paths, record: read.record };
    ({ page: place, record: earlier } = read);
  }
}

describe('a question', () => {
  it('is read back from its text', () => {
    const asked = question({ path: '/x?q="1"', top: 3, paging: 'offset', mayBeOne: true });
    expect(readQuestion(toQuestionText(asked))).toEqual(asked);
  });
});

describe('a page is asked for', () => {
  it.each<[string, Partial<RowsQuestion>, number, string]>([
    ['by its number', {}, 3, '/technologies?page=3&limit=100'],
    ['after a query', { path: '/companies?q=a', top: 3 }, 1, '/companies?q=a&page=1&limit=3'],
    ['by its first row', { paging: 'offset', top: 250 }, 101, '/technologies?limit=100&offset=100'],
    [
      'by its first row, and no further than is wanted',
      { paging: 'offset', top: 250 },
      201,
      '/technologies?limit=50&offset=200',
    ],
    ['without either', { paging: 'none' }, 1, '/technologies'],
    ['a hundred rows at first', { top: 101 }, 1, '/technologies?page=1&limit=100'],
    ['a hundred rows at a time', { top: 10_000 }, 100, '/technologies?page=100&limit=100'],
  ])('%s', (_name, given, place, path) => {
    expect(askRowsPage(question(given), place).path).toBe(path);
  });
});

describe('a list is read', () => {
  it('page after page, until the service has no more', () => {
    const { paths, record } = walk({ top: 200 }, (path) =>
      path.includes('page=1')
        ? { data: numbered(2), pagination: { has_next: true, total_results: 3, next_url: 'https://evil.example/' } }
        : { data: numbered(1, 3), pagination: { has_next: false, total_results: 3 } },
    );
    expect(paths).toEqual(['/technologies?page=1&limit=100', '/technologies?page=2&limit=100']);
    expect(record).toEqual({
      rows: [{ id: 1 }, { id: 2 }, { id: 3 }],
      isList: true,
      total: 3,
      isCut: false,
      isPartial: false,
      about: {},
    });
  });

  it('no further than is wanted', () => {
    const { paths, record } = walk({ top: 2 }, () => ({ data: numbered(2), pagination: { has_next: true } }));
    expect(paths).toEqual(['/technologies?page=1&limit=2']);
    expect({ isCut: record?.isCut, isPartial: record?.isPartial }).toEqual({ isCut: true, isPartial: false });
  });

  /** A service with 10,000 rows, and how many of them it was asked for: each may cost a credit. */
  const shopOf = () => {
    const sold = new Set<number>();
    const sell = (path: string): unknown => {
      const { page, limit } = Object.fromEntries(new URL(path, 'https://x').searchParams) as Record<string, string>;
      const first = (Number(page) - 1) * Number(limit) + 1;
      const data = numbered(Math.min(Number(limit), 100), first);
      for (const { id } of data) sold.add(Number(id));
      return {
        data,
        pagination: { page: Number(page), has_next: first + data.length <= 10_000, total_results: 10_000 },
      };
    };
    return { sold, sell };
  };

  it.each([
    [100, ['page=1&limit=100']],
    [101, ['page=1&limit=100', 'page=101&limit=1']],
    [150, ['page=1&limit=100', 'page=3&limit=50']],
    [199, ['page=1&limit=100', 'page=2&limit=99', 'page=199&limit=1']],
    [200, ['page=1&limit=100', 'page=2&limit=100']],
  ])('%d rows are asked for, and not one more', (top, pages) => {
    const { sold, sell } = shopOf();
    const { paths, record } = walk({ top }, sell);
    expect(paths).toEqual(pages.map((page) => `/technologies?${page}`));
    expect(record?.rows).toEqual(numbered(top));
    expect({ isPartial: record?.isPartial, sold: sold.size }).toEqual({ isPartial: false, sold: top });
  });

  it('any number of rows at the price of that number, in few requests', () => {
    for (let top = 1; top <= 1_000; top += 1) {
      const { sold, sell } = shopOf();
      const { paths, record } = walk({ top }, sell);
      expect({ top, rows: record?.rows.length, sold: sold.size }).toEqual({ top, rows: top, sold: top });
      expect(paths.length).toBeLessThanOrEqual(Math.ceil(top / 100) + 3);
    }
  });

  it('no further than a page may reach past what is wanted, where a service gives smaller ones than were asked for', () => {
    const { paths, record } = walk({ top: 130 }, (path) => {
      const page = Number(/page=(\d+)/.exec(path)?.[1]);
      return { data: numbered(50, 50 * (page - 1) + 1), pagination: { has_next: true } };
    });
    expect(paths.map((path) => path.split('?')[1])).toEqual(['page=1&limit=100']);
    expect({ rows: record?.rows, isCut: record?.isCut }).toEqual({ rows: numbered(50), isCut: true });
  });

  it('once, from a service that gives its first page whatever is asked for', () => {
    const { paths, record } = walk({ top: 130 }, (path) => {
      const limit = Number(/limit=(\d+)/.exec(path)?.[1]);
      return { data: numbered(limit), pagination: { has_next: true } };
    });
    expect({ requests: paths.length, rows: record?.rows }).toEqual({ requests: 2, rows: numbered(100) });
  });

  it('without more rows than are wanted from a service that gives more', () => {
    const { record } = walk({ top: 2 }, () => numbered(5));
    expect({ rows: record?.rows, isCut: record?.isCut }).toEqual({ rows: [{ id: 1 }, { id: 2 }], isCut: true });
  });

  it.each<[string, (path: string) => unknown, number]>([
    ['that always has a next page', (path) => ({ data: [path], pagination: { has_next: true } }), 100],
    ['that has a next page of nothing', () => ({ data: [], pagination: { has_next: true } }), 1],
    ['that repeats its first page', () => ({ data: ['a'], pagination: { has_next: true } }), 2],
  ])('to an end from a service %s', (_name, answer, pages) => {
    expect(walk({ top: 10_000 }, answer).paths).toHaveLength(pages);
  });

  it('by offset, where a service gives smaller pages than were asked for', () => {
    const { paths, record } = walk({ paging: 'offset', top: 100 }, (path) => {
      const offset = Number(/offset=(\d+)/.exec(path)?.[1]);
      return { members: numbered(2, offset + 1).filter(({ id }) => Number(id) <= 5), total: 5 };
    });
    expect(paths).toEqual([
      '/technologies?limit=100&offset=0',
      '/technologies?limit=98&offset=2',
      '/technologies?limit=96&offset=4',
    ]);
    expect(record?.rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }]);
  });

  it.each<[string, unknown, number]>([
    ['a total beside the rows', { companies: numbered(1), total: 2 }, 2],
    ['a page that is full, and no word of others', numbered(100), 2],
    ['a page that is not full, and no word of others', numbered(99), 1],
    ['a page that is fuller than asked for', numbered(101), 1],
    ['nothing but how many pages there are', { data: numbered(1), pagination: { total_pages: 2 } }, 2],
    ['nothing but how many rows there are', { data: numbered(1), pagination: { total_results: 2 } }, 2],
  ])('as far as it is told by %s', (_name, first, pages) => {
    const answer = (path: string): unknown => (path.includes('page=1&') ? first : { data: [{ id: 'last' }], total: 2 });
    expect(walk({ top: 200 }, answer).paths).toHaveLength(pages);
  });

  it('as cut where the service has more than it gives', () => {
    const { record } = walk({ paging: 'none' }, () => ({ edges: numbered(2), total: 9 }));
    expect({ isCut: record?.isCut, total: record?.total }).toEqual({ isCut: true, total: 9 });
  });

  it('in part, until its last page', () => {
    const read = readRowsPage(question({ top: 200 }), { data: numbered(1), pagination: { has_next: true } }, 1, null);
    expect(read?.record.isPartial).toBe(true);
  });

  it('with what its first page says beside it', () => {
    const { record } = walk({ top: 200 }, (path) => ({
      data: [path],
      company: { slug: path.includes('page=1') ? 'first' : 'second' },
      pagination: { has_next: path.includes('page=1') },
    }));
    expect(record?.about).toEqual({ company: { slug: 'first' } });
  });
});

it('rows that are mere texts are read as names', () => {
  expect(walk({}, () => ['a', 7]).record?.rows).toEqual([{ name: 'a' }, { name: 7 }]);
});

describe('an answer without a list', () => {
  const company = { slug: 'a', name: 'A' };

  it('cannot be read where a list was asked for', () => {
    expect(walk({}, () => company).record).toBe(null);
  });

  it('is one thing where that may be', () => {
    const { record } = walk({ mayBeOne: true, paging: 'none' }, () => company);
    expect({ isList: record?.isList, rows: record?.rows, about: record?.about }).toEqual({
      isList: false,
      rows: [],
      about: company,
    });
  });

  it.each([null, 'text', 7])('cannot be read from %j', (body) => {
    expect(walk({ mayBeOne: true }, () => body).record).toBe(null);
  });
});
