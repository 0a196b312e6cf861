import type { Problems } from './problem';

/** What the panel was asked for and could not do. */
export const PANEL_PROBLEMS = {
  actionMalformed: {
    title: 'The panel was given something else',
    facts: { expected: 'a list of domains' },
    when: 'A field of the panel is empty or holds something that the action does not take. Nothing was sent.',
    next: ['Correct the field, then press the button again.'],
  },
  companyUnknown: {
    title: 'Trace tracks no such company',
    facts: { identifier: 'nobody.example' },
    when: 'Something was to be done with a company that Trace does not track.',
    next: ['Check the spelling of the domain.'],
  },
  flagTooLong: {
    title: 'The description is too long',
    facts: { length: 2_400, limit: 2_000 },
    when: 'A report on the data of a company may have 2,000 characters. Nothing was sent.',
    next: ['Shorten it.'],
  },
  listAccessDenied: {
    title: 'You may only read this list',
    facts: {},
    when: 'The list belongs to somebody else, who has given you leave to read it.',
    next: ['Ask its owner for leave to edit it, or make a list of your own.'],
  },
  selectionEmpty: {
    title: 'Nothing is selected',
    facts: {},
    when: 'The selected cells are all blank.',
    next: ['Select the column with the domains, then press Read selection.'],
  },
  selectionTooWide: {
    title: 'More than one column is selected',
    facts: { columns: 2 },
    when: 'A run reads its companies from one column.',
    next: ['Select the one column that holds domains, web addresses or e-mail addresses.'],
  },
  selectionTooLong: {
    title: 'Too many rows for one run',
    facts: { rows: 120_000 },
    when: 'A run takes 100,000 rows.',
    next: ['Select a part, run it, and go on with the next.'],
  },
  nothingChosen: {
    title: 'Nothing to add is chosen',
    facts: { hasStatus: false },
    when: 'A run was asked for that adds no column.',
    next: ['Choose a preset, or fields of companies, technologies or partners.'],
  },
  overwriteUnconfirmed: {
    title: 'Overwriting is not confirmed',
    facts: {},
    when: 'The run would replace what stands in its target columns, and the box for it is not ticked.',
    next: ['Tick the box, or let the run fill empty cells only. An overwriting run can be undone.'],
  },
  capNeeded: {
    title: 'A limit is needed',
    facts: { unknown: 120 },
    when: 'Each partner may cost a credit, and how many partners a company has is not known before it has been looked up.',
    next: ['Set the most credits that this run may spend.'],
  },
  runCapReached: {
    title: "The run's limit is reached",
    facts: { credits: 1 },
    when: 'The next companies would cost more than what is left of the limit that was set for this run. What was answered is in the sheet.',
    next: ['Raise the limit and press Resume, or leave it at that.'],
  },
  accountChanged: {
    title: "The run's account was changed",
    facts: {},
    when: 'While a run was under way, its API key was replaced by one of another account. Nothing was spent with that; what was answered before is in the sheet.',
    next: [
      'Press Resume to go on at the cost of the new account. What only the old one has paid for is paid for again there.',
      'Or set the old key in the Trace panel, saying that it is another account, and press Resume.',
    ],
  },
  runElsewhere: {
    title: 'Someone else is running Trace in this file',
    facts: {},
    when: 'Two runs at once would get in the way of each other. A run that broke off without a word counts for a few minutes more.',
    next: ['Wait until the other run is done, or for five minutes after it broke off.'],
  },
  runUnfinished: {
    title: 'An earlier run is unfinished',
    facts: {},
    when: 'The file holds the journal of a run that was stopped or broke off.',
    next: ['Resume it, undo it or discard its journal; then start the new one.'],
  },
  journalDamaged: {
    title: "The run's journal is damaged",
    facts: {},
    when: 'What was kept of a run cannot be read any more. The sheet is left as it is.',
    next: ['Discard the journal. A new run that fills empty cells only pays for nothing twice.'],
  },
  journalFull: {
    title: "No room for the run's journal",
    facts: {},
    when: 'Without a journal a run could neither be resumed nor undone, so it does not begin.',
    next: ['Select fewer rows, or add fewer columns at a time.'],
  },
  columnsGone: {
    title: "The run's columns cannot be told",
    facts: { column: 'Industry', is: 'doubled' },
    when: 'During a run, or before an undo, a column of the run was deleted, copied or renamed, or its cells were moved elsewhere. What could be a column of your own is not touched.',
    next: [
      "Undo what was done to the column with the spreadsheet's own undo. A copy of the column, or of its sheet, can be deleted instead; a title can be put back.",
      'Press Resume, or undo the run again. If the column is to stay away, discard the run.',
    ],
  },
  runNotOwn: {
    title: "Someone else's enrichment",
    facts: {},
    when: 'The file holds an enrichment that this browser does not know as yours: somebody else began it, or you did on another computer or under another account, or its record was changed. Trace writes and spends nothing on its word.',
    next: [
      'Press Show what undo would change, check the list, and confirm it.',
      'Or press Ask for a new price: the rows that are left are planned anew, on your own key and under your own limit.',
    ],
  },
  undoListStale: {
    title: 'The cells changed after they were listed',
    facts: {},
    when: 'You confirmed the undo of an enrichment that is not yours, and in the meantime a cell, a row or the record of the enrichment changed. Nothing is written.',
    next: ['Check the new list and confirm it.'],
  },
  marksRefused: {
    title: 'Trace cannot mark the columns',
    facts: { row: 1 },
    when: 'Trace keeps hidden marks on the columns of an enrichment, by which it finds them again. This file or this version of Excel refuses them, so only titles tell the columns. Nothing is paid or written yet.',
    next: [
      'Press Enrich by titles, and leave the titles as they are until the enrichment is done, and undone if you want that.',
      'Without a row of titles: add one above the companies and read the selection again.',
    ],
  },
  runUndone: {
    title: 'The run was undone in part',
    facts: {},
    when: 'An undo has begun and could not put everything back, because rows or columns were not to be found.',
    next: ['Put back the rows or columns that are missing and press Try again, or discard the run.'],
  },
  lookStale: {
    title: 'The sheet has changed since Trace looked at it',
    facts: {},
    when: 'Rows were inserted, deleted, sorted or edited after the panel read the selection, so what is selected may stand elsewhere. Nothing is written or paid for.',
    next: ['Press Look again, check what is selected, and start.'],
  },
  sheetGone: {
    title: "The run's sheet is gone",
    facts: {},
    when: 'The sheet was deleted during the run, or before it was resumed. In Excel also: since the file was opened again, neither its name nor its companies tell it from others.',
    next: [
      'Restore the sheet by undoing its deletion, or give it the name that it had during the run, and press Resume.',
      'Or discard the run.',
    ],
  },
  sheetFull: {
    title: 'The file is full',
    facts: {},
    when: 'A spreadsheet has a greatest number of cells, rows and columns.',
    next: ['Delete rows and columns that are empty.', 'Press Resume.'],
  },
  cellsProtected: {
    title: 'Cells are protected',
    facts: {},
    when: 'Some of the cells that the run would fill are protected from you.',
    next: ['Ask the owner of the file for the right to edit them.', 'Press Retry.'],
  },
  cellsOfFormula: {
    title: 'The cells are filled by a formula',
    facts: {},
    when: 'A formula of Google Sheets such as QUERY or FILTER fills the cells that the run was to fill. It lost the room for its answers when they were written, so they were taken out again at once; the answers are remembered.',
    next: ['Undo or discard the run.', 'Fill new columns, or take the formula away first.'],
  },
  fileBusy: {
    title: 'Formulas keep the file busy',
    facts: {},
    when: 'While formulas of a Google spreadsheet fetch what they show, nothing else is written. A run waits for them for more than a minute.',
    next: ['Wait until the formulas show their answers.', 'Press Resume, or the button again.'],
  },
  workbookRefused: {
    title: 'The workbook cannot be worked on',
    facts: { message: 'InvalidOperation: the cells are part of an array formula' },
    when: 'Excel, or the web workbook, refused to read or write cells, or to keep a setting, for the reason that it gives.',
    next: [
      'Leave the cell that you are typing into, and close dialogs of Excel.',
      'Try again; a run goes on with Resume.',
    ],
  },
  journalRefused: {
    title: 'The journal of the run cannot be kept',
    facts: { message: 'the workbook is read-only' },
    when: 'The workbook did not take what Trace notes in it so that a run can be resumed and undone.',
    next: ['Make sure that you may edit and save the workbook, and that its browser may store data.', 'Press Resume.'],
  },
} as const satisfies Problems;
