/**
 * Adds the menu. It runs before the user has granted anything (`AuthMode.NONE`), when Google permits nothing else
 * (https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle). Choosing one of its items once
 * enables the add-on in a spreadsheet, for everyone who opens it.
 */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()
    .addItem('Open Trace', 'openSidebar')
    .addItem('Enrich selected column', 'openEnrich')
    .addItem('Explore active cell', 'openExplore')
    .addItem('Formula', 'openFormula')
    .addSeparator()
    .addItem('Fetch waiting', 'fetchWaiting')
    .addItem('Retry problems', 'retryProblems')
    .addSubMenu(
      ui
        .createMenu('Freeze formulas')
        .addItem('Selected cells', 'freezeSelection')
        .addItem('This sheet', 'freezeSheet')
        .addItem('All sheets', 'freezeFile')
        .addSeparator()
        .addItem('Restore formulas', 'restoreFrozen')
        .addItem('Reconnect formulas', 'reconnectFormulas'),
    )
    .addSeparator()
    .addItem('Use in this spreadsheet', 'useHere')
    .addItem('Insert self-test', 'insertSelfTest')
    .addItem('Help', 'openHelp')
    .addToUi();
}

/** At installation, the spreadsheet is already open. */
export function onInstall(): void {
  onOpen();
}
