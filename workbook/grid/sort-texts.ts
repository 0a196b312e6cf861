import { CellValueType, type ICellData, type Nullable, type Univer } from '@univerjs/core';
import { SheetsSortService } from '@univerjs/preset-sheets-sort';

/**
 * Makes the grid sort a text that has an apostrophe before it as a text. The grid reads a number from it, and where it
 * finds none, the row stays anywhere.
 */
export function sortTextsAsTexts(univer: Univer): void {
  const sort = univer.__getInjector().get(SheetsSortService);
  const [compare] = sort.getAllCompareFns();
  if (compare === undefined) return;
  sort.registerCompareFn((type, a, b) => compare(type, toText(a), toText(b)));
}

function toText(cell: Nullable<ICellData>): Nullable<ICellData> {
  if (cell?.t !== CellValueType.FORCE_STRING || !Number.isNaN(Number(cell.v))) return cell;
  return { ...cell, t: CellValueType.STRING };
}
