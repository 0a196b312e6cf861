import type { ExcelParts, SheetOfParts } from '../../../workbook/office/excel-parts';
import { OfficeError } from '../../../workbook/office/office-error';
import { ExcelCharts } from './excel-charts';
import { ExcelPageLayout, setPrint } from './excel-page-layout';
import { ExcelTables } from './excel-tables';

/** Tables, charts and pages as Excel has them, which the grid of the web workbook has not. */
export function makeParts(worksheet: SheetOfParts): ExcelParts {
  return {
    tables: new ExcelTables(worksheet),
    charts: new ExcelCharts(worksheet),
    pageLayout: new ExcelPageLayout(worksheet),
    horizontalPageBreaks: {
      add: (firstCell) =>
        setPrint(worksheet, () => {
          const { row } = firstCell.present().area;
          if (row === 0) throw new OfficeError('InvalidArgument', 'no page ends above the first row.');
          return { breakAt: row };
        }),
    },
  };
}
