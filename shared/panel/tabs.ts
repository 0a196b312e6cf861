/** The parts of the panel, in the order of their tabs. */
export type TabId = 'enrich' | 'activity' | 'settings';

export const TAB_NAMES: Readonly<Record<TabId, string>> = {
  enrich: 'Enrich',
  activity: 'Activity',
  settings: 'Settings',
};

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
