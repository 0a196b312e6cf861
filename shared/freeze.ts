/** The door to freezing formulas to values, and restoring them. */
export { columnName } from './cells/column-name';
export { findDisconnected } from './frozen/find-disconnected';
export { freeze } from './frozen/freeze';
export { reconnect, restore } from './frozen/bring-back';
export { toCalculated } from './functions/prices/price-calculated';
export { toRestoreTerms } from './functions/prices/restore-terms';
export { toReconnectText, toRestoreText } from './panel/settings/restore-text';
export { toFrozenText } from './frozen/freeze-text';
export { LIST_NAME, LIST_TITLES, LIST_WIDTHS, nextListName, type Lines } from './frozen/list-row';
export type { FreezeScope, ToFreeze } from './frozen/plan-freeze';
export type { ToEnter } from './frozen/plan-restore';
export type { Back, FreezePorts, Put, ReconnectPorts, RestorePorts } from './frozen/ports';
export {
  formulaAt,
  valueAt,
  type Block,
  type CellContent,
  type CellContents,
  type SheetCells,
} from './frozen/sheet-cells';
export { isUnchanged, joinBlocks, mergeBlocks, placesOf, stands } from './frozen/blocks';
export { fillsOneCell } from './frozen/one-cell';
