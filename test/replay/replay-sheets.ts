import { AddonRealm, bundleAddon } from './addon-realm';
import { SheetsReplayWorld } from './sheets-world';
import type { OpenWorld } from './replay';

/** Worlds with the add-on that the sources make now. */
export async function replaySheets(): Promise<OpenWorld> {
  const addon = new AddonRealm(await bundleAddon());
  return () => new SheetsReplayWorld(addon);
}
