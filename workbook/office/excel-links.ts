import type { ExcelBatch } from './excel-batch';
import type { GridSheet, RangeArea } from '../grid/grid-workbook';

/** What the stand-ins for Excel's objects know of each other where each refers to the other. */

/** A sheet, as its ranges see it. */
export interface SheetOfRange {
  readonly id: string;
  read(): void;
  sheet(): GridSheet;
}

/** A range, as its parts see it. */
export interface RangeOfParts {
  readonly batch: ExcelBatch;
  read(names: readonly string[]): void;
  present(): { readonly area: RangeArea; readonly sheet: GridSheet };
}
