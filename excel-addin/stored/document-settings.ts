import { DEFAULT_POLICY, readPolicy, stricterPolicy, type SpendPolicy, TraceError } from '../../shared/formulas';
import { changeSettings, POLICY } from './change-settings';
import { POLICIES, readStored, writeStored } from './key-store';
import { documentSettings, documentUrl } from '../office';

/** Maximum number of workbooks with a stored policy. */
const MOST_POLICIES = 200;

/**
 * What formulas of this workbook may spend without asking. Stored in the workbook, so that it applies to everyone who
 * opens it, and never more than this user has chosen for it in this browser; the default if nothing was chosen. If
 * Excel has lost it (https://github.com/OfficeDev/office-js/issues/6091), only this user's choice counts.
 */
export function readSpendPolicy(): SpendPolicy {
  const settings = documentSettings();
  const own = readOwnWord();
  const policy = readPolicy(settings?.get(POLICY) ?? own);
  return settings?.isPersonal === true ? policy : stricterPolicy(policy, own);
}

/**
 * This user's last choice for this workbook. Excel reports no address for a workbook that was never saved, nor, to
 * guests on the web, for any (https://github.com/OfficeDev/office-js/issues/3204): their choice lasts as long as the
 * page, which belongs to this workbook alone.
 */
function readOwnWord(): SpendPolicy {
  try {
    const word = readStored(`trace.policy|${documentUrl()}`) ?? readStored('trace.policy|');
    return readPolicy(JSON.parse(word ?? 'null'));
  } catch {
    return DEFAULT_POLICY;
  }
}

/** Resolves once Excel has stored it in the workbook. Throws `workbookRefused`; the policy is then unchanged. */
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
  await changeSettings(
    settings,
    () => new Map([[POLICY, policy]]),
    (message) => new TraceError('workbookRefused', { message }),
  );
  if (settings.isPersonal === true) return;
  const url = documentUrl();
  writeStored('trace.policy|', null);
  writeStored(`trace.policy|${url}`, policy === null ? null : JSON.stringify(policy));
  if (url !== '') keepWords(url, policy !== null);
}

/**
 * Keeps the list of workbooks with a choice of this user. The oldest one is dropped: its policy then counts as for
 * other users.
 */
function keepWords(url: string, isChosen: boolean): void {
  const known = readStored(POLICIES)?.split('\n') ?? [];
  const others = known.filter((each) => each !== url && each !== '');
  const urls = isChosen ? [url, ...others] : others;
  for (const old of urls.slice(MOST_POLICIES)) writeStored(`trace.policy|${old}`, null);
  writeStored(POLICIES, urls.length === 0 ? null : urls.slice(0, MOST_POLICIES).join('\n'));
}
