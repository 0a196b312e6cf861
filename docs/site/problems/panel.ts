import type { Problems } from './problem';

/** What the panel was asked to do and could not. */
export const PANEL_PROBLEMS = {
  actionMalformed: {
    title: 'The entry is not valid',
    facts: { expected: 'a list of domains' },
    when: 'A field of the panel is empty or has a value that does not fit. Nothing was sent.',
    next: ['Correct the field, then choose the same button.'],
  },
  companyUnknown: {
    title: 'Trace does not track this company',
    facts: { identifier: 'nobody.example' },
    when: 'The action is about a company that Trace does not track.',
    next: ['Check the spelling of the domain.'],
  },
  flagTooLong: {
    title: 'The note is too long',
    facts: { length: 2_400, limit: 2_000 },
    when: 'A report can have up to 2,000 characters. Nothing was sent.',
    next: ['Shorten the note.'],
  },
  listAccessDenied: {
    title: 'You can only view this list',
    facts: {},
    when: 'The list belongs to someone else, and you can only view it.',
    next: ['Ask its owner for edit access, or make your own list.'],
  },
  samplesNotSaved: {
    title: 'The sample answers could not be saved',
    facts: {},
    when: 'The practice sheet and the self-test show sample answers, so that their formulas cost nothing. These could not be saved, so no sheet was added.',
    next: ['Wait a minute, then choose the same button.'],
  },
  selectionEmpty: {
    title: 'Nothing is selected',
    facts: {},
    when: 'The selected cells are all blank.',
    next: ['Select the column with the domains. In Google Sheets, then choose Read selection.'],
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
    next: ['Raise the limit and choose Resume, or stop here.'],
  },
  accountChanged: {
    title: 'The account changed',
    facts: {},
    when: 'During the enrichment, a key of another account replaced its API key. Nothing was spent with the new key. Filled rows are in the sheet.',
    next: [
      'Choose Resume to continue with the new account. It pays again for companies that only the old account paid for.',
      'Or set the old key as another account in the Trace panel, and choose Resume.',
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
  recordDamaged: {
    title: 'The record of an enrichment is damaged',
    facts: {},
    when: 'Trace cannot read the record of an enrichment. The sheet stays as it is.',
    next: ['Discard it. A new enrichment that fills only empty cells pays for nothing twice.'],
  },
  columnsGone: {
    title: "The enrichment's columns are not clear",
    facts: { column: 'Industry', is: 'doubled' },
    when: 'A column of the enrichment was deleted, copied, renamed or moved. Trace does not touch a column that may be your own.',
    next: [
      'Undo the change of the column in the spreadsheet. Or delete the copy of the column or sheet, or restore the title.',
      'Choose Resume, or undo again. If you do not want the column back, discard the enrichment.',
    ],
  },
  rowsMoving: {
    title: 'Rows keep moving',
    facts: {},
    when: 'Trace compares each row before it writes. They moved each time, or while it wrote, for example because someone was sorting. A value that now stands beside another company is cleared by an undo, or listed.',
    next: ['Stop sorting and editing, then choose Resume.'],
  },
  runNotOwn: {
    title: "Someone else's enrichment",
    facts: {},
    when: 'Trace does not know this enrichment as yours. Someone else started it, or you did on another computer. Trace writes and spends nothing until you agree.',
    next: [
      'Open the list of changes and check it. Then confirm the undo.',
      'Or type a limit and choose Resume with my key. Your key then pays.',
    ],
  },
  marksRefused: {
    title: 'Trace cannot track the columns',
    facts: {},
    when: 'Trace puts hidden marks on its columns to find them again. This file or this version of Excel refuses them. Nothing is paid or written.',
    next: ['Copy the companies to a new file and enrich them there.'],
  },
  recordRefused: {
    title: 'Trace cannot keep the old values',
    facts: { message: 'The workbook is protected' },
    when: 'Before an enrichment writes, Trace adds a hidden sheet “Trace record” with the old values. The file does not allow a new sheet, or has one of that name. Nothing is paid or written.',
    next: ['Unprotect the structure of the file, or rename the sheet “Trace record”, then start again.'],
  },
  runUndone: {
    title: 'The enrichment is partly undone',
    facts: {},
    when: 'An undo could not restore everything, because rows or columns are missing.',
    next: ['Restore the missing rows or columns and choose Undo again, or discard the enrichment.'],
  },
  runGone: {
    title: 'The enrichment is gone',
    facts: {},
    when: 'Someone undid or discarded the enrichment in another window. Nothing is written or paid.',
    next: ['Start a new one. Companies that you have paid for cost nothing for 30 days.'],
  },
  sheetChanged: {
    title: 'The sheet changed after Trace read it',
    facts: {},
    when: 'Rows were inserted, deleted, sorted or edited after the panel read the selection. Nothing is written or paid.',
    next: ['Select the column once more, check the plan, and start.'],
  },
  sheetGone: {
    title: 'The sheet is gone',
    facts: {},
    when: "The enrichment's sheet is not in the file any more. In a reopened Excel file, its name or its companies may be different.",
    next: ['Restore the sheet or its earlier name, and choose Resume.', 'Or discard the enrichment.'],
  },
  sheetFull: {
    title: 'The file is full',
    facts: {},
    when: 'A spreadsheet has a limit of cells, rows and columns.',
    next: ['Delete empty rows and columns.', 'Choose Resume.'],
  },
  cellsProtected: {
    title: 'Cells are protected',
    facts: {},
    when: 'Some cells of the enrichment are protected, and you cannot edit them.',
    next: ['Ask the owner of the file for edit access.', 'Choose Retry.'],
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
    next: ['Wait until the formulas show their answers.', 'Choose Resume, or the same button.'],
  },
  workbookRefused: {
    title: 'The workbook refused a change',
    facts: { message: 'InvalidOperation: the cells are part of an array formula' },
    when: 'Excel or the web workbook refused to read or write cells, or to save a setting. The sentence tells the reason.',
    next: [
      'Finish editing the cell, and close dialogs of Excel.',
      'Wait a minute, then choose the same button. Resume continues an enrichment.',
    ],
  },
  reasonUnknown: {
    title: 'Why a row failed is not known',
    facts: {},
    when: 'Another version of Trace began the enrichment, or very many rows failed for reasons of their own.',
    next: ['Choose Retry to fetch the failed rows.'],
  },
} as const satisfies Problems;
