import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY } from '@univerjs/core';
import { CELL_LINE_ID } from './cell-line';
import { findCellInput } from '../grid/focus-grid';

/** The parts of the page in the order in which F6 visits them, as in Excel. Tab stays the grid's own. */
const REGIONS: readonly (() => HTMLElement | null)[] = [
  findCellInput,
  () => document.getElementById(CELL_LINE_ID),
  () => document.getElementById('open-csv'),
  () => document.querySelector<HTMLElement>('#trace-panel:not([hidden])'),
];

/** F6 and Shift+F6. Source: https://support.microsoft.com/office/keyboard-shortcuts-in-excel (move between panes). */
export function addRegionKeys(): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      moveTo(event.shiftKey ? -1 : 1);
    },
    { capture: true },
  );
}

/**
 * Takes parts of the grid that show no focus out of the Tab order: the input of the formula bar, which has no width, and
 * the canvases, which Tab would visit first. A click still focuses them.
 */
export function skipUnseenParts(): void {
  const formulaInput = document.getElementById(`__editor_${DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY}`);
  const canvases = document.querySelectorAll<HTMLElement>('#grid canvas[tabindex]');
  for (const part of [formulaInput, ...canvases]) part?.setAttribute('tabindex', '-1');
}

function moveTo(step: 1 | -1): void {
  const present = REGIONS.map((region) => region()).filter((region) => region !== null);
  const here = present.findIndex((region) => isIn(region));
  present[(here + step + present.length) % present.length]?.focus();
}

function isIn(region: HTMLElement): boolean {
  const { activeElement } = document;
  if (activeElement === null) return false;
  return region.id === 'open-csv'
    ? activeElement.closest('header') !== null && activeElement.closest('#grid') === null
    : region.contains(activeElement);
}
