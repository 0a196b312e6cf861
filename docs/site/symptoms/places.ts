import type { Symptom } from './symptom';

/** Trouble with the add-on itself rather than with a cell. */
export const PLACE_SYMPTOMS: readonly Symptom[] = [
  {
    id: 'menu-missing',
    seen: 'The Trace menu is missing',
    words: 'extensions menu ribbon tab button not there install gone',
    about: 'The add-on is not active in this file.',
    causes: [
      {
        where: 'Google Sheets',
        why: 'Extensions > Trace is not there',
        next: [
          'Reload the page.',
          'If Trace is installed: choose Extensions > Add-ons > Manage add-ons, then Use in this document beside Trace, and reload the page.',
          'If you made the script yourself: open the spreadsheet that the script is in.',
          'Use a browser profile with only one Google account.',
        ],
        more: ['guides/google-sheets.html', 'Install in Google Sheets'],
      },
      {
        where: 'Excel',
        why: 'Open Trace is not on the Home tab',
        next: ['Open Home > Add-ins and choose Trace.', 'If it is not listed, install it again.'],
        more: ['guides/excel.html', 'Install in Excel'],
      },
    ],
  },
  {
    id: 'panel-empty',
    seen: 'The panel is empty or does not open',
    words: 'panel blank white sidebar task pane does not open certificate permission',
    about: 'The spreadsheet opens the panel and cannot load it.',
    causes: [
      {
        where: 'Google Sheets',
        why: 'A permission is missing, or you use several accounts',
        next: [
          'Choose Extensions > Trace > Open Trace and tick every permission.',
          'Use a browser profile with only one Google account.',
        ],
        more: ['problems/consentMissing.html', 'Which permissions Trace needs'],
      },
      {
        where: 'Excel',
        why: 'Excel cannot reach the address of the add-in',
        next: [
          'Open the address in a browser, such as https://localhost:3000/taskpane.html. It must open without a warning about the certificate.',
          'If the add-in runs on your own machine, check that npm run addin is still running.',
        ],
        more: ['guides/excel.html#if-something-is-not-as-described', 'Install in Excel'],
      },
    ],
  },
];
