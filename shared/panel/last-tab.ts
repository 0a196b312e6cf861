import type { TabId } from './tabs';

const PLACE = 'trace.panelTab';

/** Where the host opens the panel. */
let wanted: string | null = null;

/** Opens the panel at a tab, whatever was open last. */
export function openAtTab(tab: string): void {
  wanted = tab;
}

/** The tab that was asked for, or was open last in this browser, if it is one of these; otherwise the first one. */
export function readLastTab(tabs: readonly TabId[]): TabId {
  const last = tabs.find((tab) => tab === wanted) ?? readStored();
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
