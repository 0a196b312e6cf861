import { requireConsent } from './consent';

/** Throws where there is no user interface, for example in a cell. */
export function openSidebar(): void {
  const ui = SpreadsheetApp.getUi();
  requireConsent();
  ui.showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Trace'));
}
