/**
 * The door to everything that a panel's first paint does not wait for: enrichments (what a host's grid needs, and how
 * to run one without a page), the functions, the calls in a column, and their prices. `formulas.ts` would offer the
 * last three if bundles were not split by the doors that they import.
 */
export { planRun } from './enrich/plan/plan';
export { findDomainColumn } from './enrich/plan/domain-column';
export { findHeader, triage } from './enrich/plan/triage';
export { asTyped, asTypedAgain, isErrorText } from './cells/typed-text';
export { valueOf } from './enrich/sheet/cell-values';
export { isMarkName, isRunName } from './enrich/sheet/column-anchors';
export { toRunPorts } from './enrich/sheet/ports';
export { joinBlocks } from './enrich/sheet/read-columns';
export {
  checkMarks,
  guardedColumns,
  isAsFound,
  portionsOf,
  stretchesOf,
  type GuardedCells,
} from './enrich/sheet/write-guard';
export { resumeEnrichment, startEnrichment, undoEnrichment } from './enrich/enrichment';
export { holderOf, runOf } from './enrich/record/head';
export { RECORD_WIDTHS } from './enrich/record/lines';
export { addNamed } from './cells/named-companies';
export { storeKey } from './lookup/cache';
export { countColumns } from './functions/count-columns';
export { callFunction } from './functions/call';
export { answerInColumn, ColumnLookup } from './functions/column/column-lookup';
export {
  asMade,
  findCalls,
  type MostCalls,
  readMost,
  withValues,
  type WrittenCalls,
  type WrittenFormula,
  DEPOSITED_FOR_SECONDS,
  readDepositedCalls,
  toDepositedCall,
} from './functions/column/known-formulas';
export { priceFormulas } from './functions/prices/price-formulas';
export { findSaved } from './functions/column/saved-formulas';
export {
  gatherWaiting,
  toRecalculated,
  type CountedFormulas,
  type Waiting,
  priceCalculated,
  priceRecalculation,
  priceWaiting,
  type WaitingFormulas,
} from './functions/prices/waiting-formulas';
