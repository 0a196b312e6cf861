import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';

/**
 * The grid receives keys for its cells through this element. The formula bar has a similar one, which comes first or
 * last.
 */
export function findCellInput(): HTMLElement | null {
  return document.getElementById(`__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`);
}

/** Returns the keyboard to the grid. */
export function focusGrid(): void {
  const input = findCellInput();
  // After a click elsewhere, the grid takes no keys until its input gets the focus again, even if it has it.
  input?.blur();
  input?.focus();
}

/**
 * Selects the first cell, or the one that was kept, with the keyboard in the grid. The grid does so itself, but a part
 * that is slow to mount misses it: then the formula bar is empty, and keys are lost.
 */
export function startInCell(api: FUniver): void {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  (sheet?.getActiveRange() ?? sheet?.getRange('A1'))?.activate();
  if (document.activeElement === document.body) focusGrid();
}
