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
    `Google refuses this many requests at once. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`,
  hostQuota: () =>
    `Google's daily limit for requests is reached. Trace has no such limit. Choose Retry problems tomorrow${ON_A_COMPUTER}.`,
  scriptFailed: ({ said }) => maskKeysIn(said),
  scriptNotRun: () => 'Google did not run this. Retry. If you use several Google accounts, sign in to only one.',
  scriptBusy: () => 'Google is busy with the formulas of this file. Retry when they are done.',
  scriptSilent: () =>
    'Google did not answer in time, but may still finish. To check, choose Extensions > Trace > Open Trace.',
  panelOutdated: () => 'Trace was updated. Close the panel, then choose Extensions > Trace > Open Trace.',
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${cut(firstSentence(message))}. No formula is lost. Ask for edit access, then retry.`,
  storeRefused: ({ message }) =>
    `Google could not read or save Trace's settings: ${cut(firstSentence(message))}. Wait a minute, then choose Retry problems${ON_A_COMPUTER}.`,
  storeQuota: () =>
    `Google's daily limit for reading settings is reached. Saved answers still show. Choose Retry problems tomorrow${ON_A_COMPUTER}.`,
  consentMissing: () =>
    `Trace needs every permission that Google asks for. Choose Extensions > Trace > Open Trace${ON_A_COMPUTER}, then select them all.`,
  outOfTime: () => `Out of time. Choose Retry problems${ON_A_COMPUTER} to continue. Fetched rows are kept.`,
  cancelled: () => 'The calculation was canceled. Recalculate the cell.',
  internal: ({ detail }) =>
    `Something went wrong (${cut(detail)}). In the Trace panel${ON_A_COMPUTER}, open Settings > Maintenance > Diagnose and copy the details.`,
};
