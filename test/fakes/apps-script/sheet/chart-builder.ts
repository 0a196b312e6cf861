import type { Place } from './a1';
import type { Run } from '../run';
import type { Area, Chart } from './sheet-layout';

/** The options that the panel sets; Google ignores those that it does not know, so a slip would pass unnoticed. */
const OPTIONS: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: (value) => typeof value === 'string',
  legend: (value) => JSON.stringify(value) === '{"position":"none"}',
  width: isSize,
  height: isSize,
};
const built = new WeakSet<object>();

/** Whether a chart comes from a builder. */
export function isBuilt(chart: unknown): chart is Chart {
  return typeof chart === 'object' && chart !== null && built.has(chart);
}

/**
 * A chart needs its cells and its place before it is built, and the general methods return a builder without those of
 * its type: https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder.
 */
export function makeChartBuilder(run: Run): object {
  const options: Record<string, unknown> = {};
  let [area, corner, headers]: [Area | null, Place | null, number | null] = [null, null, null];
  let isBar = false;
  const builder = {
    asBarChart() {
      isBar = true;
      return builder;
    },
    addRange(range: { readonly area?: Area }) {
      if (range.area === undefined) run.fail('Invalid argument: range');
      area = range.area;
      return builder;
    },
    setNumHeaders(count: number) {
      headers = count;
      return builder;
    },
    setPosition(row: number, column: number, offsetX: number, offsetY: number) {
      const isPlace = [row, column].every(isSize) && [offsetX, offsetY].every((offset) => offset >= 0);
      if (!isPlace) run.fail('The chart position is invalid.');
      corner = { row, column };
      return builder;
    },
    setOption(name: string, value: unknown) {
      if (OPTIONS[name]?.(value) !== true) throw new Error(`The stand-in of charts knows no such ${name}.`);
      options[name] = value;
      return builder;
    },
    build(): Chart {
      if (area === null || corner === null || !isBar) throw new Error('A chart needs a type, cells and a place.');
      const chart: Chart = { is: 'bar', area, headers, corner, options };
      built.add(chart);
      return chart;
    },
  };
  return builder;
}

function isSize(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}
