import { readPolicy, TraceError, type SpendPolicy } from '../shared/index';
import { documentSettings, type DocumentSettings, type SettingsResult } from './office';

/** In the workbook itself, so that it holds for whoever opens it. */
const POLICY = 'trace.spendPolicy';

/** What formulas of this workbook may spend without being asked. */
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
    new Map([[POLICY, policy]]),
    (message) => new TraceError('workbookRefused', { message }),
  );
}

/**
 * Sets, or with `null` removes, all of them or none: Excel keeps everything that was set in one call, and what it did not
 * keep is set back.
 */
export async function changeSettings(
  settings: DocumentSettings,
  changes: ReadonlyMap<string, unknown>,
  toError: (message: string) => TraceError,
): Promise<void> {
  const before = new Map([...changes.keys()].map((name) => [name, settings.get(name)]));
  setAll(settings, changes);
  try {
    await callExcel((done) => settings.saveAsync(done), toError);
  } catch (thrown) {
    setAll(settings, before);
    throw thrown;
  }
}

/** Rejects where Excel says that it has failed. @param toError is given Excel's own words */
export function callExcel(
  ask: (done: (result?: SettingsResult) => void) => void,
  toError: (message: string) => TraceError,
): Promise<void> {
  return new Promise((resolve, reject) => {
    ask((result) => {
      if (result?.status !== 'failed') resolve();
      else reject(toError(result.error?.message ?? 'Excel does not say why'));
    });
  });
}

function setAll(settings: DocumentSettings, values: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of values) {
    if (value === null || value === undefined) settings.remove(name);
    else settings.set(name, value);
  }
}
