import type { Frame, Locator, Page } from 'playwright-core';

export type TabName = 'Enrich' | 'Explore' | 'Lists' | 'Activity' | 'Formula' | 'Settings';

/** Opens a tab of the panel, once it is there, and in Settings what is folded. */
export async function openTab(place: Page | Frame, name: TabName): Promise<void> {
  await place.getByRole('tab', { name }).click();
  if (name === 'Settings') await openMaintenance(place);
}

/** Opens the fold of Settings, where there is one. */
async function openMaintenance(place: Page | Frame): Promise<void> {
  const fold = place.locator('details.maintenance:not([open]) > summary');
  if ((await fold.count()) > 0) await fold.click();
}

/** What the panel says of the key: where it is set, or on top once it is saved. */
export function keyStatus(place: Page | Frame): Locator {
  return place.locator('.key-status:visible, .notice[role=status]:visible');
}
