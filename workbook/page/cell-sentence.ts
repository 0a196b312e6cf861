import type { FUniver } from '@univerjs/core/facade';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/preset-sheets-core';
import { createElement } from 'react';
import { explainActiveCell, type Explanation } from './cell-explanation';
import { makeButton } from './element';
import type { Invocations } from '../functions/invocations';

/** The line's id. */
export const SENTENCE_ID = 'cell-sentence';
/** Every way of choosing a cell ends in one of these; the facade's `SelectionChanged` misses some of them. */
const CHOOSES_CELL: readonly string[] = [SetSelectionsOperation.id, SetWorksheetActiveOperation.id];

/**
 * Explains, in a line under the formula bar, what the active cell shows instead of an answer, since a cell cannot.
 * Returns what is to be called when the progress of fetching is another.
 */
export function showSentences(api: FUniver, invocations: Invocations, functionNames: readonly string[]): () => void {
  let shown = '';
  const show = (): void => {
    const line = document.getElementById(SENTENCE_ID);
    const explanation = explainActiveCell(api, invocations, functionNames);
    const text = [explanation.sentence, explanation.page, explanation.action?.label].join('|');
    // Writing it again would make screen readers repeat it, and take the focus from its button.
    if (line === null || (text === shown && line.hasChildNodes() === (explanation.sentence !== ''))) return;
    shown = text;
    line.replaceChildren(...toParts(explanation));
  };
  api.registerUIPart(api.Enum.BuiltInUIPart.HEADER, SentenceLine);
  api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    if (CHOOSES_CELL.includes(id)) show();
  });
  api.getFormula().calculationResultApplied(show);
  return show;
}

/** The grid is drawn by React, so the line is one of its parts, but its contents are written directly. */
function SentenceLine(): unknown {
  return createElement('div', { id: SENTENCE_ID, role: 'status', tabIndex: '0', 'aria-label': 'About this cell' });
}

function toParts({ sentence, page, action }: Explanation): readonly HTMLElement[] {
  if (sentence === '') return [];
  const text = document.createElement('span');
  text.textContent = sentence;
  const parts: HTMLElement[] = [text];
  if (page !== undefined) {
    const link = document.createElement('a');
    link.href = page;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = 'Learn more';
    parts.push(link);
  }
  if (action !== undefined) parts.push(makeButton(action.label, action.run));
  return parts;
}
