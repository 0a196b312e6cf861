/** The parts of the panel, in the order of their tabs. */
export type TabId = 'enrich' | 'explore' | 'lists' | 'activity' | 'formula' | 'settings';

export const TAB_NAMES: Readonly<Record<TabId, string>> = {
  enrich: 'Enrich',
  explore: 'Explore',
  lists: 'Lists',
  activity: 'Activity',
  formula: 'Formula',
  settings: 'Settings',
};
