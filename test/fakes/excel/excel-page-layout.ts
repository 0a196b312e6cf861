import type { RangeOfParts } from '../../../workbook/office/excel-links';
import type { SheetOfParts } from '../../../workbook/office/excel-parts';
import { OfficeError } from '../../../workbook/office/office-error';
import { fakeOf } from './fake-of';
import type { GridPrint } from './part-types';

const ROWS = /^\$([1-9]\d*):\$([1-9]\d*)$/;

/**
 * Stands in for how a sheet of Excel prints: https://learn.microsoft.com/javascript/api/excel/excel.pagelayout. A grid
 * that does not print refuses it as an Excel does that lacks part of its API.
 */
export class ExcelPageLayout {
  constructor(private readonly worksheet: SheetOfParts) {}

  set orientation(orientation: string) {
    setPrint(this.worksheet, () => {
      if (orientation !== 'Portrait' && orientation !== 'Landscape') throw refused(orientation);
      return { isUpright: orientation === 'Portrait' };
    });
  }

  /** Excel takes 10 to 400 percent. */
  set zoom({ scale }: { readonly scale: number }) {
    setPrint(this.worksheet, () => {
      if (!Number.isInteger(scale) || scale < 10 || scale > 400) throw refused(scale);
      return { scale };
    });
  }

  setPrintArea(area: RangeOfParts): void {
    setPrint(this.worksheet, () => ({ area: area.present().area }));
  }

  setPrintTitleRows(rows: string): void {
    setPrint(this.worksheet, () => {
      const [, first, last] = ROWS.exec(rows) ?? [];
      if (first === undefined || Number(last) < Number(first)) throw refused(rows);
      return { titleRows: [Number(first), Number(last)] };
    });
  }
}

export function setPrint(worksheet: SheetOfParts, change: () => Partial<GridPrint>): void {
  worksheet.batch.add(() => {
    const sheet = fakeOf(worksheet);
    if (sheet.setPrint === undefined) throw new OfficeError('ApiNotFound', 'this grid does not print.');
    sheet.setPrint(change());
  });
}

function refused(value: unknown): OfficeError {
  return new OfficeError('InvalidArgument', `${String(value)} is refused.`);
}
