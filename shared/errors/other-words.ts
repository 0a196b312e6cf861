import type { ErrorCode, ErrorFacts } from './codes';
import { short } from './sentences/words';

/** Replaces sentences that are written for a formula in a cell. */
export type OtherWords = { readonly [C in ErrorCode]?: (facts: ErrorFacts[C]) => string };

/** If no cell shows the problem, *Retry problems* has nothing to find. */
const OF_GOOGLE: OtherWords = {
  addressBlocked: () =>
    'Your administrator does not let Google reach Trace. Ask them to allow https://api.tracedata.ai/, then try again.',
  hostBusy: () => 'Google refuses so many requests at a time. Wait a minute, then try again.',
};

/** An enrichment has columns and rows to retry, and continues where it stopped. */
export const RUN_WORDS: OtherWords = {
  addressBlocked: () =>
    'Your administrator does not let Google reach Trace. Ask them to allow https://api.tracedata.ai/, then choose Resume.',
  hostBusy: () => 'Google refuses so many requests at a time. Wait a minute, then choose Resume.',
  noKey: () => 'No API key. Paste yours in Settings.',
  outOfTime: () => 'Trace took too long, so this is not fetched yet. Resume or retry. Fetched rows are kept.',
  routeMissing: ({ operation }) => `Trace does not offer this yet (${operation}). Remove its column.`,
  requestRefused: ({ status, message }) =>
    `Trace refused the request (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Check the columns you chose, then retry.`,
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${short(message)}. Filled cells stay. Ask for edit access, then resume.`,
  leftOut: () => 'Trace answered without this row. Retry the failed rows.',
};

/** An action has no arguments to check and no cell to recalculate. */
export const ACTION_WORDS: OtherWords = {
  ...OF_GOOGLE,
  noKey: () => 'No API key. Paste yours in Settings.',
  jobUnknown: ({ jobId }) => `Trace no longer knows job ${short(jobId)}: it expired, or another account started it.`,
  outOfTime: () => 'Trace took too long to answer. Try again in a minute.',
  requestRefused: ({ status, message }) =>
    `Trace refused this (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Correct your entry, then try again.`,
};

/** The key section must not send users to the panel, which it is part of. */
export const KEY_WORDS: OtherWords = {
  ...OF_GOOGLE,
  keyRefused: () =>
    'Trace refused the API key: it is wrong, revoked or expired. Copy it again from Trace > Settings > API Key.',
  keyHasNoOrganization: () =>
    'The API key has no organization. Make a new key under Trace > Settings, then paste it here.',
};
