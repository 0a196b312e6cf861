/**
 * The functions that the bundle's top-level functions delegate to; `shared/catalogue/derive/sheets-stubs.ts` writes
 * those.
 */
export { callFunction } from './call-function';
export { onInstall, onOpen } from './menu';
export {
  fetchWaiting,
  freezeFile,
  freezeSelection,
  freezeSheet,
  openHelp,
  retryProblems,
  thawFrozen,
  turnIntoRange,
  useHere,
} from './menu-commands';
export { rpc } from './rpc';
export { insertSelfTest, openEnrich, openExplore, openFormula, openSidebar } from './open-sidebar';
