// generated from shared/catalogue; edit there

function onOpen(event) {
  return addon.onOpen(event);
}

function onInstall(event) {
  return addon.onInstall(event);
}

function openSidebar() {
  return addon.openSidebar();
}

function openEnrich() {
  return addon.openEnrich();
}

function openExplore() {
  return addon.openExplore();
}

function openFormula() {
  return addon.openFormula();
}

function openHelp() {
  return addon.openHelp();
}

function insertSelfTest() {
  return addon.insertSelfTest();
}

function useHere() {
  return addon.useHere();
}

function fetchWaiting() {
  return addon.fetchWaiting();
}

function retryProblems() {
  return addon.retryProblems();
}

function freezeSelection() {
  return addon.freezeSelection();
}

function freezeSheet() {
  return addon.freezeSheet();
}

function freezeFile() {
  return addon.freezeFile();
}

function reconnectFormulas() {
  return addon.reconnectFormulas();
}

function restoreFrozen() {
  return addon.restoreFrozen();
}

function rpc(name, args) {
  return addon.rpc(name, args);
}

function TRACE_STORES() {
  return addon.TRACE_STORES();
}

