import type { ErrorCode, ErrorFacts } from './codes';
import { count } from './count-in-panel';
import { short } from './sentences/words';

/** Replaces sentences that are written for a formula in a cell. */
export type OtherWords = { readonly [C in ErrorCode]?: (facts: ErrorFacts[C]) => string };

/** If no cell shows the problem, *Retry problems* has nothing to find. */
const OF_PANEL: OtherWords = {
  offline: () => 'You are offline. Connect to the internet, then retry.',
  addressBlocked: () =>
    'Your administrator does not let Google reach Trace. Ask them to allow https://api.tracedata.ai/, then retry.',
  hostBusy: () => 'Google refuses this many requests at once. Wait a minute, then retry.',
  hostQuota: () => "Google's daily limit for requests is reached. Trace has no such limit. Retry tomorrow.",
  storeRefused: ({ message }) =>
    `Google could not read or save Trace's settings: ${short(message)}. Wait a minute, then retry.`,
  storeQuota: () => "Google's daily limit for reading settings is reached. Saved answers still show. Retry tomorrow.",
  limitNotKept: () =>
    'Not fetched: spending cannot be saved right now, so the limit allows nothing. Wait a minute, then retry.',
  rateLimited: ({ waitSeconds }) =>
    waitSeconds === null
      ? 'Trace gets too many requests from this key. Wait a minute, then retry.'
      : `Trace gets too many requests from this key. Wait ${count(waitSeconds, 'second', 'seconds')}, then retry.`,
  serviceFailed: ({ status }) => `Trace has a problem (HTTP ${status}). Wait a few minutes, then retry.`,
  routeMissing: () => "Trace doesn't support this yet. Choose Settings > Maintenance > Diagnose for details.",
  unreachable: () => 'Trace could not be reached. Check your connection, then retry.',
  timedOut: () => 'Trace took too long. Wait a minute, then retry.',
  unreadable: () => 'The answer from Trace could not be read. Wait a minute, then retry.',
  internal: ({ detail }) =>
    `Something went wrong (${short(detail)}). Open Settings > Maintenance > Diagnose and copy the details.`,
};

/** An enrichment has columns and rows to retry, and continues where it stopped. */
export const RUN_WORDS: OtherWords = {
  ...OF_PANEL,
  addressBlocked: () =>
    'Your administrator does not let Google reach Trace. Ask them to allow https://api.tracedata.ai/, then choose Resume.',
  hostBusy: () => 'Google refuses this many requests at once. Wait a minute, then choose Resume.',
  noKey: () => 'No API key. Paste yours in Settings.',
  outOfTime: () => 'Out of time. Resume or retry to continue. Fetched rows are kept.',
  routeMissing: () => "Trace doesn't support this column yet. Remove it, then start.",
  requestRefused: ({ status, message }) =>
    `Trace refused the request (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Check the columns you chose, then retry.`,
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${short(message)}. Filled cells stay. Ask for edit access, then resume.`,
  offline: () => 'You are offline. Connect to the internet, then choose Resume.',
  leftOut: () => 'Trace answered without this row. Retry the failed rows.',
};

/** An action has no arguments to check and no cell to recalculate. */
export const ACTION_WORDS: OtherWords = {
  ...OF_PANEL,
  noKey: () => 'No API key. Paste yours in Settings.',
  jobUnknown: ({ jobId }) =>
    `Trace no longer knows job ${short(jobId)}: it expired, or another account started it. Start a new rescan.`,
  outOfTime: () => 'Trace took too long. Wait a minute, then retry.',
  requestRefused: ({ status, message }) =>
    `Trace refused this (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Correct your entry.`,
};

/** The key section must not send users to the panel, which it is part of. */
export const KEY_WORDS: OtherWords = {
  ...OF_PANEL,
  keyRefused: () =>
    'Trace refused the API key: it is wrong, revoked or expired. Copy yours at app.tracedata.ai, under Settings > API Key.',
  keyHasNoOrganization: () =>
    'The API key has no organization. Make a new key at app.tracedata.ai, then paste it here.',
};
