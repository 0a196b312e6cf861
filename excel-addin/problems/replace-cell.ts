import type { BulkHost } from '../../shared/ports';
import { inOneUndoStep, outsideUndo } from '../bulk/on-workbook';

/** Enters something else in a cell that still holds what was read. Excel recalculates the same formula. */
export const replaceCell: BulkHost['replaceCell'] = ({ sheet, row, column }, from, to) => {
  const perform = from === to ? outsideUndo : inOneUndoStep;
  return perform(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
    cell.load('formulas,hasSpill,numberFormat');
    await context.sync();
    if (String(cell.formulas[0]?.[0]).trim() !== from.trim()) return false;
    // A text would take the room of the formula that fills the cell.
    if (!from.startsWith('=') && cell.hasSpill === true) return false;
    // A text never becomes a formula.
    if (to.startsWith('=') !== from.startsWith('=')) return false;
    // A cell formatted as text would turn a formula into a text.
    if (to.startsWith('=') && cell.numberFormat[0]?.[0] === '@') cell.numberFormat = [['General']];
    cell.formulas = [[to]];
    await context.sync();
    return true;
  });
};
