import type { Frame, Locator, Page } from 'playwright-core';

export type TabName = 'Enrich' | 'Explore' | 'Lists' | 'Activity' | 'Formula' | 'Settings';

/** Opens a tab of the panel, once it is there. */
export async function openTab(place: Page | Frame, name: TabName): Promise<void> {
  await place.getByRole('tab', { name }).click();
}

/** What the panel says of the key: where it is set, or on top once it is saved. */
export function keyStatus(place: Page | Frame): Locator {
  return place.locator('.key-status:visible, .notice[role=status]:visible');
}
