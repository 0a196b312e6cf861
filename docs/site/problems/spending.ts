import type { Problems } from './problem';

/** What formulas may not spend by themselves. Nothing was sent or charged. */
export const SPENDING_PROBLEMS = {
  waitsForConsent: {
    title: 'Waiting for approval',
    facts: { credits: 1 },
    when: 'This file spends credits only with your approval, and the answer costs some.',
    next: [
      'Open the Trace panel. It shows how many cells wait and the most that they cost.',
      'Fetch the waiting cells there, or let formulas spend freely under Spending.',
    ],
  },
  dailyLimitReached: {
    title: 'Daily limit reached',
    facts: { limit: 500, credits: 1 },
    when: 'Formulas have a daily limit in this file, or in all files of their owner. The day ends at midnight UTC.',
    next: [
      'Fetch the waiting cells in the Trace panel. It shows the price first.',
      'Or raise the limit under Spending. In Google Sheets, only the owner of the file can do either.',
      'Or wait until midnight UTC.',
    ],
  },
  limitNotKept: {
    title: 'The limit cannot be kept',
    facts: {},
    when: "Formulas have a limit, so Trace saves their spending first. Google's storage is full or locked, or a private window keeps no data.",
    next: [
      'Choose Retry problems in a minute. Google sometimes refuses.',
      'In a browser, allow the site to keep data, or use a normal window.',
      'Is Trace part of a script of your own? Other code there may have filled the properties of the file. Delete what it no longer needs.',
      'Or choose Freely under Spending, which has no limit. If you set a limit for all your files, remove it too.',
    ],
  },
  ownerNeeded: {
    title: 'Only the owner can fetch this',
    facts: {},
    when: "Google gave the formula nothing of the file's own to save spending in. Trace then keeps the limit in its owner's account, where other people's formulas cannot write.",
    next: [
      'As the owner, choose Retry problems in the Trace panel.',
      'Or, as the owner, choose Freely under Spending. Then formulas of others fetch too.',
    ],
  },
  notFetchedYet: {
    title: 'Another formula was fetching',
    facts: {},
    when: 'A formula in Google Sheets has 30 seconds, and another formula of the file was fetching all that time.',
    next: ['Fetch the waiting cells in the Trace panel. Most answers are already saved.'],
  },
} as const satisfies Problems;
