import { toRetryText, toWaitingText, withoutPlace } from '../shared/panel';
import { toTraceError } from '../shared/formulas';
import { readStoredAccount } from './stored/account';
import { isConsentMissing, requireConsent } from './consent';
import { tellCopy } from './stored/copied-file';
import { freezeCells, reconnectFormulas as reconnect, restoreFormulas } from './freeze/freeze-cells';
import { isYes } from './is-yes';
import { retryProblems as retryCells } from './retry/retry-problems';
import { fetchWaiting as fetchCells, readSpending } from './messages/spending-messages';

/** Menu commands that do not need the panel. Each reports its result in a dialog. */

export function fetchWaiting(): void {
  say('Fetch waiting', () => {
    const status = readSpending();
    const { cells, credits, isLeast } = status.waiting;
    const waiting = toWaitingText(status);
    if (cells === 0) return waiting;
    if (status.isOthers === true) return `${waiting} Only the file's owner can fetch these.`;
    if (isLeast) return `${waiting} To set a limit, choose Extensions > Trace > Open Trace, then Activity.`;
    return isYes('Fetch waiting', `${waiting}\nFetch now?`) ? toRetryText(fetchCells(credits), false) : null;
  });
}

export function retryProblems(): void {
  say('Retry problems', () => toRetryText(retryCells(), false));
}

export function freezeSelection(): void {
  say('Freeze formulas', () => freezeCells('selection'));
}

export function freezeSheet(): void {
  say('Freeze formulas', () => freezeCells('sheet'));
}

export function freezeFile(): void {
  say('Freeze formulas', () => freezeCells('file'));
}

export function restoreFrozen(): void {
  say('Restore formulas', restoreFormulas);
}

export function reconnectFormulas(): void {
  say('Reconnect formulas', reconnect);
}

/**
 * Google enables the menu in a spreadsheet when a user chooses one of its items. It registers functions only if the
 * add-on is installed and used in the document, or bound to it, and does not tell scripts which of these is the case.
 */
export function useHere(): void {
  say('Use in this spreadsheet', () => {
    const next =
      readStoredAccount() === null
        ? 'Then set your Trace API key: Extensions > Trace > Open Trace.'
        : 'Then try =TRACE_TECH("stripe.com"). It costs up to 1 credit.';
    const said = [
      'The Trace menu and panel work in this spreadsheet now, for everyone who opens it.',
      'For formulas, reload the page and type =TRACE_FIELDS() in a cell. It is free.',
      next,
      'If a cell shows #NAME?, choose Extensions > Add-ons > Manage add-ons, then Use in this document beside Trace, and reload.',
      'In a test deployment, formulas always show #NAME?.',
      tellCopy(),
    ];
    return said.filter((line) => line !== null).join('\n');
  });
}

const HELP = [
  'Type =TRACE_TECH(A2) beside a domain to see its technologies. =TRACE_FIELDS() lists all fields.',
  'One formula for a whole column is fastest: =TRACE_TECH(A2:A500).',
  'A cell that begins with #TRACE: says what to do. Then choose Retry problems.',
  'Technologies and facts: 1 credit a company, then free for 30 days. Each partner: 1 credit. =TRACE_COST(A2:A500) shows the price first, free.',
  'To set your key and limits, choose Open Trace, then Settings.',
].join('\n\n');

export function openHelp(): void {
  say('Help', () => HELP);
}

/** @param act returns what it did, in words; `null`: the user knows already */
function say(title: string, act: () => string | null): void {
  const ui = SpreadsheetApp.getUi();
  requireConsent();
  const said = attempt(act);
  if (said !== null) ui.alert(title, said, ui.ButtonSet.OK);
}

function attempt(act: () => string | null): string | null {
  try {
    return act();
  } catch (thrown) {
    // Only Google can ask for a permission.
    if (isConsentMissing(thrown)) throw thrown;
    return withoutPlace(toTraceError(thrown).message);
  }
}
