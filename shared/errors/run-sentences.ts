import { maskKeysIn } from './mask-keys';
import type { ErrorCode, ErrorFacts } from './trace-error';
import type { Row } from './sentences';

/** What is said of a run over a column. */
export const RUN_SENTENCES: { readonly [C in RunErrorCode]: Row<C> } = {
  selectionEmpty: { kind: 'value', say: () => 'Nothing is selected. Select a column of domains.' },
  selectionTooWide: {
    kind: 'value',
    say: ({ columns }) => `${columns} columns are selected. Select the one with the domains.`,
  },
  selectionTooLong: {
    kind: 'value',
    say: ({ rows }) => `${thousands(rows)} rows are more than one run takes. Select at most 100,000.`,
  },
  nothingChosen: { kind: 'value', say: () => 'Nothing is chosen to be added. Choose at least one column.' },
  overwriteUnconfirmed: {
    kind: 'value',
    say: () => 'Cells would be overwritten. Confirm it, or fill empty cells only.',
  },
  capNeeded: {
    kind: 'value',
    say: ({ unknown }) =>
      `How many partners ${thousands(unknown)} companies have is unknown, and each costs a credit. Set a limit for this run.`,
  },
  accountChanged: {
    kind: 'notAvailable',
    say: () =>
      "The key is now one of another account, and the run's price was not for that. Resume to go on at its cost, or set the old key first.",
  },
  runElsewhere: {
    kind: 'notAvailable',
    say: () => 'Someone else is running Trace in this file. Wait until that run is done.',
  },
  runUnfinished: {
    kind: 'notAvailable',
    say: () => 'An earlier run is unfinished. Resume, undo or discard it first.',
  },
  journalDamaged: {
    kind: 'notAvailable',
    say: () => "The run's journal is damaged: it cannot be resumed or undone. The sheet is as it is. Discard it.",
  },
  journalFull: {
    kind: 'notAvailable',
    say: () => 'This file has no room for the journal of the run. Select fewer rows or columns.',
  },
  columnsGone: {
    kind: 'notAvailable',
    say: () =>
      'The columns of the run cannot be told for certain: one was deleted, copied or renamed. Undo that, then try again.',
  },
  runUndone: {
    kind: 'notAvailable',
    say: () => 'This run was undone in part, so it cannot go on. Undo the rest of it, or discard it.',
  },
  cellsOfFormula: {
    kind: 'notAvailable',
    say: () => 'A formula fills these cells, so they were left as they were. Undo the run and fill new columns.',
  },
  fileBusy: {
    kind: 'notAvailable',
    say: () => 'Formulas keep this file busy. Wait until they show their answers, then try again.',
  },
  workbookRefused: {
    kind: 'notAvailable',
    say: ({ message }) => `The workbook did not let Trace work on it: ${short(message)}. Try again.`,
  },
  journalRefused: {
    kind: 'notAvailable',
    say: ({ message }) =>
      `The run's journal could not be kept in this workbook: ${short(message)}. Nothing was written since. Try again.`,
  },
};

/** What a run says instead of a sentence that tells what to do with a formula. */
export const RUN_WORDS: { readonly [C in ErrorCode]?: (facts: ErrorFacts[C]) => string } = {
  outOfTime: () => 'Trace took too long, so this is not fetched yet. Resume or retry; what was fetched is kept.',
  routeMissing: ({ operation }) => `Trace does not offer this yet (${operation}). Leave its column out.`,
  requestRefused: ({ status, message }) =>
    `Trace refused the request (HTTP ${status})${message === '' ? '' : `: ${short(message)}`}. Check what was typed for the columns, then retry.`,
  sheetRefused: ({ message }) =>
    `Google Sheets did not let Trace write: ${short(message)}. What is written stays. Ask for the right to edit these cells, then resume.`,
  leftOut: () => 'The answer from Trace left this row out. Retry the failed rows.',
};

type RunErrorCode =
  | 'selectionEmpty'
  | 'selectionTooWide'
  | 'selectionTooLong'
  | 'nothingChosen'
  | 'overwriteUnconfirmed'
  | 'capNeeded'
  | 'accountChanged'
  | 'runElsewhere'
  | 'runUnfinished'
  | 'journalDamaged'
  | 'journalFull'
  | 'columnsGone'
  | 'cellsOfFormula'
  | 'fileBusy'
  | 'runUndone'
  | 'workbookRefused'
  | 'journalRefused';

/** A host's own words, as far as a sentence has room for them. */
function short(message: string): string {
  return maskKeysIn(message)
    .replace(/[.\s]+$/, '')
    .slice(0, 120);
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
