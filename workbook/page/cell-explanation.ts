import type { FUniver } from '@univerjs/core/facade';
import type { Explained } from '../../shared/ports';
import { explainSlip } from './formula-slip';
import { suggestFunction } from './function-suggestion';
import type { CellAddress, Invocations } from '../functions/invocations';
import { focusGrid } from '../grid/focus-grid';
import type { FSheet } from '../grid/grid';
import { explainSpill } from '../functions/spill-problem';

/** Explains what the active cell shows if the grid itself caused it; otherwise `null`. */
export function explainActiveCell(
  api: FUniver,
  invocations: Invocations,
  functionNames: readonly string[],
): Explained | null {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const active = sheet?.getSelection()?.getCurrentCell();
  if (!workbook || !sheet || !active) return null;
  const { actualRow: row, actualColumn: column } = active;
  const cell: CellAddress = { unitId: workbook.getId(), sheetId: sheet.getSheetId(), row, column };
  const range = sheet.getRange(row, column);
  const edit = { label: 'Edit formula', run: () => editActiveCell(api) };
  const shown = range.getValue();
  const slip = shown === '#VALUE!' || shown === '#NAME?' ? explainSlip(range.getFormula(), lastRowIn(sheet)) : '';
  if (slip !== '') return { sentence: slip, action: edit };
  switch (shown) {
    case '#BUSY!':
      return explainBusy(invocations);
    case '#SPILL!': {
      const { sentence, inTheWay } = explainSpill(sheet, cell, invocations);
      if (inTheWay === null) return { sentence };
      const run = (): void => {
        sheet.getRange(inTheWay.row, inTheWay.column).activate();
        focusGrid();
      };
      return { sentence, action: { label: `Go to ${inTheWay.name}`, run } };
    }
    case '#NAME?': {
      const sentence = suggestFunction(range.getFormula(), functionNames);
      return sentence === '' ? null : { sentence, action: edit };
    }
    default:
      return null;
  }
}

/** Opens the active cell, with the keyboard in its formula. */
export function editActiveCell(api: FUniver): void {
  focusGrid();
  api.getActiveWorkbook()?.startEditing();
}

function lastRowIn(sheet: FSheet): (column: string) => number {
  const inner = sheet.getSheet();
  return (name) => {
    const { startColumn } = sheet.getRange(`${name}1`).getRange();
    let row = inner.getLastRowWithContent();
    while (row >= 0 && (inner.getCellRaw(row, startColumn)?.v ?? '') === '') row -= 1;
    return row + 1;
  };
}

function explainBusy({ progress: { done, all } }: Invocations): Explained | null {
  if (all === 0) return null;
  return {
    sentence: `Fetching from Trace: ${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} answers are here.`,
  };
}
