import type { Area, Chart } from './sheet-layout';

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-bar-chart-builder */
export function makeChartBuilder(): object {
  const chart: { title: string; area: Area | null } = { title: '', area: null };
  const builder = {
    asBarChart: () => builder,
    setTitle(title: string) {
      chart.title = title;
      return builder;
    },
    addRange(range: { readonly area: Area }) {
      chart.area = range.area;
      return builder;
    },
    setPosition: () => builder,
    build(): Chart {
      if (chart.area === null) throw new Error('a chart of no cells');
      return { is: 'bar', title: chart.title, area: chart.area };
    },
  };
  return builder;
}
