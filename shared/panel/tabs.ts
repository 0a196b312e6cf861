/** The parts of the panel, in the order of their tabs. */
export type TabId = 'enrich' | 'explore' | 'activity' | 'settings';

export const TAB_NAMES: Readonly<Record<TabId, string>> = {
  enrich: 'Enrich',
  explore: 'Explore',
  activity: 'Activity',
  settings: 'Settings',
};
