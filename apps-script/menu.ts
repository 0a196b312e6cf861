/**
 * Adds the menu. It runs before the user has allowed anything (`AuthMode.NONE`), when Google permits nothing else
 * (https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle). An add-on is enabled in a
 * spreadsheet, for everyone who opens it, once one of its menu items has been chosen there; the sidebar holds the help.
 */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open Trace', 'openSidebar')
    .addItem('Use in this spreadsheet', 'openSidebar')
    .addItem('Help', 'openSidebar')
    .addToUi();
}

/** The spreadsheet in which the add-on is installed is already open. */
export function onInstall(): void {
  onOpen();
}
