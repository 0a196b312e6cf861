/** The parts of the panel, in the order of their tabs. */
export type TabId = 'enrich' | 'activity' | 'settings';

export const TAB_NAMES: Readonly<Record<TabId, string>> = {
  enrich: 'Enrich',
  activity: 'Activity',
  settings: 'Settings',
};
