import type { TabId } from './tabs';

const PLACE = 'trace.panelTab';

/** Where the host opens the panel. */
let wanted: string | null = null;

/** What gets the focus there, as a selector. */
let wantedFocus = '';
let onWanted: () => void = () => undefined;
/** What is to be done once its part of the panel is there. */
let errand = '';
const doers = new Map<string, () => void>();

/** Opens the panel at a tab, whatever was open last. */
export function openAtTab(tab: string): void {
  wanted = tab;
}

/** A command from outside the panel, which may be open already. @param what `''`: only to go there */
export function goTo(tab: string, focus: string, what = ''): void {
  [wanted, wantedFocus, errand] = [tab, focus, what];
  onWanted();
  doErrand();
}

/** Calls back for each command, and for one that was given before. Returns a function that stops it. */
export function followCommands(tabs: readonly TabId[], go: (tab: TabId, focus: string) => void): () => void {
  onWanted = () => {
    const tab = tabs.find((each) => each === wanted);
    if (tab !== undefined && wantedFocus !== '') go(tab, wantedFocus);
    [wanted, wantedFocus] = [null, ''];
  };
  onWanted();
  return () => (onWanted = () => undefined);
}

/** Who does an errand, and does the one that waits. Returns a function that stops it. */
export function onErrand(what: string, act: () => void): () => void {
  doers.set(what, act);
  doErrand();
  return () => void doers.delete(what);
}

function doErrand(): void {
  const act = doers.get(errand);
  if (act === undefined) return;
  errand = '';
  act();
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
