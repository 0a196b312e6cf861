import type { Symptom } from './symptom';

/** Formulas that a spreadsheet does not accept or calculate. */
export const FORMULA_SYMPTOMS: readonly Symptom[] = [
  {
    id: 'parse-error',
    seen: 'Formula parse error, or Excel does not accept the formula',
    words: '#ERROR! formula parse error problem with this formula semicolon comma separator locale',
    about: 'The spreadsheet cannot read the formula. It has not reached Trace and costs nothing.',
    causes: [
      {
        why: 'Your language separates arguments with semicolons',
        next: [
          'Type =TRACE_TECH(A2; "name, category") instead of =TRACE_TECH(A2, "name, category").',
          'Leave commas inside quotes as they are.',
        ],
      },
      {
        why: 'The quotes are curly',
        next: ['Type the quotes again in the cell. Text from documents and mails often brings “curly” quotes.'],
      },
    ],
  },
  {
    id: 'conditional-format',
    seen: 'A Trace formula in a conditional format does not work',
    words: 'conditional formatting rule color #CALC! #VALUE! evaluate formula',
    about: 'Put the formula into a cell, and let the rule look at that cell.',
    causes: [
      {
        where: 'Excel',
        why: 'Excel wants the answer of a rule at once, and shows #CALC! or #VALUE!',
        next: [
          'Type the formula into a column of its own, such as =TRACE_HAS_TECH(A2:A100, "Stripe") in B2.',
          'Make a rule over that column, such as =$B2=TRUE.',
          'Evaluate Formula, and F9 in the formula bar, show the same errors. The formula itself is fine.',
        ],
        source: [
          'https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-synchronous',
          'Microsoft: Synchronous custom functions',
        ],
      },
      {
        where: 'Google Sheets',
        why: 'Trace has not been tried in rules of Google Sheets',
        next: ['Do the same there: the formula in a column, and a rule over that column.'],
      },
    ],
  },
  {
    id: 'sheet-in-excel',
    seen: 'A Google sheet in Excel shows __xludf.DUMMYFUNCTION',
    words: '__xludf.DUMMYFUNCTION xludf dummyfunction xlsx download export google sheet excel iferror',
    about: 'Google writes this in place of formulas that Excel does not know when you download a sheet as .xlsx.',
    causes: [
      {
        where: 'Excel',
        why: 'The cell has the last answer, and no formula that Excel can calculate',
        next: [
          'To keep the answer, do nothing. Such a cell never asks Trace, and costs nothing.',
          'To have the formulas again, choose Settings > Maintenance > Reconnect formulas in the panel. It shows the price first.',
          'They run with your own key. Cells that someone has edited since stay as they are.',
        ],
        more: ['guides/excel.html#reconnect-formulas-of-a-google-sheet', 'Reconnect formulas of a Google sheet'],
      },
      {
        why: 'You want to avoid it',
        next: ['Turn the formulas into values before you download the sheet.'],
        more: ['guides/values.html', 'Turn formulas into values'],
      },
    ],
  },
  {
    id: 'formula-as-text',
    seen: 'I see the formula instead of its answer',
    words: 'text format apostrophe equals sign shows formula',
    about: 'The cell treats the formula as plain text.',
    causes: [
      {
        why: 'The cell has the format Text',
        next: [
          'Google Sheets: choose Format > Number > Automatic. Excel: choose Home > Number Format > General.',
          'Select the cell, press F2, then Enter.',
        ],
      },
      {
        why: 'Something stands before the equals sign',
        next: ['Delete the space or apostrophe before the =.'],
      },
    ],
  },
];
