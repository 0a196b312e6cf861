import { readPolicy, type SpendPolicy } from '../shared/formulas';
import { LIVE_PARTITION } from './live-partition';
import { makeSettingsShelf } from './settings-shelf';

/** Where functions and panel look for what formulas may spend. */
const POLICY = 'trace.spendPolicy';

/** What formulas may spend on the real service, as it was set last. Rejects where the browser keeps nothing. */
export async function readLivePolicy(): Promise<SpendPolicy> {
  return readPolicy((await makeSettingsShelf(LIVE_PARTITION).read()).get(POLICY));
}

/** The formulas of the workbook then wait on the real service until a person fetches. Rejects likewise. */
export async function letFormulasWait(): Promise<void> {
  const shelf = makeSettingsShelf(LIVE_PARTITION);
  const policy: SpendPolicy = { mode: 'onRequest' };
  await shelf.write(new Map([...(await shelf.read()), [POLICY, policy]]));
}
