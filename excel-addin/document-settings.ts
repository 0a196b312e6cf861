import { readPolicy, TraceError, type SpendPolicy } from '../shared/index';
import { changeSettings, POLICY } from './change-settings';
import { documentSettings } from './office';

/** What formulas of this workbook may spend without being asked: in the workbook itself, so that it holds for whoever opens it. */
export function readSpendPolicy(): SpendPolicy {
  return readPolicy(documentSettings()?.get(POLICY));
}

/** Resolves once Excel has taken it into the workbook. Throws `workbookRefused`; the policy is then as it was. */
export function writeSpendPolicy(policy: SpendPolicy): Promise<void> {
  return changePolicy(policy);
}

/** The workbook then has the policy of a new one. Throws `workbookRefused`. */
export function forgetSpendPolicy(): Promise<void> {
  return changePolicy(null);
}

async function changePolicy(policy: SpendPolicy | null): Promise<void> {
  const settings = documentSettings();
  if (settings === undefined) return;
  await changeSettings(
    settings,
    () => new Map([[POLICY, policy]]),
    (message) => new TraceError('workbookRefused', { message }),
  );
}
