import type { Overview, OverviewTable } from '../../../../../shared/enrich/overview/count-overview';
import { drawOverview } from '../../../../../shared/panel/enrich/overview/overview-picture';

const overviewOf = (...tables: readonly OverviewTable[]): Overview => {
  return { ...{ companies: 4, withData: 4, withoutData: 0, notTracked: 0, unsaved: 0 }, tables };
};
const TECHNOLOGIES: OverviewTable = {
  ...{ is: 'technologies', of: 4 },
  rows: [
    { name: 'Tom & Jerry <b>"1"</b>\u0007\ud800', companies: 3 },
    { name: 'A name that is far too long for one line of the picture', companies: 1 },
  ],
};
const COUNTRIES: OverviewTable = { is: 'countries', of: 2, rows: [{ name: 'Germany', companies: 2 }] };
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const barsOf = (svg: string) => [...svg.matchAll(/width="(\d+)" height="5"/g)].map(([, width]) => Number(width));

test('each name has a bar as long as its share, and its number', () => {
  const { svg } = drawOverview('Overview of Leads', overviewOf(TECHNOLOGIES, COUNTRIES), 1);
  expect([textsOf(svg), barsOf(svg)]).toEqual([
    [
      'Overview of Leads',
      ...['Top technologies', 'share of 4'],
      ...['Tom &amp; Jerry &lt;b&gt;&quot;1&quot;&lt;/b&gt;', '3 · 75%'],
      ...['A name that is far too long for one…', '1 · 25%'],
      ...['Top countries', 'share of 2', 'Germany', '2 · 100%'],
    ],
    [308, 231, 308, 77, 308, 308],
  ]);
});

test('two columns are wider and lower than one', () => {
  const overview = overviewOf(TECHNOLOGIES, COUNTRIES);
  const sizes = ([1, 2] as const).map((columns) => {
    const { width, height } = drawOverview('Overview', overview, columns);
    return [width, height];
  });
  expect(sizes).toEqual([
    [340, 198],
    [688, 138],
  ]);
});
