import { readPolicy, type SpendPolicy } from '../shared/index';
import { documentSettings } from './office';

/** In the workbook itself, so that it holds for whoever opens it. */
const POLICY = 'trace.spendPolicy';

/** What formulas of this workbook may spend without being asked. */
export function readSpendPolicy(): SpendPolicy {
  return readPolicy(documentSettings()?.get(POLICY));
}

/** Resolves once Excel has taken it into the workbook. */
export async function writeSpendPolicy(policy: SpendPolicy): Promise<void> {
  const settings = documentSettings();
  settings?.set(POLICY, policy);
  await new Promise<void>((resolve) => {
    if (settings === undefined) resolve();
    else settings.saveAsync(() => resolve());
  });
}

/** The workbook then has the policy of a new one. */
export async function forgetSpendPolicy(): Promise<void> {
  const settings = documentSettings();
  settings?.remove(POLICY);
  await new Promise<void>((resolve) => {
    if (settings === undefined) resolve();
    else settings.saveAsync(() => resolve());
  });
}
