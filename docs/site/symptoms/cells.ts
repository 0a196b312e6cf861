import type { Symptom } from './symptom';

/** Error values and texts that a spreadsheet shows by itself. */
export const CELL_SYMPTOMS: readonly Symptom[] = [
  {
    id: 'name-error',
    seen: 'I see #NAME?',
    words: '#NAME? unknown function name error xldudf _xldudf_',
    about: 'The spreadsheet does not know a name in the formula. Nothing was charged.',
    causes: [
      {
        why: 'A name has no quotes',
        next: [
          'Put quotes around every name: =TRACE_HAS_TECH(A2, "Stripe").',
          'If a cell holds the name, give the cell instead: =TRACE_HAS_TECH(A2, B1).',
        ],
      },
      {
        where: 'Google Sheets',
        why: 'Google has not loaded the functions in this spreadsheet',
        next: [
          'Reload the page.',
          'Choose Extensions > Add-ons > Manage add-ons, then Use in this document beside Trace, and reload the page.',
          'A test deployment has the panel only. Ask the person who installed it for a draft add-on.',
        ],
        more: ['guides/google-sheets.html', 'Trace in Google Sheets'],
      },
      {
        where: 'Excel and the web workbook',
        why: 'The functions are not loaded yet',
        next: [
          'Wait a few seconds after you open the workbook.',
          'Choose Home > Open Trace once: this loads the functions.',
        ],
        more: ['guides/excel.html', 'Trace in Excel'],
      },
      {
        where: 'Excel',
        why: 'The formula begins with _xldudf_',
        next: [
          'Excel writes _xldudf_ while it does not know the function. Until it recalculates, the cell keeps its last answer.',
          'If Open Trace is on the Home tab, choose it. Then the formula gets its name back.',
          'If it does not, choose Settings > Maintenance > Reconnect formulas in the panel. The price comes first.',
          'If it is not there, this Excel does not have Trace. Ask your administrator for it.',
          'If neither helps, close Excel and open the workbook again. On a Mac, Excel sometimes fails to start an add-in. Microsoft is looking into it.',
        ],
        source: ['https://github.com/OfficeDev/office-js/issues/6935', 'office-js, issue 6935'],
      },
      {
        where: 'Google Sheets',
        why: 'The file came from Excel, and the formula begins with _xldudf_',
        next: ['Choose Extensions > Trace > Freeze formulas > Reconnect formulas. It shows the price first.'],
        more: ['guides/google-sheets.html#reconnect-formulas-of-an-excel-workbook', 'Reconnect formulas'],
      },
      {
        where: 'Excel',
        why: 'The add-in is installed twice',
        next: ['Open Home > Add-ins and remove one of the two copies.', 'Close Excel and open it again.'],
      },
      {
        why: 'The function name is misspelled',
        next: ['Compare it with the list of functions. Every name begins with TRACE_.'],
        more: ['functions.html', 'All functions'],
      },
    ],
  },
  {
    id: 'loading',
    seen: 'Loading… does not end',
    words: 'Loading... stuck hangs forever slow waiting google',
    about:
      'Google Sheets shows “Loading…” while a formula runs. It runs about 30 formulas at once and stops each after 30 seconds.',
    causes: [
      {
        where: 'Google Sheets',
        why: 'A cell is stuck',
        next: [
          'Wait for a minute.',
          'Open the panel and choose Retry problems. It also recalculates stuck cells, and answers that have come cost nothing more.',
        ],
      },
      {
        where: 'Google Sheets',
        why: 'There are hundreds of single formulas',
        next: [
          'Use one formula for the whole column: =TRACE_TECH(A2:A500) instead of 500 formulas.',
          'Or enrich the column in the panel. No formulas are left to wait for.',
        ],
        more: ['guides/enriching.html', 'Enrich a column'],
      },
    ],
  },
  {
    id: 'busy',
    seen: '#BUSY! does not end',
    words: '#BUSY! stuck hangs forever slow waiting excel',
    about:
      'Excel shows #BUSY! while it waits for an answer. Trace answers every cell within two minutes, with a value or a message. The panel says under Activity how many cells are left.',
    causes: [
      {
        where: 'Excel and the web workbook',
        why: 'The connection is slow or interrupted',
        next: ['Check that you are online.', 'Open the panel and choose Retry problems.'],
        more: ['problems/unreachable.html', 'Trace could not be reached'],
      },
      {
        where: 'Excel',
        why: 'Excel has the answer and does not show it',
        next: [
          'Press Ctrl+Alt+F9 to calculate everything. Answers that you have already cost nothing.',
          'If it stays, close the workbook and open it again. Users of another add-in report that loading it again helps.',
        ],
        source: ['https://github.com/OfficeDev/office-js/issues/6662', 'office-js, issue 6662'],
      },
      {
        where: 'Excel',
        why: '#BUSY! only flashes when you insert or delete rows',
        next: ['Do nothing. Excel calculates functions of add-ins again then, and Trace shows the saved answer.'],
        source: ['https://github.com/OfficeDev/office-js/issues/3332', 'office-js, issue 3332'],
      },
    ],
  },
  {
    id: 'spill',
    seen: 'I see #SPILL! or #REF!',
    words: '#SPILL! #REF! array result was not expanded overwrite data range blocked',
    about: 'The answer needs more than one cell, and something is in the way. Nothing is overwritten.',
    causes: [
      {
        why: 'Cells below or beside the formula are filled',
        next: [
          'Point at the cell. The message names the cell that is in the way.',
          'Clear that cell, or move the formula to a place with room.',
        ],
      },
      {
        why: 'The answer is larger than you need',
        next: [
          'Show fewer values with top=: =TRACE_TECH(A2,, "layout=spill;top=5").',
          'Or leave layout= out: then each company takes one cell.',
        ],
        more: ['functions.html#options', 'All options'],
      },
      {
        why: '#REF! can also mean a deleted cell',
        next: ['Look at the formula. If it says #REF!, point it at the right cell again.'],
      },
    ],
  },
  {
    id: 'na-or-value',
    seen: 'I see #N/A or #VALUE! in Excel',
    words: '#N/A #VALUE! error card excel',
    about: 'Trace has a message for this cell. Desktop Excel shows only the error, so the Trace panel has the message.',
    causes: [
      {
        where: 'Excel',
        why: 'The message is in the Trace panel',
        next: [
          'Open the Trace panel, select the cell and read the message at the top. In Excel on the web, the sign beside the cell has it too.',
          '#VALUE! means that you can correct the formula or the input. #N/A means that the answer is not there yet.',
        ],
        more: ['problems.html#all', 'Every message'],
      },
      {
        where: 'Web workbook',
        why: 'The message is above the grid',
        next: ['Select the cell and read the line above the grid.'],
      },
    ],
  },
  {
    id: 'trace-text',
    seen: 'I see #TRACE: and a sentence',
    words: '#TRACE: text message google sheets filter',
    about: 'The sentence says what happened and what to do next.',
    causes: [
      {
        where: 'Google Sheets',
        why: 'Do what the sentence says',
        next: [
          'Follow the sentence. Search for its first words here to read more.',
          'Then open the panel and choose Retry problems. Google recalculates a cell only when its formula changes, and this button does that.',
        ],
        more: ['problems.html#all', 'Every message'],
      },
    ],
  },
  {
    id: 'too-many-runs',
    seen: 'I see #ERROR!, and Google says too many times',
    words: '#ERROR! script invoked too many times per second simultaneously exec qps',
    about: 'Google starts only so many formulas in a second. It has not started this one, so it costs nothing.',
    causes: [
      {
        where: 'Google Sheets',
        why: 'Many formulas calculate at once',
        next: [
          'Wait until the other cells are done. Then choose Extensions > Trace > Retry problems.',
          'Write one formula for the column, such as =TRACE_TECH(A2:A500).',
        ],
      },
    ],
  },
];
