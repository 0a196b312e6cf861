import type { CellsUnderWay } from '../../shared/ports';
import { stretchesOf } from '../../shared/runs';
import { excelApi } from '../excel-api';

let unmark = (): void => undefined;

/** Excel can only select cells; the web workbook's grid can also draw a mark over them, which changes no cell. */
export function showUnderWay(cells: CellsUnderWay | null): void {
  unmark();
  unmark = () => undefined;
  if (cells === null) return;
  const rows = stretchesOf(cells.rows);
  const columns = stretchesOf([...cells.targets].filter((column) => column >= 0).sort((one, other) => one - other));
  const areas = columns.flatMap((across) =>
    rows.map((down) => ({ row: down.row, rowCount: down.rows, column: across.row, columnCount: across.rows })),
  );
  unmark = excelApi()?.highlight?.(cells.sheet, areas.slice(0, MOST_AREAS)) ?? unmark;
}

/** Enough to see where it works. */
const MOST_AREAS = 50;
