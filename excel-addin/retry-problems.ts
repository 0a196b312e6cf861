import { TraceError } from '../shared/index';
import { excelApi, type ExcelContext, type ExcelRange } from './excel-api';
import { findProblems } from './find-problems';

/** Entered together: https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization. */
const CELLS_PER_SYNC = 1_000;

/**
 * Enters again the Trace formulas whose cell or table shows a problem, and touches no other cell: answers that are
 * there stay, and cost nothing. Returns how many. Throws `hostMissing` where there is no Excel.
 */
export function retryProblems(): Promise<number> {
  const excel = excelApi();
  if (excel === undefined) throw new TraceError('hostMissing', {});
  return excel.run({ delayForCellEdit: true }, async (context) => {
    const cells = await findCells(context);
    for (let start = 0; start < cells.length; start += CELLS_PER_SYNC) {
      for (const { cell, formula } of cells.slice(start, start + CELLS_PER_SYNC)) cell.formulas = [[formula]];
      await context.sync();
    }
    return cells.length;
  });
}

interface FoundCell {
  readonly cell: ExcelRange;
  readonly formula: unknown;
}

async function findCells(context: ExcelContext): Promise<readonly FoundCell[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items');
  await context.sync();
  const ranges = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(false));
  for (const range of ranges) range.load('formulas,values');
  await context.sync();
  const candidates = ranges
    .filter(({ isNullObject }) => !isNullObject)
    .flatMap((range) =>
      findProblems(range.formulas, range.values).map(({ row, column }) => {
        const cell = range.getCell(row, column);
        return { cell, parent: cell.getSpillParentOrNullObject(), formula: range.formulas[row]?.[column] };
      }),
    );
  // A formula that is entered inside the table of another would break that table.
  for (const { cell, parent } of candidates) {
    cell.load('address');
    parent.load('address');
  }
  await context.sync();
  return candidates.filter(({ cell, parent }) => parent.isNullObject || parent.address === cell.address);
}
