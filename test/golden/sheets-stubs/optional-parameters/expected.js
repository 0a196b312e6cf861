// generated from shared/catalogue; edit there

/**
 * The things of each company, "quoted" and ann@example.com. Example: =TRACE_THINGS(A2:A100,"top=3"). Free.
 *
 * @param {any} domains One cell or one column. Example: A2:A100
 * @param {any} options Optional. Pairs such as "top=3".
 * @customfunction
 */
function TRACE_THINGS(domains, options) {
  return addon.callFunction("TRACE_THINGS", [domains, options]);
}

/**
 * Another one. Example: =TRACE_OTHER(). Free.
 *
 * @param {any} domain Optional. One cell. Example: A2
 * @customfunction
 */
function TRACE_OTHER(domain) {
  return addon.callFunction("TRACE_OTHER", [domain]);
}

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

