import type { BulkMessages } from '../bulk-messages';
import { freezeCells } from './freeze-cells';
import { askAndThaw } from './thaw-cells';
import { turnColumnIntoRange } from './range-formula';

/** Freezes and thaws for the panel. @param what from the page */
export function freezeFromPanel(what: unknown): BulkMessages['bulkFreeze']['value'] {
  const said =
    what === 'toOneFormula' || what === 'toFormulas'
      ? turnColumnIntoRange(what)
      : what === 'selection' || what === 'sheet' || what === 'file'
        ? freezeCells(what)
        : what === 'thaw'
          ? askAndThaw()
          : null;
  return said ?? '';
}
