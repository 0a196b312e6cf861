import { requireConsent } from './consent';

/** Throws where there is no user interface, for example in a cell. */
export function openSidebar(): void {
  openAt('');
}

export function openEnrich(): void {
  openAt('enrich');
}

export function openExplore(): void {
  openAt('explore');
}

export function openFormula(): void {
  openAt('formula');
}

/** @param tab the page opens there; `''`: where it was last */
function openAt(tab: string): void {
  const ui = SpreadsheetApp.getUi();
  requireConsent();
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Trace');
  ui.showSidebar(tab === '' ? page : page.setContent(page.getContent().replace('<body ', `<body data-tab="${tab}" `)));
}
