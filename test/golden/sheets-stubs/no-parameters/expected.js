// generated from shared/catalogue; edit there

/**
 * A function without parameters.
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

function rpc(name, args) {
  return other.rpc(name, args);
}

