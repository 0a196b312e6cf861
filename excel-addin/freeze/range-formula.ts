import { runAsync } from '../../shared/formulas';
import { joinFormulas, splitFormula, type ReplacePorts, type SheetCells } from '../../shared/freeze';
import type { Async, ThawTerms } from '../../shared/ports';
import { inOneUndoStep, onWorkbook } from '../bulk/on-workbook';
import { readActiveCell } from '../bulk/insert-cells';
import type { ExcelContext } from '../excel-api';
import { agreeToReplace } from './agree-to-replace';
import { enterColumn, readFilled } from './enter-column';
import { findLocked } from './find-locked';
import { readCellsOf, toSheet } from './read-cells';

/**
 * Makes one range formula of the equal formulas around the selected cell. Returns what it did, in words, or what the person
 * has to agree to first.
 *
 * @param agreed what the person has agreed to; `null`: nothing
 */
export function toOneFormula(agreed: ThawTerms | null = null): Promise<string | ThawTerms> {
  return runAsync(joinFormulas<ThawTerms>('choose Split into formulas'), portsWith(agreed));
}

/** Makes single formulas of the range formula that fills the selected cell. Returns as {@link toOneFormula} does. */
export function toFormulas(agreed: ThawTerms | null = null): Promise<string | ThawTerms> {
  return runAsync(splitFormula<ThawTerms>(), portsWith(agreed));
}

function portsWith(agreed: ThawTerms | null): Async<ReplacePorts<ThawTerms>> {
  return {
    async selected({ isFilled }) {
      const cell = await readActiveCell();
      if (cell === 'object') return null;
      return onWorkbook(async (context) => {
        const { row, column } = isFilled ? await findFilling(context, cell) : cell;
        return { cells: await readColumn(context, cell.sheet, column), row, column };
      });
    },
    isProtected: (replacing) =>
      onWorkbook(async (context) => {
        const sheet = context.workbook.worksheets.getItem(replacing.sheet);
        return (await findLocked(context, sheet, [replacing])).size > 0;
      }),
    toAgree: ({ placed }) => agreeToReplace(placed, agreed),
    reach: (cell) => onWorkbook((context) => readFilled(context, cell)),
    enter: (replacing) => inOneUndoStep((context) => enterColumn(context, replacing)),
  };
}

/** The cell with the formula that fills a cell: its own, or that of a table. */
async function findFilling(
  context: ExcelContext,
  cell: { readonly sheet: string; readonly row: number; readonly column: number },
): Promise<{ readonly row: number; readonly column: number }> {
  const sheet = context.workbook.worksheets.getItem(cell.sheet);
  const holder = sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).getSpillParentOrNullObject();
  holder.load('rowIndex,columnIndex');
  await context.sync();
  return holder.isNullObject ? cell : { row: holder.rowIndex, column: holder.columnIndex };
}

/** A column from its first cell to the last row in use. */
async function readColumn(context: ExcelContext, id: string, column: number): Promise<SheetCells> {
  const sheet = context.workbook.worksheets.getItem(id);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const block = { row: 0, column, rows, columns: 1 };
  return { ...toSheet([[block, await readCellsOf(context, sheet, block)]]), id };
}
