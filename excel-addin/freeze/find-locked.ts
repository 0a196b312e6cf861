import { mergeBlocks, type Block } from '../../shared/freeze';
import { readLocked } from '../bulk/locked-cells';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';

/** Which of some cells are locked in a protected sheet, as `row column`. In all others nothing is. */
export async function findLocked(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  cells: readonly Block[],
): Promise<ReadonlySet<string>> {
  if (cells.length === 0) return new Set();
  sheet.protection.load('protected,options');
  await context.sync();
  return sheet.protection.protected ? readLocked(context, sheet, mergeBlocks(cells)) : new Set();
}
