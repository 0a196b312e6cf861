import type { Problems } from './problem';

/** What the panel was asked for and could not do. */
export const PANEL_PROBLEMS = {
  actionMalformed: {
    title: 'The entry is not valid',
    facts: { expected: 'a list of domains' },
    when: 'A field of the panel is empty or has a value that does not fit. Nothing was sent.',
    next: ['Correct the field, then press the button again.'],
  },
  companyUnknown: {
    title: 'Trace does not track this company',
    facts: { identifier: 'nobody.example' },
    when: 'The action is about a company that Trace does not track.',
    next: ['Check the spelling of the domain.'],
  },
  flagTooLong: {
    title: 'The description is too long',
    facts: { length: 2_400, limit: 2_000 },
    when: 'A report can have up to 2,000 characters. Nothing was sent.',
    next: ['Shorten the description.'],
  },
  listAccessDenied: {
    title: 'You can only view this list',
    facts: {},
    when: 'The list belongs to somebody else, and you can only view it.',
    next: ['Ask its owner for edit access, or make your own list.'],
  },
  samplesNotSaved: {
    title: 'The sample answers could not be saved',
    facts: {},
    when: 'The practice sheet and the self-test show sample answers, which are saved first, so that their formulas ask nothing of Trace. No sheet was added.',
    next: ['Try again in a minute.'],
  },
  selectionEmpty: {
    title: 'Nothing is selected',
    facts: {},
    when: 'The selected cells are all blank.',
    next: ['Select the column with the domains, then press Read the selection again.'],
  },
  selectionTooWide: {
    title: 'More than one column is selected',
    facts: { columns: 2 },
    when: 'An enrichment reads its companies from one column.',
    next: ['Select the one column with domains, URLs or email addresses.'],
  },
  selectionTooLong: {
    title: 'Too many rows for one enrichment',
    facts: { rows: 120_000 },
    when: 'An enrichment can have up to 100,000 rows.',
    next: ['Enrich a part of the rows, then the next part.'],
  },
  nothingChosen: {
    title: 'No columns chosen',
    facts: { hasStatus: false },
    when: 'An enrichment needs at least one column.',
    next: ['Choose a preset, or fields of companies, technologies or partners.'],
  },
  overwriteUnconfirmed: {
    title: 'Overwriting is not confirmed',
    facts: {},
    when: 'The enrichment replaces values in its columns, and you did not confirm it.',
    next: ['Select the box, or fill empty cells only. You can undo it either way.'],
  },
  capNeeded: {
    title: 'A limit is needed',
    facts: { unknown: 120 },
    when: 'Each partner may cost a credit, and the number of partners is only known after paying.',
    next: ['Set the most credits that this enrichment may spend.'],
  },
  runCapReached: {
    title: "The enrichment's limit is reached",
    facts: { credits: 1 },
    when: 'The next companies cost more than the rest of the limit. Filled rows are in the sheet.',
    next: ['Raise the limit and press Resume, or stop here.'],
  },
  accountChanged: {
    title: 'The account changed',
    facts: {},
    when: 'During the enrichment, a key of another account replaced its API key. Nothing was spent with the new key. Filled rows are in the sheet.',
    next: [
      'Press Resume to continue with the new account. It pays again for companies that only the old account paid for.',
      'Or set the old key as another account in the Trace panel, and press Resume.',
    ],
  },
  runElsewhere: {
    title: 'Another enrichment is working in this file',
    facts: {},
    when: 'Only one enrichment can work in a file at a time. After a lost connection, the file stays locked for a few minutes.',
    next: ['Wait until the other enrichment is done, or for five minutes.'],
  },
  runUnfinished: {
    title: 'An earlier enrichment is not finished',
    facts: {},
    when: 'The file has an enrichment that was stopped or interrupted.',
    next: ['Resume, undo or discard it. Then start the new one.'],
  },
  journalDamaged: {
    title: 'The record of an enrichment is damaged',
    facts: {},
    when: 'Trace cannot read the record of an enrichment. The sheet stays as it is.',
    next: ['Discard it. A new enrichment that fills only empty cells pays for nothing twice.'],
  },
  journalFull: {
    title: 'No room for the undo record',
    facts: { rows: 41_000 },
    when: 'Without an undo record, nobody can resume or undo an enrichment. So it does not start.',
    next: ['Select no more rows than it says, or add fewer columns at a time. Enrich the other rows afterwards.'],
  },
  columnsGone: {
    title: "The enrichment's columns are not clear",
    facts: { column: 'Industry', is: 'doubled' },
    when: 'A column of the enrichment was deleted, copied, renamed or moved. Trace does not touch a column that may be your own.',
    next: [
      'Undo the change of the column in the spreadsheet. Or delete the copy of the column or sheet, or restore the title.',
      'Press Resume, or undo again. If you do not want the column back, discard the enrichment.',
    ],
  },
  runNotOwn: {
    title: "Someone else's enrichment",
    facts: {},
    when: 'This browser does not recognize the enrichment as yours. Somebody else started it, or you did with another computer or account. Or its record was changed. Trace writes and spends nothing without your approval.',
    next: [
      'Open the list of changes, check it, and confirm the undo.',
      'Or ask for a new price for the rows that are left, with your own key and limit.',
    ],
  },
  undoListStale: {
    title: 'The cells changed after you saw the list',
    facts: {},
    when: 'After you saw the list, a cell, a row or the record of the enrichment changed. Nothing is written.',
    next: ['Check the new list and confirm it.'],
  },
  marksRefused: {
    title: 'Trace cannot mark the columns',
    facts: { row: 1 },
    when: 'Trace puts hidden marks on its columns to find them again. This file or this version of Excel refuses them, so only titles tell the columns. Nothing is paid or written yet.',
    next: [
      'Press Enrich by titles, and do not change the titles until you are done.',
      'Without a row of titles, add one above the companies and read the selection again.',
    ],
  },
  runUndone: {
    title: 'The enrichment is partly undone',
    facts: {},
    when: 'An undo could not restore everything, because rows or columns are missing.',
    next: ['Restore the missing rows or columns and press Try again, or discard the enrichment.'],
  },
  lookStale: {
    title: 'The sheet changed after Trace read it',
    facts: {},
    when: 'Rows were inserted, deleted, sorted or edited after the panel read the selection. Nothing is written or paid.',
    next: ['Press Look again, check the selection, and start.'],
  },
  sheetGone: {
    title: 'The sheet is gone',
    facts: {},
    when: "The enrichment's sheet is not in the file any more. In a reopened Excel file, its name or its companies may be different.",
    next: ['Restore the sheet or its earlier name, and press Resume.', 'Or discard the enrichment.'],
  },
  sheetFull: {
    title: 'The file is full',
    facts: {},
    when: 'A spreadsheet has a limit of cells, rows and columns.',
    next: ['Delete empty rows and columns.', 'Press Resume.'],
  },
  cellsProtected: {
    title: 'Cells are protected',
    facts: {},
    when: 'Some cells of the enrichment are protected, and you cannot edit them.',
    next: ['Ask the owner of the file for edit access.', 'Press Retry.'],
  },
  cellsOfFormula: {
    title: 'A formula fills the cells',
    facts: {},
    when: 'A formula such as QUERY or FILTER fills these cells. Values from Trace leave it no room, so Trace removes them again. The answers are saved.',
    next: ['Undo or discard the enrichment.', 'Fill new columns, or remove the formula first.'],
  },
  fileBusy: {
    title: 'Formulas keep the file busy',
    facts: {},
    when: 'While formulas of a Google spreadsheet fetch answers, nothing else is written. An enrichment waits for more than a minute.',
    next: ['Wait until the formulas show their answers.', 'Press Resume, or the button again.'],
  },
  workbookRefused: {
    title: 'The workbook refused a change',
    facts: { message: 'InvalidOperation: the cells are part of an array formula' },
    when: 'Excel or the web workbook refused to read or write cells, or to save a setting. The sentence tells the reason.',
    next: ['Finish editing the cell, and close dialogs of Excel.', 'Try again. Resume continues an enrichment.'],
  },
  journalRefused: {
    title: 'The undo record cannot be saved',
    facts: { message: 'the workbook is read-only' },
    when: 'The workbook refused the record that Trace needs to resume and undo an enrichment.',
    next: ['Check that you can edit and save the workbook, and that the browser can store data.', 'Press Resume.'],
  },
  reasonUnknown: {
    title: 'Why a row failed is not known',
    facts: {},
    when: 'Another version of Trace began the enrichment, or very many rows failed for reasons of their own.',
    next: ['Press Retry to fetch the failed rows once more.'],
  },
} as const satisfies Problems;
