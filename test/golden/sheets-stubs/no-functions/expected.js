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

function rpc(name, args) {
  return addon.rpc(name, args);
}

