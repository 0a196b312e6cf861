import { keepInBrowser, readKept } from '../common/browser';
import type { TabId } from './tabs';

const PLACE = 'trace.panelTab';

/** Where the host opens the panel. */
let wanted = '';
let focusThere = '';
let errand = '';

/**
 * Opens the panel at a tab, whatever was open last.
 *
 * @param focus what gets the focus there, as a selector; `''`: nothing
 * @param what is to be done once its part of the panel is there; `''`: nothing
 */
export function openAtTab(tab: string, focus = '', what = ''): void {
  [wanted, focusThere, errand] = [tab, focus, what];
}

/** What gets the focus first, once. */
export function takeFocus(): string {
  const focus = focusThere;
  focusThere = '';
  return focus;
}

/** Whether this is to be done; `true` only the first time. */
export function takeErrand(what: string): boolean {
  const isIt = errand === what;
  if (isIt) errand = '';
  return isIt;
}

/** The tab that was asked for, or was open last in this browser, if it is one of these; otherwise the first one. */
export function readLastTab(tabs: readonly TabId[]): TabId {
  const last = tabs.find((tab) => tab === wanted) ?? readKept(PLACE);
  return tabs.find((tab) => tab === last) ?? tabs[0] ?? 'settings';
}

export function keepLastTab(tab: TabId): void {
  keepInBrowser(PLACE, tab);
}
