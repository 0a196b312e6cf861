/**
 * The object that the top-level functions of `Code.js` delegate to; `shared/catalogue/derive/sheets-stubs.ts` writes
 * those.
 */
export { callFunction } from './formulas/call-function';
export { onInstall, onOpen } from './menu';
export {
  fetchWaiting,
  freezeFile,
  freezeSelection,
  freezeSheet,
  openHelp,
  reconnectFormulas,
  restoreFrozen,
  retryProblems,
  useHere,
} from './menu-commands';
export { insertSelfTest, openEnrich, openExplore, openFormula, openSidebar } from './open-sidebar';
export { rpc } from './messages/rpc';
export { tellStores as TRACE_STORES } from './formulas/tell-stores';
