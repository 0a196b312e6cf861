import type { FUniver } from '@univerjs/core/facade';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/preset-sheets-core';
import { createElement } from 'react';
import { suggestFunction } from './function-suggestion';
import type { Invocations } from './invocations';

/** The line's id. */
export const SENTENCE_ID = 'cell-sentence';
/** Every way of choosing a cell ends in one of these; the facade's `SelectionChanged` misses some of them. */
const CHOOSES_CELL: readonly string[] = [SetSelectionsOperation.id, SetWorksheetActiveOperation.id];

/**
 * Shows, in a line under the formula bar, the sentence behind the error in the active cell, since a cell cannot show
 * it.
 */
export function showSentences(api: FUniver, invocations: Invocations, functionNames: readonly string[]): void {
  const show = (): void => {
    const line = document.getElementById(SENTENCE_ID);
    const sentence = sentenceOfActiveCell(api, invocations, functionNames);
    // Writing it again would make screen readers repeat it.
    if (line !== null && line.textContent !== sentence) line.textContent = sentence;
  };
  api.registerUIPart(api.Enum.BuiltInUIPart.HEADER, SentenceLine);
  api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    if (CHOOSES_CELL.includes(id)) show();
  });
  api.getFormula().calculationResultApplied(show);
}

/** The grid is drawn by React, so the line is one of its parts, but its text is written directly. */
function SentenceLine(): unknown {
  return createElement('p', { id: SENTENCE_ID, role: 'status', tabIndex: '0', 'aria-label': 'About this cell' });
}

function sentenceOfActiveCell(api: FUniver, invocations: Invocations, functionNames: readonly string[]): string {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const cell = sheet?.getSelection()?.getCurrentCell();
  if (!workbook || !sheet || !cell) return '';
  const { actualRow: row, actualColumn: column } = cell;
  const address = { unitId: workbook.getId(), sheetId: sheet.getSheetId(), row, column };
  const range = sheet.getRange(row, column);
  const shown = range.getValue();
  return shown === '#NAME?'
    ? suggestFunction(range.getFormula(), functionNames)
    : invocations.sentenceAt(address, shown);
}
