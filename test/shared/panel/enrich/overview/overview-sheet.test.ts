import type { Overview } from '../../../../../shared/enrich/overview/count-overview';
import { toOverviewSheet } from '../../../../../shared/panel/enrich/overview/overview-sheet';

const SOURCE = {
  ...{ sheetName: 'Leads', columnTitle: 'Website', column: 0 },
  ...{ enrichedMs: Date.UTC(2026, 11, 1), credits: 1_200, unconfirmed: 0 },
};
const OVERVIEW: Overview = {
  ...{ companies: 5, withData: 4, withoutData: 0, notTracked: 0, unsaved: 1 },
  tables: [
    {
      ...{ is: 'technologies', of: 4 },
      rows: [
        { name: 'React', companies: 3 },
        { name: '=Stripe', companies: 1 },
      ],
    },
    { is: 'countries', of: 2, rows: [{ name: 'Germany', companies: 2 }] },
  ],
};

test('each table has its chart beside it, and countries begin the second page', () => {
  expect(toOverviewSheet(OVERVIEW, SOURCE)).toEqual({
    title: 'Overview',
    rows: [
      ['Overview of Leads'],
      ['Column Website, enriched on 1 Dec 2026 for 1,200 credits'],
      ['Counted from saved answers: each company once, and shares of the companies with such data.'],
      [],
      ['Answers', 'Companies', 'Share of 5'],
      ['With data', 4, 0.8],
      ['No saved answer', 1, 0.2],
      [],
      ['Top technologies', 'Companies', 'Share of 4'],
      ['React', 3, 0.75],
      ['=Stripe', 1, 0.25],
      ...[[], [], [], [], []],
      [],
      ['Top countries', 'Companies', 'Share of 2'],
      ['Germany', 2, 1],
      ...[[], [], [], [], [], []],
    ],
    charts: [
      { title: 'Top technologies', row: 8, rows: 3, at: { row: 8, column: 4, rows: 8 } },
      { title: 'Top countries', row: 17, rows: 2, at: { row: 17, column: 4, rows: 8 } },
    ],
    looks: {
      widths: [20, 12, 17, 2, 46],
      formats: [
        { column: 1, format: '#,##0' },
        { column: 2, format: '0%' },
      ],
      titles: [
        { row: 0, columns: 1, size: 16 },
        { row: 4, columns: 3, numbers: [1, 2], fill: '#ecedfb' },
        { row: 8, columns: 3, numbers: [1, 2], fill: '#ecedfb' },
        { row: 17, columns: 3, numbers: [1, 2], fill: '#ecedfb' },
      ],
      frozenRows: 3,
      print: { rows: 25, columns: 5, scale: 90, breaks: [16] },
    },
  });
});

test('a column without a title is named by its letter, and what may have been charged is told apart', () => {
  const { rows } = toOverviewSheet(OVERVIEW, { ...SOURCE, columnTitle: null, column: 2, credits: 1, unconfirmed: 3 });
  expect(rows[1]).toEqual(['Column C, enriched on 1 Dec 2026 for 1 credit, and 3 unconfirmed']);
});

const LONG = 'A name that is longer than any column should ever be wide';
const ROWS = Array.from({ length: 10 }, (_row, at) => ({ name: at === 0 ? LONG : `Name ${at}`, companies: 20 - at }));
const FULL: Overview = {
  ...{ companies: 20, withData: 17, withoutData: 1, notTracked: 1, unsaved: 1 },
  tables: (['technologies', 'categories', 'countries', 'employees', 'partners'] as const).map((is) => {
    return { is, of: 20, rows: ROWS };
  }),
};

test('the longest Overview is two pages of at most 45 rows, as wide as any other', () => {
  const { rows, looks } = toOverviewSheet(FULL, SOURCE);
  const [second = 0] = looks?.print?.breaks ?? [];
  expect({ first: second, second: rows.length - second, widths: looks?.widths }).toEqual({
    ...{ first: 33, second: 36 },
    widths: [38, 12, 17, 2, 28],
  });
});

test('without technologies there is one page', () => {
  const { looks } = toOverviewSheet({ ...FULL, tables: FULL.tables.slice(2) }, SOURCE);
  expect(looks?.print?.breaks).toEqual([]);
});
