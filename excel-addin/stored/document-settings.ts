import { DEFAULT_POLICY, readPolicy, stricterPolicy, type SpendPolicy, TraceError } from '../../shared/formulas';
import { changeSettings, POLICY } from './change-settings';
import { POLICIES, readStored, writeStored } from './key-store';
import { documentSettings, documentUrl } from '../office';

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

/**
 * This person's last choice for this workbook. Excel tells no address of one that was never saved, nor, to guests on the
 * web, of any (https://github.com/OfficeDev/office-js/issues/3204): their choice holds as long as the page, which is of
 * this workbook alone.
 */
function readOwnWord(): SpendPolicy {
  try {
    const word = readStored(`trace.policy|${documentUrl()}`) ?? readStored('trace.policy|');
    return readPolicy(JSON.parse(word ?? 'null'));
  } catch {
    return DEFAULT_POLICY;
  }
}

/** Resolves once Excel has put it into the workbook. Throws `workbookRefused`; the policy is then unchanged. */
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

/** Of the workbooks for which this person has chosen, the oldest one goes: its policy is then what it is for others. */
function keepWords(url: string, isChosen: boolean): void {
  const known = readStored(POLICIES)?.split('\n') ?? [];
  const others = known.filter((each) => each !== url && each !== '');
  const urls = isChosen ? [url, ...others] : others;
  for (const old of urls.slice(MOST_POLICIES)) writeStored(`trace.policy|${old}`, null);
  writeStored(POLICIES, urls.length === 0 ? null : urls.slice(0, MOST_POLICIES).join('\n'));
}
