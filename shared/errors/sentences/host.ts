import type { HostFacts } from '../codes';
import { maskKeysIn } from '../mask-keys';
import { ON_A_COMPUTER } from './place';
import { cut, firstSentence, type Sentences } from './words';

/** Sentences about the host. */
export const HOST_SENTENCES: Sentences<HostFacts> = {
  hostMissing: () => 'There is no spreadsheet here. Open Trace in Excel or in the web workbook.',
  addressBlocked: () =>
    `Your administrator does not let Google reach Trace. Ask them to allow https://api.tracedata.ai/, then choose Retry problems${ON_A_COMPUTER}.`,
  hostBusy: () =>
    `Google refuses so many requests at a time. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`,
  hostQuota: () =>
    "Google's daily limit for requests is reached. It is Google's limit, not Trace's. Wait until tomorrow.",
  scriptFailed: ({ said }) => maskKeysIn(said),
  scriptNotRun: () =>
    'Google did not run this. Try again. If you use several Google accounts, open the spreadsheet with only one signed in.',
  scriptBusy: () => 'Google is busy with the formulas of this file. Try again when they are done.',
  scriptSilent: () => 'Google did not answer in time, but may still finish. Open Trace again from the menu to check.',
  panelOutdated: () => 'Trace was updated. Open the panel again.',
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${cut(firstSentence(message))}. No formula is lost. Ask for edit access, then retry.`,
  storeRefused: ({ message }) =>
    `Google could not read or save Trace's settings: ${cut(firstSentence(message))}. Try again in a minute.`,
  storeQuota: () =>
    "Google's daily limit for reading settings is reached. Saved answers still show. Wait until tomorrow for others.",
  consentMissing: () =>
    `Trace needs every permission that Google asks for. Choose Extensions > Trace > Open Trace${ON_A_COMPUTER}, then select them all.`,
  outOfTime: () => 'Not fetched in time. Enter the formula again to continue. Fetched rows are kept.',
  cancelled: () => 'The calculation was canceled. Recalculate the cell to try again.',
  internal: ({ detail }) => `Something went wrong in Trace (${cut(detail)}). Report it to Trace support.`,
};
