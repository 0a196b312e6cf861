import { requireConsent } from './consent';

/** Throws where there is no user interface: in a cell, for one. */
export function openSidebar(): void {
  const ui = SpreadsheetApp.getUi();
  requireConsent();
  ui.showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Trace'));
}
