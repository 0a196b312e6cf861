import { requireConsent } from './consent';
import { tellCopy } from './stored/copied-file';

/** Throws if there is no user interface, for example in a cell. */
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

/** The page adds the self-test once it is open. */
export function insertSelfTest(): void {
  openAt('selfTest');
}

/** Long enough to be read. */
const TOAST_SECONDS = 20;

/** @param tab where the page opens; `''`: where it was last */
function openAt(tab: string): void {
  const ui = SpreadsheetApp.getUi();
  requireConsent();
  const copied = tellCopy();
  if (copied !== null) SpreadsheetApp.getActive().toast(copied, 'Trace', TOAST_SECONDS);
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Trace');
  ui.showSidebar(tab === '' ? page : page.setContent(page.getContent().replace('<body ', `<body data-tab="${tab}" `)));
}
