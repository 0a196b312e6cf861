import type { ExcelBatch } from './excel-batch';
import type { RangeOfParts } from './excel-links';
import type { ExcelRange } from './excel-range';
import type { GridSheet, GridWorkbook, RangeArea } from '../grid/grid-workbook';
import { OfficeError } from './office-error';

/** The parts of a sheet that this grid lacks, and other stand-ins of Excel may have. */
export interface ExcelParts {
  readonly tables: { load(properties: string): void; readonly items: readonly object[] };
  readonly charts: { add(type: string, source: RangeOfParts, seriesBy: string): object };
  readonly pageLayout: object;
  readonly horizontalPageBreaks: { add(firstCell: RangeOfParts): void };
}

/** A sheet, as its parts see it. */
export interface SheetOfParts {
  readonly batch: ExcelBatch;
  readonly sheet: () => GridSheet;
  rangeOf(find: () => RangeArea): ExcelRange;
}

/** A workbook that may have such parts. */
export interface WorkbookWithParts extends GridWorkbook {
  readonly makeParts?: (worksheet: SheetOfParts) => ExcelParts;
}

/** There are no tables; charts and pages are refused, as by an Excel that lacks part of its API. */
export function withoutParts({ batch }: SheetOfParts): ExcelParts {
  const refuse = (): void =>
    batch.add(() => {
      throw new OfficeError('ApiNotFound', 'this grid neither draws charts nor prints.');
    });
  return {
    tables: { load: () => undefined, items: [] },
    charts: {
      add() {
        refuse();
        const axes = { categoryAxis: {}, valueAxis: { majorGridlines: {} } };
        return { title: {}, legend: {}, dataLabels: {}, axes, setPosition: () => undefined };
      },
    },
    pageLayout: { setPrintArea: refuse, setPrintTitleRows: refuse },
    horizontalPageBreaks: { add: refuse },
  };
}
