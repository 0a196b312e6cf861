// generated from shared/catalogue; edit there

/**
 * The things of each company, "quoted" and ann@example.com.
 *
 * @param {string|string[][]} domains One cell or one column. Example: A2:A100
 * @param {string|string[][]} options Optional. Pairs such as "top=3". Example: "top=3"
 * @return {string|string[][]} One value, or a table.
 * @customfunction
 */
function TRACE_THINGS(domains, options) {
  return addon.callFunction("TRACE_THINGS", [domains, options]);
}

/**
 * Another one.
 *
 * @param {string|string[][]} domain Optional. One cell. Example: A2
 * @return {string|string[][]} One value, or a table.
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

