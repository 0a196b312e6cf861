import type { RunFacts } from '../codes';
import { countOf, type Sentences, short, thousands } from './words';

/** Sentences about an enrichment. */
export const RUN_SENTENCES: Sentences<RunFacts> = {
  selectionEmpty: () => 'Nothing is selected. Select a column of domains.',
  selectionTooWide: ({ columns }) => `${columns} columns are selected. Select the one with the domains.`,
  selectionTooLong: ({ rows }) => `${thousands(rows)} rows are more than one run takes. Select at most 100,000.`,
  nothingChosen: () => 'Nothing is chosen to be added. Choose at least one column.',
  overwriteUnconfirmed: () => 'Cells would be overwritten. Confirm it, or fill empty cells only.',
  capNeeded: ({ unknown }) =>
    `How many partners ${thousands(unknown)} companies have is unknown, and each costs a credit. Set a limit for this run.`,
  runCapReached: ({ credits }) =>
    `The run's limit is reached: the next company may cost ${countOf(credits, 'credit')}. Raise the limit and resume.`,
  accountChanged: () =>
    "The key is now one of another account, and the run's price was not for that. Resume to go on at its cost, or set the old key first.",
  runElsewhere: () => 'Someone else is running Trace in this file. Wait until that run is done.',
  runUnfinished: () => 'An earlier run is unfinished. Resume, undo or discard it first.',
  journalDamaged: () =>
    "The run's journal is damaged: it cannot be resumed or undone. The sheet is as it is. Discard it.",
  journalFull: () => 'This file has no room for the journal of the run. Select fewer rows or columns.',
  columnsGone: ({ column, is }) => `${nameColumn(column)} ${sayDoubt(is)}`,
  lookStale: () => 'The sheet has changed since Trace looked at it. Look again, then start.',
  runNotOwn: () =>
    'Someone else began this enrichment, or it was begun on another computer. Look at what undo would change, or ask for a new price.',
  undoListStale: () => 'The cells changed after they were listed. Check the new list, then confirm again.',
  marksRefused: ({ row }) =>
    row === null
      ? 'Trace cannot mark columns in this file. Add a row of titles above the companies, then look again.'
      : `Trace cannot mark columns in this file. Keep the titles in row ${thousands(row)} until the enrichment is done.`,
  runUndone: () => 'This run was undone in part, so it cannot go on. Undo the rest of it, or discard it.',
  sheetGone: () => 'The sheet of the run is gone. Restore it and resume, or discard the run.',
  sheetFull: () => 'The file has no room for more cells. Delete empty rows or columns, then resume.',
  cellsProtected: () => 'These cells are protected. Ask for the right to edit them, then retry.',
  cellsOfFormula: () =>
    'A formula fills these cells, so they were left as they were. Undo the run and fill new columns.',
  fileBusy: () => 'Formulas keep this file busy. Wait until they show their answers, then try again.',
  workbookRefused: ({ message }) => `The workbook did not let Trace work on it: ${short(message)}. Try again.`,
  journalRefused: ({ message }) =>
    `The run's journal could not be kept in this workbook: ${short(message)}. Nothing was written since. Try again.`,
};

/** From a journal, which anybody may have written. */
function sayDoubt(is: unknown): string {
  if (is === 'gone') return 'was deleted, or Trace can no longer find it. Undo what removed it, then try again.';
  if (is === 'doubled') return 'is there twice, because it or its sheet was copied. Delete the copy, then try again.';
  return 'is not as the run left it: it was renamed, or its cells were moved. Undo that, then try again.';
}

function nameColumn(title: unknown): string {
  const text = typeof title === 'string' ? title.slice(0, 60) : '';
  return text === '' ? 'A column of the run' : `The column "${text}"`;
}
