/** The door to freezing formulas to values, and thawing them. */
export { freeze, thaw } from './frozen/freeze';
export { toCalculated } from './functions/price-calculated';
export { toAgree } from './functions/thaw-terms';
export { toThawText } from './panel/frozen/thaw-text';
export { toFrozenText, toThawedText } from './frozen/freeze-text';
export { findExtents } from './frozen/extents';
export type { FreezeScope } from './frozen/plan-freeze';
export type { FreezePorts, ThawPorts } from './frozen/ports';
export type { Block, SheetCells } from './frozen/sheet-cells';
export { toSingleFormulas } from './frozen/range-formula';
export { findEqualFormulas, RANGE_TEXTS, toRangeText, toSinglesText } from './frozen/range-text';
export { placesOf, stands, toRuns } from './frozen/blocks';
export { hasSameInputs } from './frozen/inputs';
export { fillsOneCell } from './frozen/one-cell';
export { lettersOf } from './frozen/template';
export { isMark } from './frozen/frozen-column';
export type { FoundColumn, ToThaw } from './frozen/plan-thaw';
export type { ToFreeze } from './frozen/plan-freeze';
