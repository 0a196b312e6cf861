import { mergeBlocks, type Block } from '../../shared/freeze';
import { readLocked } from '../bulk/locked-cells';
import { excelCodeOf, isOfWorkbook } from '../bulk/on-workbook';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';

export function rangeOf(sheet: ExcelWorksheet, { row, column, rows, columns }: Block): ExcelRange {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/**
 * Writes blocks in one request. If Excel refuses it, its halves are tried, so that a refused cell does not affect the
 * others. Reading the blocks again shows what was written.
 *
 * @param queue queues merged blocks for the next sync
 */
export async function writeBlocks(
  context: ExcelContext,
  blocks: readonly Block[],
  queue: (merged: Block) => void,
): Promise<void> {
  if (blocks.length === 0) return;
  try {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    mergeBlocks(blocks).forEach(queue);
    await context.sync();
  } catch (thrown) {
    if (excelCodeOf(thrown) === '' || isOfWorkbook(thrown)) throw thrown;
    if (blocks.length === 1) return;
    const half = Math.ceil(blocks.length / 2);
    for (const some of [blocks.slice(0, half), blocks.slice(half)]) await writeBlocks(context, some, queue);
  }
}

/** The locked cells of a protected sheet, as `row column`. Other sheets have none. */
export async function findLocked(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  blocks: readonly Block[],
): Promise<ReadonlySet<string>> {
  sheet.protection.load('protected,options');
  await context.sync();
  return sheet.protection.protected ? readLocked(context, sheet, mergeBlocks(blocks)) : new Set();
}
