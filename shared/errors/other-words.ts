import type { ErrorCode, ErrorFacts } from './codes';
import { short } from './sentences/words';

/** Replaces sentences that are written for a formula in a cell. */
export type OtherWords = { readonly [C in ErrorCode]?: (facts: ErrorFacts[C]) => string };

/** A run has columns and rows to retry, and continues where it was. */
export const RUN_WORDS: OtherWords = {
  outOfTime: () => 'Trace took too long, so this is not fetched yet. Resume or retry; what was fetched is kept.',
  routeMissing: ({ operation }) => `Trace does not offer this yet (${operation}). Leave its column out.`,
  requestRefused: ({ status, message }) =>
    `Trace refused the request (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Check what was typed for the columns, then retry.`,
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${short(message)}. What is written stays. Ask for the right to edit these cells, then resume.`,
  leftOut: () => 'The answer from Trace left this row out. Retry the failed rows.',
};

/** An action has no arguments to check and no cell to enter again. */
export const ACTION_WORDS: OtherWords = {
  outOfTime: () => 'Trace took too long to answer. Ask again in a minute.',
  requestRefused: ({ status, message }) =>
    `Trace refused this (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Correct what was given, then try again.`,
};

/** The key section must not send people to the panel, which it is part of. */
export const KEY_WORDS: OtherWords = {
  keyRefused: () =>
    'Trace refused the API key: it is wrong, revoked or expired. Copy it again from Trace > Settings > API Key.',
  keyHasNoOrganization: () =>
    'The API key belongs to no organization. Make a new key under Trace > Settings and paste it here.',
  unreachable: () => 'Trace could not be reached. Check the connection, then press Test.',
  timedOut: () => 'Trace took too long to answer. Press Test in a minute.',
};
