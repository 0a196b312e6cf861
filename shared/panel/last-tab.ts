import type { TabId } from './tabs';

const PLACE = 'trace.panelTab';

/** The tab that was open last in this browser, if it is one of these; otherwise the first one. */
export function readLastTab(tabs: readonly TabId[]): TabId {
  const last = readStored();
  return tabs.find((tab) => tab === last) ?? tabs[0] ?? 'settings';
}

export function keepLastTab(tab: TabId): void {
  try {
    localStorage.setItem(PLACE, tab);
  } catch {
    // Where a browser forbids its storage, the panel opens at its first tab.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}
