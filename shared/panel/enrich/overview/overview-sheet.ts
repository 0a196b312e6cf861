import type { Overview, OverviewTable } from '../../../enrich/overview/count-overview';
import { type SheetChart, type NewSheet, type TitleRow, TITLE_FILL } from '../../added-sheet';
import { columnName, toDayText } from '../../common/words';

/** Where the companies came from, when they were enriched (milliseconds since 1970), and for how many credits. */
export interface OverviewSource {
  readonly sheetName: string;
  /** `null`: the column has no title. */
  readonly columnTitle: string | null;
  /** From 0. */
  readonly column: number;
  readonly enrichedMs: number;
  readonly credits: number;
  /** What may have been charged beside them. */
  readonly unconfirmed: number;
}

export const TABLE_TITLES: Readonly<Record<OverviewTable['is'], string>> = {
  technologies: 'Top technologies',
  categories: 'Top categories',
  countries: 'Top countries',
  employees: 'Employees',
  partners: 'Partners in common',
};

/** The second page begins with the first of these, unless they fit the first page. */
const ON_SECOND_PAGE: ReadonlySet<OverviewTable['is']> = new Set(['countries', 'employees', 'partners']);
const COLUMNS = 3;
const CHART_COLUMN = 4;
/** With the row of titles: a lower chart is hard to read. */
const LOWEST_CHART = 8;
const SIZE_OF_TITLE = 16;

/** In characters. Names and charts share a width, so that all columns fit an upright page at this scale. */
const WIDTH = { names: [20, 38], namesAndChart: 66, companies: 12, share: 17, gap: 2 } as const;
const PRINT_SCALE = 90;

/** The sheet _Overview_: a small table for each thing that companies have in common, with its chart beside it. */
export function toOverviewSheet(overview: Overview, source: OverviewSource): NewSheet {
  const rows: (readonly (string | number)[])[] = toHead(source).map((text) => [text]);
  const frozenRows = rows.length;
  const titles: TitleRow[] = [{ row: 0, columns: 1, size: SIZE_OF_TITLE }];
  const charts: SheetChart[] = [];
  const breaks: number[] = [];
  const add = (title: string, of: number, table: OverviewTable['rows']): number => {
    rows.push([]);
    const row = rows.push([title, 'Companies', `Share of ${of.toLocaleString('en-US')}`]) - 1;
    titles.push({ row, columns: COLUMNS, numbers: [1, 2], fill: TITLE_FILL });
    for (const { name, companies } of table) rows.push([name, companies, companies / of]);
    return row;
  };
  add('Answers', Math.max(1, overview.companies), toAnswers(overview));
  const hasFirstPage = overview.tables.some(({ is }) => !ON_SECOND_PAGE.has(is));
  for (const { is, of, rows: table } of overview.tables) {
    if (hasFirstPage && ON_SECOND_PAGE.has(is) && breaks.length === 0) breaks.push(rows.length);
    const row = add(TABLE_TITLES[is], of, table);
    const covered = Math.max(LOWEST_CHART, table.length + 1);
    while (rows.length < row + covered) rows.push([]);
    charts.push({
      ...{ title: TABLE_TITLES[is], row, rows: table.length + 1 },
      at: { row, column: CHART_COLUMN, rows: covered },
    });
  }
  const names = toNamesWidth(rows.slice(frozenRows).map(([name = '']) => String(name)));
  return {
    title: 'Overview',
    rows,
    charts,
    looks: {
      widths: [names, WIDTH.companies, WIDTH.share, WIDTH.gap, WIDTH.namesAndChart - names],
      formats: [
        { column: 1, format: '#,##0' },
        { column: 2, format: '0%' },
      ],
      titles,
      frozenRows,
      print: { rows: rows.length, columns: CHART_COLUMN + 1, scale: PRINT_SCALE, breaks },
    },
  };
}

function toHead({
  sheetName,
  columnTitle,
  column,
  enrichedMs,
  credits,
  unconfirmed,
}: OverviewSource): readonly string[] {
  const from = columnTitle ?? columnName(column);
  const known = credits === 1 ? '1 credit' : `${credits.toLocaleString('en-US')} credits`;
  const cost = unconfirmed === 0 ? known : `${known}, and ${unconfirmed.toLocaleString('en-US')} unconfirmed`;
  return [
    `Overview of ${sheetName}`,
    `Column ${from}, enriched on ${toDayText(enrichedMs)} for ${cost}`,
    'Counted from saved answers: each company once, and shares of the companies with such data.',
  ];
}

function toAnswers({ withData, withoutData, notTracked, unsaved }: Overview): OverviewTable['rows'] {
  const all = [
    { name: 'With data', companies: withData },
    { name: 'Without data', companies: withoutData },
    { name: 'Not tracked by Trace', companies: notTracked },
    { name: 'No saved answer', companies: unsaved },
  ];
  return all.filter(({ companies }, at) => at === 0 || companies > 0);
}

function toNamesWidth(names: readonly string[]): number {
  const [least, most] = WIDTH.names;
  return Math.min(most, Math.max(least, ...names.map((name) => name.length + 2)));
}
