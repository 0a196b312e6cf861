import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from '@univerjs/core';

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
