import type { TabId } from './tabs';

const PLACE = 'trace.panelTab';

/** Where the host opens the panel. */
let wanted: string | null = null;

let focusThere = '';
let errand = '';
const followers = new Set<() => void>();

/** Opens the panel at a tab, whatever was open last. */
export function openAtTab(tab: string): void {
  wanted = tab;
}

/**
 * A command from outside the panel, which may be open already.
 *
 * @param focus what gets the focus there, as a selector
 * @param what is to be done once its part of the panel is there; `''`: nothing
 */
export function goTo(tab: string, focus: string, what = ''): void {
  [wanted, focusThere, errand] = [tab, focus, what];
  for (const follow of followers) follow();
}

/** Calls back for each command, and for one that was given before. Returns a function that stops it. */
export function followCommands(go: (tab: TabId, focus: string) => void): () => void {
  return follow(() => {
    if (focusThere !== '') go(wanted as TabId, focusThere);
    focusThere = '';
  });
}

/** Calls back for each errand of this name, and at once if one is waiting. Returns a function that stops it. */
export function onErrand(what: string, act: () => void): () => void {
  return follow(() => {
    if (errand !== what) return;
    errand = '';
    act();
  });
}

function follow(act: () => void): () => void {
  followers.add(act);
  act();
  return () => void followers.delete(act);
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
