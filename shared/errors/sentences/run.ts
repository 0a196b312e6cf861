import type { RunFacts } from '../codes';
import { count, thousands } from './count';
import { cut, type Sentences, short } from './words';

/** Sentences about an enrichment. */
export const RUN_SENTENCES: Sentences<RunFacts> = {
  selectionEmpty: () => 'Nothing is selected. Select a column of domains.',
  selectionTooWide: ({ columns }) => `${columns} columns are selected. Select the one with the domains.`,
  selectionTooLong: ({ rows }) => `${thousands(rows)} rows are selected, and the limit is 100,000. Select fewer rows.`,
  nothingChosen: ({ hasStatus }) =>
    hasStatus
      ? 'A status column needs another column. Add at least one.'
      : 'No column is chosen. Add at least one column.',
  overwriteUnconfirmed: () => 'This overwrites cells. Confirm it, or fill empty cells only.',
  capNeeded: ({ unknown }) =>
    `Set a limit: the partner count of ${count(unknown, 'company', 'companies')} is only known after paying.`,
  runCapReached: ({ credits }) =>
    `Limit reached: the next company may cost ${count(credits, 'credit', 'credits')}. Raise the limit and continue.`,
  accountChanged: () =>
    'The API key now belongs to another account. Resume to pay with it, or set the previous key first.',
  runElsewhere: () => 'Someone else is enriching this file. Wait until they are done, then retry.',
  runUnfinished: () => 'This file has an earlier enrichment. Undo, keep or discard it first.',
  recordDamaged: () =>
    'The undo record is damaged, so this enrichment cannot be resumed or undone. Discard it. Your cells stay as they are.',
  columnsGone: ({ column, is }) => `${nameColumn(column)} ${sayDoubt(is)}`,
  recordRefused: ({ message }) =>
    `Undo needs the sheet "Trace record", which Trace cannot add: ${short(message)}. Unprotect the file, or rename its sheet of that name, then start.`,
  sheetChanged: () => 'The sheet changed after Trace read it. Select the column again, then start.',
  rowsMoving: () => 'Rows keep moving while Trace fills them. Stop sorting and editing, then choose Resume.',
  runNotOwn: () =>
    'This enrichment began under another account or on another computer. Review the undo list, or set a new limit.',
  marksRefused: () =>
    "This file won't let Trace track columns. Copy the companies to a new file and enrich them there.",
  runUndone: () => 'This enrichment is partly undone and cannot continue. Undo the rest, or discard it.',
  runGone: () => 'This enrichment was undone or discarded elsewhere. Start a new one.',
  sheetGone: () => 'The sheet of this enrichment is missing. Restore it and resume, or discard the enrichment.',
  sheetFull: () => 'The file has no room for more cells. Delete empty rows or columns, then resume.',
  cellsProtected: () => 'These cells are protected. Ask for edit access, then retry.',
  cellsOfFormula: () => 'A formula fills these cells, so they are unchanged. Undo the enrichment and fill new columns.',
  fileBusy: () => 'Formulas keep this file busy. Wait for their answers, then retry.',
  workbookRefused: ({ message }) =>
    `The workbook did not let Trace do this: ${short(message)}. Wait a minute, then retry.`,
  reasonUnknown: () => 'The reason is no longer known. Retry the failed rows.',
};

/** The doubt may come from a record, which anyone may have written. */
function sayDoubt(is: unknown): string {
  if (is === 'gone') return 'is missing. Undo the change that removed it, then retry.';
  if (is === 'doubled') return 'exists twice, because it or its sheet was copied. Delete the copy, then retry.';
  return 'was renamed, or its cells were moved. Undo that change, then retry.';
}

function nameColumn(title: unknown): string {
  const text = typeof title === 'string' ? cut(title) : '';
  return text === '' ? 'A column of the enrichment' : `The column "${text}"`;
}
