// generated from shared/catalogue; edit there

/**
 * A function without parameters. Example: =TRACE_NOTHING(). Free.
 *
 * @customfunction
 */
function TRACE_NOTHING() {
  return other.callFunction("TRACE_NOTHING", []);
}

function onOpen(event) {
  return other.onOpen(event);
}

function onInstall(event) {
  return other.onInstall(event);
}

function openSidebar() {
  return other.openSidebar();
}

function openEnrich() {
  return other.openEnrich();
}

function openExplore() {
  return other.openExplore();
}

function openFormula() {
  return other.openFormula();
}

function openHelp() {
  return other.openHelp();
}

function insertSelfTest() {
  return other.insertSelfTest();
}

function useHere() {
  return other.useHere();
}

function fetchWaiting() {
  return other.fetchWaiting();
}

function retryProblems() {
  return other.retryProblems();
}

function freezeSelection() {
  return other.freezeSelection();
}

function freezeSheet() {
  return other.freezeSheet();
}

function freezeFile() {
  return other.freezeFile();
}

function reconnectFormulas() {
  return other.reconnectFormulas();
}

function restoreFrozen() {
  return other.restoreFrozen();
}

function rpc(name, args) {
  return other.rpc(name, args);
}

function TRACE_STORES() {
  return other.TRACE_STORES();
}

