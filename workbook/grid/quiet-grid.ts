import type { Univer } from '@univerjs/core';
import { CellAlertManagerService } from '@univerjs/preset-sheets-core';

/**
 * Turns off the grid's own tooltips over cells: their general words about an error contradict the sentence of the
 * function that returned it.
 */
export function turnOffCellTooltips(univer: Univer): void {
  const tooltips = univer.__getInjector().get(CellAlertManagerService);
  tooltips.showAlert = () => undefined;
}
