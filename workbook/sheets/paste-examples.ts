import type { Univer } from '@univerjs/core';
import { ISheetClipboardService, SetRangeValuesMutation, type ISheetClipboardHook } from '@univerjs/preset-sheets-core';
import { MISTAKES_SHEET } from './mistakes-sheet';
import { TRY_THESE_SHEET } from './try-these-sheet';

const EXAMPLE_SHEETS: readonly string[] = [TRY_THESE_SHEET.id, MISTAKES_SHEET.id];
/** Runs after the grid's own hooks, which paste the text of a formula as text. */
const PRIORITY = 20;

/** A formula that is copied from the sample's sheets of examples, where it is text, works where it is pasted. */
export function pasteExamplesAsFormulas(univer: Univer): void {
  univer.__getInjector().get(ISheetClipboardService).addClipboardHook(EXAMPLES_HOOK);
}

const EXAMPLES_HOOK: ISheetClipboardHook = {
  id: 'trace-examples',
  priority: PRIORITY,
  onPasteCells(from, { unitId, subUnitId, range }, cells) {
    const formulas: Record<number, Record<number, { f: string | null; v?: null; t?: null }>> = {};
    const nothing: typeof formulas = {};
    if (from === null || !EXAMPLE_SHEETS.includes(from.subUnitId)) return { redos: [], undos: [] };
    cells.forValue((row, column, cell) => {
      const [toRow, toColumn] = [range.rows[row], range.cols[column]];
      if (toRow === undefined || toColumn === undefined || !isFormulaText(cell.v)) return;
      (formulas[toRow] ??= {})[toColumn] = { f: cell.v, v: null, t: null };
      (nothing[toRow] ??= {})[toColumn] = { f: null };
    });
    const { id } = SetRangeValuesMutation;
    const toMutation = (cellValue: typeof formulas) => ({ id, params: { unitId, subUnitId, cellValue } });
    return { redos: [toMutation(formulas)], undos: [toMutation(nothing)] };
  },
};

function isFormulaText(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('=TRACE_');
}
