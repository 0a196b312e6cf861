/** What the panel loads once somebody freezes, thaws or removes: one script for all of it. */
export { forgetFrozen, freezeCells, thawCells } from './freeze-cells';
export { toFormulas, toOneFormula } from './range-formula';
