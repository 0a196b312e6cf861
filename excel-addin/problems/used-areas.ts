import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';

/** Cells of a sheet. Row and column count from 0. */
export interface SheetArea {
  readonly sheet: ExcelWorksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

interface Asked {
  readonly area: SheetArea;
  /** `null`: the area is small enough. */
  readonly used: ExcelRange | null;
}

/** Smaller areas are read as they are. */
const MOST_CELLS = 1_000_000;

/**
 * Areas that contain all values of the given ones, in the same order. A sheet's used range reaches from its first
 * used cell to its last, so a single cell at the far end makes it billions of cells. Halves of such a range have used
 * ranges of their own:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getusedrangeornullobject-member(1).
 */
export async function findUsedAreas(context: ExcelContext, areas: readonly SheetArea[]): Promise<readonly SheetArea[]> {
  if (!areas.some(isLarge)) return areas;
  const asked = areas.flatMap((area): readonly Asked[] =>
    isLarge(area) ? halvesOf(area).map(askUsed) : [{ area, used: null }],
  );
  await context.sync();
  const found = asked.flatMap(({ area, used }) => {
    if (used === null) return area;
    const { isNullObject, rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
    return isNullObject ? [] : { sheet: area.sheet, row, column, rows, columns };
  });
  return findUsedAreas(context, found);
}

function isLarge({ rows, columns }: SheetArea): boolean {
  return rows * columns > MOST_CELLS;
}

/** Splits an area across its longer side. */
function halvesOf(area: SheetArea): readonly [SheetArea, SheetArea] {
  const { row, column, rows, columns } = area;
  const [down, right] = [Math.ceil(rows / 2), Math.ceil(columns / 2)];
  return rows > columns
    ? [
        { ...area, rows: down },
        { ...area, row: row + down, rows: rows - down },
      ]
    : [
        { ...area, columns: right },
        { ...area, column: column + right, columns: columns - right },
      ];
}

function askUsed(area: SheetArea): Asked {
  const { sheet, row, column, rows, columns } = area;
  const used = sheet.getRangeByIndexes(row, column, rows, columns).getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return { area, used };
}
