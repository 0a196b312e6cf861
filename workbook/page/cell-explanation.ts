import type { FUniver } from '@univerjs/core/facade';
import { saysThatItWaits } from '../../shared/panel';
import { explainSlip } from './formula-slip';
import { suggestFunction } from './function-suggestion';
import type { CellAddress, Invocations } from '../functions/invocations';
import { focusPanel } from './panel-toggle';
import { focusGrid } from '../grid/focus-grid';
import { explainSpill } from '../functions/spill-problem';

/** What the line under the formula bar says of a cell, and offers. */
export interface Explanation {
  readonly sentence: string;
  /** The help page, relative to this one. */
  readonly page?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const NOTHING: Explanation = { sentence: '' };

/** Explains what the active cell shows instead of an answer. */
export function explainActiveCell(
  api: FUniver,
  invocations: Invocations,
  functionNames: readonly string[],
): Explanation {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const active = sheet?.getSelection()?.getCurrentCell();
  if (!workbook || !sheet || !active) return NOTHING;
  const { actualRow: row, actualColumn: column } = active;
  const cell: CellAddress = { unitId: workbook.getId(), sheetId: sheet.getSheetId(), row, column };
  const range = sheet.getRange(row, column);
  const edit = { label: 'Edit formula', run: () => void workbook.startEditing() };
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
      return sentence === '' ? NOTHING : { sentence, action: edit };
    }
    default:
      return explainError(invocations, cell, shown, edit);
  }
}

type FSheet = NonNullable<ReturnType<NonNullable<ReturnType<FUniver['getActiveWorkbook']>>['getActiveSheet']>>;

function lastRowIn(sheet: FSheet): (column: string) => number {
  const inner = sheet.getSheet();
  return (name) => {
    const { startColumn } = sheet.getRange(`${name}1`).getRange();
    let row = inner.getLastRowWithContent();
    while (row >= 0 && (inner.getCellRaw(row, startColumn)?.v ?? '') === '') row -= 1;
    return row + 1;
  };
}

function explainBusy(invocations: Invocations): Explanation {
  const { done, all } = invocations.progress;
  if (all === 0) return NOTHING;
  return {
    sentence: `Fetching from Trace: ${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} answers are here.`,
  };
}

/** What can be mended in the formula is edited; a key and approval are given in the panel; all else is tried again. */
function explainError(
  invocations: Invocations,
  cell: CellAddress,
  shown: unknown,
  edit: Explanation['action'],
): Explanation {
  const found = invocations.problemAt(cell, shown);
  if (found === null) return NOTHING;
  const { from, isText, sentence, problem } = found;
  const isOwn = from.row === cell.row && from.column === cell.column;
  const tryAgain = { label: 'Try again', run: () => invocations.retry(from) };
  const panel = { label: 'Open panel', run: focusPanel };
  const action =
    isText || saysThatItWaits(sentence) ? panel : shown === '#VALUE!' ? (isOwn ? edit : undefined) : tryAgain;
  return {
    sentence,
    ...(problem === '' ? {} : { page: `docs/problems/${problem}.html` }),
    ...(action === undefined ? {} : { action }),
  };
}
