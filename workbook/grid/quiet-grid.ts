import type { Univer } from '@univerjs/core';
import { CellAlertManagerService } from '@univerjs/preset-sheets-core';

/**
 * Turns off the grid's own tooltips over cells: for an error they have general words, which contradict the sentence of
 * the function that gave it.
 */
export function turnOffCellTooltips(univer: Univer): void {
  const tooltips = univer.__getInjector().get(CellAlertManagerService);
  tooltips.showAlert = () => undefined;
}
