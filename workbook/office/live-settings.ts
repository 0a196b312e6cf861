import { readPolicy, type SpendPolicy } from '../../shared/formulas';
import { LIVE_PARTITION } from './live-partition';
import { makeSettingsShelf, POLICY } from './settings-shelf';

/** The last policy for the real service. Rejects where the browser stores nothing. */
export async function readLivePolicy(): Promise<SpendPolicy> {
  return readPolicy(makeSettingsShelf(LIVE_PARTITION).read().get(POLICY));
}

/** The formulas of the workbook then wait on the real service until the user fetches. Rejects likewise. */
export async function letFormulasWait(): Promise<void> {
  const shelf = makeSettingsShelf(LIVE_PARTITION);
  const policy: SpendPolicy = { mode: 'onRequest' };
  shelf.write(new Map([...shelf.read(), [POLICY, policy]]));
}
