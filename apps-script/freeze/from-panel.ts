import type { BulkMessages } from '../bulk-messages';
import { freezeCells, restoreFormulas } from './freeze-cells';

/** Freezes and restores for the panel. @param what from the page */
export function freezeFromPanel(what: unknown): BulkMessages['bulkFreeze']['value'] {
  if (what === 'selection' || what === 'sheet' || what === 'file') return freezeCells(what);
  return (what === 'restore' ? restoreFormulas() : null) ?? '';
}
