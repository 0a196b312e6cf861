/**
 * The door to enrichments: what a host's grid needs, and whoever runs one without a page. Apart from `panel.ts`, so that
 * a panel can be painted before its script for enrichments is loaded.
 */
export { isFinished } from './bulk/journal/is-finished';
export { HEAD } from './bulk/journal/part-names';
export { signedIn } from './bulk/journal/seal';
export { planRun } from './bulk/plan/plan';
export { findDomainColumn } from './bulk/plan/domain-column';
export { triage } from './bulk/plan/triage';
export { startRun } from './bulk/run/run';
export { codeOf, COUNT_FORMAT, isLiteral, serialOf, valueOf } from './bulk/sheet/cell-values';
export { isMarkName, isRunName } from './bulk/sheet/column-anchors';
export { toRunPorts } from './bulk/sheet/ports';
export {
  checkMarks,
  checkSheet,
  checkWrite,
  guardedColumns,
  stretchesOf,
  type Stretch,
} from './bulk/sheet/write-guard';
// All functions at once, which no panel needs before its first paint.
export { callFunction } from './functions/call';
export {
  asMade,
  findCalls,
  readMost,
  withValues,
  type MostCalls,
  type WrittenCalls,
  type WrittenFormula,
} from './functions/known-calls';
export { priceFormulas } from './functions/price-formulas';
export { priceUnsaved } from './functions/price-unsaved';
export {
  findCutLists,
  priceCalculated,
  priceRecalculation,
  priceWaiting,
  type CutLists,
  type WaitingFormulas,
} from './functions/price-waiting';
