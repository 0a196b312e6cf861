import { toRuns, type Block } from '../../shared/freeze';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';

const OBJECTS_PER_SYNC = 1_000;

/** Which of some cells are locked in a protected sheet, as `row column`. In all others nothing is. */
export async function findLocked(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  cells: readonly Block[],
): Promise<ReadonlySet<string>> {
  const locked = new Set<string>();
  if (cells.length === 0) return locked;
  sheet.protection.load('protected,options');
  await context.sync();
  if (!sheet.protection.protected) return locked;
  const runs = toRuns(cells);
  for (let start = 0; start < runs.length; start += OBJECTS_PER_SYNC) {
    const asked = runs.slice(start, start + OBJECTS_PER_SYNC).map(({ row, column, rows, columns }) => ({
      row,
      column,
      told: sheet.getRangeByIndexes(row, column, rows, columns).getCellProperties({ format: { protection: true } }),
    }));
    await context.sync();
    for (const { row, column, told } of asked) {
      told.value.forEach((line, down) =>
        line.forEach(({ format }, right) => {
          if (format?.protection?.locked === true) locked.add(`${row + down} ${column + right}`);
        }),
      );
    }
  }
  return locked;
}
