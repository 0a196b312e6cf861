import type { Symptom } from './symptom';

/** Problems with the add-in itself rather than with a cell. */
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
        more: ['guides/google-sheets.html', 'Trace in Google Sheets'],
      },
      {
        where: 'Excel',
        why: 'Open Trace is not on the Home tab',
        next: ['Open Home > Add-ins and choose Trace.', 'If it is not listed, ask your administrator for it.'],
        more: ['problems/add-in-gone.html', 'Trace was there, and is gone from Excel'],
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
        why: 'Formulas calculated while the panel was closed',
        next: [
          'Close the panel, then choose Home > Open Trace.',
          "If it stays blank, right-click the panel's title and choose Reload.",
          'On Windows, close Excel and open the workbook again.',
        ],
        source: ['https://github.com/OfficeDev/office-js/issues/3223', 'office-js, issue 3223'],
      },
      {
        where: 'Excel',
        why: 'Excel cannot reach the address of the add-in',
        next: [
          'Ask your administrator whether the address of the add-in is up, and opens in a browser without a warning.',
        ],
        more: ['guides/administrators.html#microsoft-365', 'For administrators'],
      },
    ],
  },
  {
    id: 'panel-late',
    seen: 'The panel stays blank for minutes',
    words: 'panel blank white for minutes slow loading forever excel web online office.js',
    about: 'Excel on the web sometimes needs minutes to load its own script. Trace cannot start without it.',
    causes: [
      {
        where: 'Excel',
        why: 'Excel is slow',
        next: [
          'Wait. Panel and formulas start by themselves as soon as Excel is there. Users report 4 to 7 minutes.',
          'Closing the panel does not help. The add-in stays as it is until you close the workbook.',
          'If ten minutes are not enough, close the workbook, reload the page and open it again.',
        ],
        source: ['https://github.com/OfficeDev/office-js/issues/6946', 'office-js, issue 6946'],
      },
    ],
  },
  {
    id: 'refused-to-connect',
    seen: 'The panel says “drive.google.com refused to connect”',
    words: 'drive.google.com refused to connect several multiple google accounts sidebar grey gray',
    about: 'Google shows this in place of the panel. It happens to add-ons of every maker.',
    causes: [
      {
        where: 'Google Sheets',
        why: 'You are signed in to several Google accounts',
        next: [
          'Open the spreadsheet in a private window, signed in to the one account that has Trace.',
          'From then on, use a browser profile with only that account.',
        ],
        source: [
          'https://developers.google.com/apps-script/guides/support/troubleshooting#issues-multiple',
          'Google: issues with multiple accounts',
        ],
      },
      {
        where: 'Google Sheets',
        why: 'It happens with one account as well',
        next: [
          'We know of no sure answer then. Try another browser, and ask your administrator whether add-ons are allowed.',
        ],
        more: ['guides/support.html', 'Get help'],
      },
    ],
  },
  {
    id: 'slow-panel-closed',
    seen: 'Formulas are slow while the panel is closed',
    words: 'slow formulas functions panel closed performance six times excel recalculation',
    about: 'Excel runs functions of add-ins more slowly while their panel is closed.',
    causes: [
      {
        where: 'Excel',
        why: 'The panel is closed',
        next: [
          'Choose Home > Open Trace before a large calculation, and keep the panel open until it is done.',
          'Use one formula for a column, such as =TRACE_TECH(A2:A500). Excel then calls it once, not 499 times.',
          'One report measured 3 seconds with an open panel and 18 with a closed one. Microsoft says that a fix is pending.',
        ],
        source: ['https://github.com/OfficeDev/office-js/issues/6936', 'office-js, issue 6936'],
      },
    ],
  },
  {
    id: 'add-in-gone',
    seen: 'Trace was there, and is gone from Excel',
    words: 'add-in disappeared gone missing ribbon administrator deployed optional available fixed integrated apps',
    about: 'Your cells keep their last answers until Excel recalculates. Formulas work again once Trace is back.',
    causes: [
      {
        where: 'Excel',
        why: 'Your administrator deployed it as Optional or Available',
        next: [
          'Ask your administrator to change the deployment type to Fixed.',
          'Microsoft lists it as a known issue since July 2026. Such add-ins may be missing from the ribbon.',
        ],
        more: ['guides/administrators.html#microsoft-365', 'For administrators'],
        source: [
          'https://learn.microsoft.com/office/dev/add-ins/resources/resources-office-add-in-known-issues',
          'Microsoft: Office Add-ins known issues',
        ],
      },
      {
        where: 'Excel',
        why: 'You uploaded it yourself, in Excel on the web',
        next: ['An add-in that you upload stays until you clear the data of the browser. Upload it again.'],
      },
    ],
  },
  {
    id: 'asked-to-trust',
    seen: 'People who open my workbook are asked to trust Trace',
    words: 'trust this add-in prompt question dialog open workbook shared without add-in',
    about: 'Excel may ask people who do not have Trace, because the workbook has its formulas.',
    causes: [
      {
        where: 'Excel',
        why: 'The workbook has Trace formulas',
        next: [
          'They can refuse. Then nothing of Trace runs on their computer.',
          'To send a workbook that asks no one, turn the formulas into values first.',
        ],
        more: ['guides/values.html', 'Turn formulas into values'],
        source: [
          'https://learn.microsoft.com/office/dev/add-ins/publish/manage-trust-options',
          'Microsoft: Managing trust options for Office Add-ins',
        ],
      },
    ],
  },
];
