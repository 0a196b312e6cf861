import type { HostFacts } from '../codes';
import { maskKeysIn } from '../mask-keys';
import { cut, firstSentence, type Sentences } from './words';

/** Sentences about the host. */
export const HOST_SENTENCES: Sentences<HostFacts> = {
  hostMissing: () => 'There is no spreadsheet here. Open Trace inside Excel, or in the web workbook.',
  hostQuota: () =>
    "Google's daily limit for requests from spreadsheets is used up. It is Google's limit, not Trace's; it resets within 24 hours.",
  scriptFailed: ({ said }) => maskKeysIn(said),
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${cut(firstSentence(message))}. No formula is lost. Ask for the right to edit these cells, then retry.`,
  storeRefused: ({ message }) =>
    `Google could not read or keep Trace's settings: ${cut(firstSentence(message))}. Try again in a minute.`,
  consentMissing: () =>
    'Google has not been told to allow Trace all that it needs. Choose Extensions > Trace > Open Trace again, and tick every permission.',
  outOfTime: () =>
    'not fetched yet: Google gives one formula 30 seconds. Enter the formula again to go on; rows already fetched are kept.',
  cancelled: () => 'The calculation was cancelled. Recalculate the cell to ask again.',
  internal: ({ detail }) => `Something in this add-on went wrong (${cut(detail)}). Please report it to Trace support.`,
};
