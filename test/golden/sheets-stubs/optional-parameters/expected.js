// generated from shared/catalogue; edit there

/**
 * The things of each company, "quoted" and ann@example.com.
 *
 * @param {any} domains One cell or one column. Example: A2:A100
 * @param {any} options Optional. Pairs such as "top=3".
 * @customfunction
 */
function TRACE_THINGS(domains, options) {
  return addon.callFunction("TRACE_THINGS", [domains, options]);
}

/**
 * Another one.
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

function rpc(name, args) {
  return addon.rpc(name, args);
}

