import type { Problems } from './problem';

/** What the spreadsheet program does not allow, and faults of the add-on itself. */
export const HOST_PROBLEMS = {
  hostMissing: {
    title: 'There is no spreadsheet here',
    facts: {},
    when: 'The page of the Trace panel is opened by itself, outside of Excel.',
    next: ['Open Trace from the ribbon of Excel, or open the web workbook.'],
  },
  sheetRefused: {
    title: 'Google Sheets did not let Trace write',
    facts: { message: 'You are trying to edit a protected cell or object.' },
    when: 'Retry problems has to enter formulas again, and the sheet is protected or you may only view it.',
    next: ['Ask the owner of the file for the right to edit these cells.', 'Press Retry problems again.'],
  },
  scriptFailed: {
    title: 'Google did not run a part of this',
    facts: { said: 'Google did not run this. Try again.' },
    when: 'The panel asked the add-on for something in the spreadsheet, and Google did not run it or did not answer.',
    next: ['Try again; a run that has paused goes on where it was.'],
  },
  hostQuota: {
    title: "Google's daily limit is reached",
    facts: {},
    when: 'Google allows the formulas of one account a number of requests a day, for all add-ons and scripts together.',
    next: [
      'Wait: the limit resets within 24 hours. What was answered before is still shown.',
      'Give ranges instead of a formula for each cell: 100 companies are one request.',
    ],
  },
  outOfTime: {
    title: 'Not fetched yet',
    facts: {},
    when: 'Google stops a formula after 30 seconds, and there were more companies than fit into them.',
    next: [
      'Press Retry problems, or enter the formula again: it goes on where it stopped, and what has been fetched is kept.',
      'Split a very long range into several formulas.',
    ],
  },
  cancelled: {
    title: 'The calculation was cancelled',
    facts: {},
    when: 'Excel gave up waiting for the cell, because it was edited or a recalculation was begun anew.',
    next: ['Recalculate the cell. What has come meanwhile is not asked for again.'],
  },
  internal: {
    title: 'Something in the add-on went wrong',
    facts: { detail: 'x is not a function' },
    when: 'A fault of ours, which should not happen.',
    next: ['Report it to Trace support with the text in brackets and the formula. Never send your API key.'],
  },
  storeRefused: {
    title: "Google did not keep Trace's settings",
    facts: { message: 'Service invoked too many times for one day: properties.' },
    when: 'Google limits how often an add-on may read and write what it remembers, and has faults of its own.',
    next: ['Try again in a minute; where a daily limit is named, the day after.'],
  },
  consentMissing: {
    title: 'Trace is not allowed all that it needs',
    facts: {},
    when: 'Google asks for each permission by itself, and one of them was not ticked.',
    next: [
      'Choose Extensions > Trace > Open Trace again.',
      'Tick every permission: Trace reads and writes this spreadsheet, shows its panel and asks the Trace API, and nothing else.',
    ],
  },
} as const satisfies Problems;
