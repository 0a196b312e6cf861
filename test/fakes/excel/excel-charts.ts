import type { RangeArea } from '../../../workbook/grid/grid-workbook';
import type { RangeOfParts } from '../../../workbook/office/excel-links';
import type { SheetOfParts } from '../../../workbook/office/excel-parts';
import { OfficeError } from '../../../workbook/office/office-error';
import { fakeOf } from './fake-of';
import type { GridChart } from './part-types';

/** Where Excel puts a chart if nothing else is said, which may be over the table. */
const NEW: Omit<GridChart, 'source'> = {
  ...{ title: '', covers: null, isFromTop: false },
  ...{ hasLegend: true, hasLabels: false, hasValueAxis: true, hasGridlines: true },
};

/**
 * Stands in for the charts of a sheet: https://learn.microsoft.com/javascript/api/excel/excel.chartcollection. A grid
 * that draws none refuses them as an Excel does that lacks part of its API.
 */
export class ExcelCharts {
  constructor(private readonly worksheet: SheetOfParts) {}

  add(type: string, source: RangeOfParts, seriesBy: string): object {
    const { worksheet } = this;
    const { batch } = worksheet;
    let drawn: GridChart | null = null;
    batch.add(() => {
      if (fakeOf(worksheet).addChart === undefined) throw new OfficeError('ApiNotFound', 'this grid draws no charts.');
      if (type !== 'BarClustered' || seriesBy !== 'Columns') {
        throw new OfficeError('InvalidArgument', `the stand-in draws no ${type} by ${seriesBy}.`);
      }
      drawn = { ...NEW, source: source.present().area };
      fakeOf(worksheet).addChart!(drawn);
    });
    const set = (change: () => Partial<GridChart>): void => batch.add(() => void Object.assign(drawn!, change()));
    return toChart(set);
  }
}

function toChart(set: (change: () => Partial<GridChart>) => void): object {
  return {
    title: writable('text', (title) => set(() => ({ title: checked('string', title) }))),
    legend: writable('visible', (is) => set(() => ({ hasLegend: checked('boolean', is) }))),
    dataLabels: writable('showValue', (is) => set(() => ({ hasLabels: checked('boolean', is) }))),
    axes: {
      categoryAxis: writable('reversePlotOrder', (is) => set(() => ({ isFromTop: checked('boolean', is) }))),
      valueAxis: writable('visible', (is) => set(() => ({ hasValueAxis: checked('boolean', is) })), {
        majorGridlines: writable('visible', (is) => set(() => ({ hasGridlines: checked('boolean', is) }))),
      }),
    },
    setPosition: (first: RangeOfParts, last: RangeOfParts) => set(() => ({ covers: between(first, last) })),
  };
}

/** An object with one property that can be set. Setting any other throws. */
function writable(name: string, set: (value: unknown) => void, others: object = {}): object {
  return Object.freeze(Object.defineProperty({ ...others }, name, { set }));
}

function checked<K extends 'string' | 'boolean'>(kind: K, value: unknown): K extends 'string' ? string : boolean {
  if (typeof value !== kind) throw new OfficeError('InvalidArgument', `${String(value)} is no ${kind}.`);
  return value as K extends 'string' ? string : boolean;
}

function between(first: RangeOfParts, last: RangeOfParts): RangeArea {
  const [{ area: from }, { area: to }] = [first.present(), last.present()];
  const [rowCount, columnCount] = [to.row + to.rowCount - from.row, to.column + to.columnCount - from.column];
  if (rowCount < 1 || columnCount < 1) throw new OfficeError('InvalidArgument', 'the last cell is before the first.');
  return { row: from.row, column: from.column, rowCount, columnCount };
}
