import { believedPolicy, DEFAULT_POLICY, isLoose, readPolicy, type SpendPolicy, TraceError } from '../shared/formulas';
import { changeSettings, POLICY } from './change-settings';
import { readStored, writeStored } from './key-store';
import { documentSettings, documentUrl } from './office';

/**
 * What formulas of this workbook may spend without being asked: in the workbook itself, so that it holds for whoever opens it,
 * and of more than is usual in this browser too.
 */
export function readSpendPolicy(): SpendPolicy {
  const settings = documentSettings();
  const policy = readPolicy(settings?.get(POLICY));
  return settings?.isPersonal === true ? policy : believedPolicy(policy, readOwnWord());
}

/** What this person chose last for this workbook. One that is kept nowhere yet cannot be told from others. */
function readOwnWord(): SpendPolicy {
  const url = documentUrl();
  if (url === '') return DEFAULT_POLICY;
  try {
    return readPolicy(JSON.parse(readStored(`trace.policy|${url}`) ?? 'null'));
  } catch {
    return DEFAULT_POLICY;
  }
}

/**
 * Resolves once Excel has taken it into the workbook. Throws `workbookRefused`, also where the workbook is kept nowhere yet
 * and more than usual is to be spent; the policy is then as it was.
 */
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
  const url = documentUrl();
  if (policy !== null && isLoose(policy) && url === '' && settings.isPersonal !== true) {
    throw new TraceError('workbookRefused', { message: 'save the workbook first' });
  }
  await changeSettings(
    settings,
    () => new Map([[POLICY, policy]]),
    (message) => new TraceError('workbookRefused', { message }),
  );
  if (settings.isPersonal !== true && url !== '') {
    writeStored(`trace.policy|${url}`, policy === null ? null : JSON.stringify(policy));
  }
}
