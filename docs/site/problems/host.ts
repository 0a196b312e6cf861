import type { Problems } from './problem';

/** What the spreadsheet program does not allow, and bugs of the add-in itself. */
export const HOST_PROBLEMS = {
  hostMissing: {
    title: 'There is no spreadsheet here',
    facts: {},
    when: 'The Trace panel is open by itself, outside Excel.',
    next: ['In Excel, choose Home > Open Trace. Or open the web workbook.'],
  },
  sheetRefused: {
    title: 'Google Sheets did not let Trace write',
    facts: { message: 'You are trying to edit a protected cell or object.' },
    when: 'Retry problems rewrites formulas, but the sheet is protected or you can only view it.',
    next: ['Ask the owner of the file for edit access to these cells.', 'Choose Retry problems.'],
  },
  scriptFailed: {
    title: 'The add-on failed on the way',
    facts: {
      said: 'Something went wrong (x is not a function). Open Settings > Maintenance > Diagnose and copy the details.',
    },
    when: 'The part of the add-on that Google runs ended with an error. The sentence tells what it said.',
    next: ['Choose the same button. Resume continues a paused enrichment.'],
  },
  scriptNotRun: {
    title: 'Google did not run this',
    facts: {},
    when: 'Google did not run a part of the add-on, or the connection to it broke.',
    next: [
      'Choose the same button. Resume continues a paused enrichment.',
      'If you use several Google accounts, use a browser profile with only one.',
    ],
  },
  scriptBusy: {
    title: 'Google is busy with formulas',
    facts: {},
    when: 'Google runs 30 functions of one person at once. The formulas of this file needed all of them for half a minute.',
    next: ['Wait until the formulas are done.', 'Choose the same button. Resume continues a paused enrichment.'],
  },
  scriptSilent: {
    title: 'Google did not answer in time',
    facts: {},
    when: 'The add-on did not answer within one minute, or three where it changes cells. It may still finish.',
    next: ['Choose Extensions > Trace > Open Trace, and check the sheet.', 'Resume continues a paused enrichment.'],
  },
  panelOutdated: {
    title: 'Trace was updated',
    facts: {},
    when: 'The panel was open during an update of Trace, and is now older than the rest of the add-on.',
    next: ['Close the panel.', 'Choose Extensions > Trace > Open Trace.'],
  },
  addressBlocked: {
    title: 'Your administrator does not let Google reach Trace',
    facts: {},
    when: 'Administrators of Google Workspace can list the addresses that add-ons may ask. The address of Trace is not on the list.',
    next: [
      'Ask your administrator to allow https://api.tracedata.ai/ for Apps Script, in the allowlist of URLs.',
      'Then choose Extensions > Trace > Retry problems.',
    ],
  },
  hostBusy: {
    title: 'Google refuses this many requests at once',
    facts: {},
    when: 'Google limits how many requests one account sends within seconds. Trace waited and asked again, and was refused again.',
    next: [
      'Wait a minute. Then choose Extensions > Trace > Retry problems. Saved answers still show.',
      'Use ranges instead of a formula for each cell. 100 companies are one request.',
    ],
  },
  hostQuota: {
    title: "Google's daily limit is reached",
    facts: {},
    when: 'Google limits the daily requests of one account, for all its add-ons and scripts together.',
    next: [
      'Wait. The limit resets within 24 hours, and saved answers still show.',
      'Use ranges instead of a formula for each cell. 100 companies are one request.',
    ],
  },
  outOfTime: {
    title: 'Out of time',
    facts: {},
    when: 'A formula has 30 seconds in Google Sheets and 90 in Excel. This one has too many companies for that, or Trace is slow right now.',
    next: [
      'Choose Retry problems. The formula continues with the rows that are left.',
      'Split a very long range into several formulas.',
    ],
  },
  cancelled: {
    title: 'The calculation was canceled',
    facts: {},
    when: 'Excel stopped waiting for the cell because of an edit or a new recalculation.',
    next: ['Recalculate the cell. Trace does not fetch the same answer twice.'],
  },
  internal: {
    title: 'Something in the add-on went wrong',
    facts: { detail: 'x is not a function' },
    when: 'This is our fault and must not happen.',
    next: [
      'In the Trace panel, open Settings > Maintenance > Diagnose and choose Copy details.',
      'Send it to Trace support with the formula. Never send your API key.',
    ],
  },
  storeRefused: {
    title: "Google did not save Trace's settings",
    facts: { message: 'Service invoked too many times in a short time: properties rateMax.' },
    when: 'Google limits how fast an add-on reads and saves its data, and sometimes fails.',
    next: ['Wait a minute, then choose Retry problems.'],
  },
  storeQuota: {
    title: "Google's daily limit for settings is reached",
    facts: {},
    when: 'Google counts how often the add-ons of one account read and save settings: 50,000 times a day for most accounts.',
    next: [
      'Wait until tomorrow. Saved answers still show.',
      'Use one range formula instead of thousands of formulas, such as =TRACE_TECH(A2:A500).',
    ],
  },
  consentMissing: {
    title: 'Trace needs more permissions',
    facts: {},
    when: 'Google asks for each permission separately, and one is not selected.',
    next: [
      'Choose Extensions > Trace > Open Trace.',
      'Select every permission. Trace reads and writes this spreadsheet, shows its panel, asks the Trace API, and does nothing else.',
    ],
  },
} as const satisfies Problems;
