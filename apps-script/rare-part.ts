/** What the items of the menu and the panel call. Formulas never do, so `Code.js` has it as a text until then. */
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
