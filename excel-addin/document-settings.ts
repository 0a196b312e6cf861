import { DEFAULT_POLICY, isLoose, readPolicy, stricterPolicy, type SpendPolicy, TraceError } from '../shared/formulas';
import { changeSettings, POLICY } from './change-settings';
import { POLICIES, readStored, writeStored } from './key-store';
import { documentSettings, documentUrl } from './office';

/** Choices of this person that the browser keeps, of as many workbooks. */
const MOST_POLICIES = 200;

/**
 * What formulas of this workbook may spend without asking. Kept in the workbook, so that it applies to everyone who
 * opens it, and never more than this person has chosen for it in this browser; the default where nothing was chosen.
 * Where Excel has lost it (https://github.com/OfficeDev/office-js/issues/6091), this person's choice alone counts.
 */
export function readSpendPolicy(): SpendPolicy {
  const settings = documentSettings();
  const own = readOwnWord();
  const policy = readPolicy(settings?.get(POLICY) ?? own);
  return settings?.isPersonal === true ? policy : stricterPolicy(policy, own);
}

/** This person's last choice for this workbook. A workbook that was never saved cannot be told from others. */
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
 * Resolves once Excel has put it into the workbook. Throws `workbookRefused`, also where the workbook was never saved
 * and the policy is looser than the default; the policy is then unchanged.
 */
export function writeSpendPolicy(policy: SpendPolicy): Promise<void> {
  return changePolicy(policy);
}

/** Resets the policy to that of a new workbook. Throws `workbookRefused`. */
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
    keepWords(url, policy !== null);
  }
}

/** Of the workbooks for which this person has chosen, the oldest one goes: its policy is then what it is for others. */
function keepWords(url: string, isChosen: boolean): void {
  const known = readStored(POLICIES)?.split('\n') ?? [];
  const others = known.filter((each) => each !== url && each !== '');
  const urls = isChosen ? [url, ...others] : others;
  for (const old of urls.slice(MOST_POLICIES)) writeStored(`trace.policy|${old}`, null);
  writeStored(POLICIES, urls.length === 0 ? null : urls.slice(0, MOST_POLICIES).join('\n'));
}
