/**
 * Adds the menu. It runs before the user has allowed anything (`AuthMode.NONE`), when Google permits nothing else
 * (https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle). Choosing one of its items once
 * enables the add-on in a spreadsheet, for everyone who opens it. Help is in the sidebar.
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
