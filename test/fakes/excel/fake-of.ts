import type { SheetOfParts } from '../../../workbook/office/excel-parts';
import type { FakeSheet } from './sheet';

/** The fake behind a sheet of such a workbook. */
export function fakeOf({ sheet }: SheetOfParts): FakeSheet {
  return sheet() as FakeSheet;
}
