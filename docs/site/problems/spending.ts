import type { Problems } from './problem';

/** What formulas may not spend by themselves. Nothing was sent, and nothing was charged. */
export const SPENDING_PROBLEMS = {
  waitsForConsent: {
    title: 'Waiting for your word',
    facts: { credits: 1 },
    when: 'This file is set to spend credits only on request, and the answer would cost some.',
    next: [
      'Open the Trace panel: it tells how many cells wait and what they cost at most.',
      'Fetch the waiting cells in the panel, or let formulas spend by themselves under Spending.',
    ],
  },
  dailyLimitReached: {
    title: "Today's limit is used up",
    facts: { limit: 500, credits: 1 },
    when: 'Formulas in this file, or in all files of their owner, may spend so many credits a day (UTC), and this would be more.',
    next: [
      'Fetch the waiting cells in the Trace panel to spend more once, after its price.',
      "Or raise the limit under Spending; an owner's own limit can only be raised by the owner.",
      'Or wait until midnight UTC.',
    ],
  },
  limitNotKept: {
    title: 'The limit cannot be kept',
    facts: {},
    when: 'Formulas have a limit, so what they spend is saved first. Google did not let the add-on save it (its storage is full or locked), or the browser keeps no data for the add-on, as in some private windows.',
    next: [
      'Press Retry problems in a minute: Google sometimes refuses.',
      'In a browser, allow the site to keep data, or use an ordinary window.',
      'Or choose Freely under Spending, which counts nothing. If you have set a limit for all files you own, remove that too.',
    ],
  },
  notFetchedYet: {
    title: 'Another formula was fetching',
    facts: {},
    when: 'Google Sheets gives a formula 30 seconds, and another formula of the file was fetching all that time.',
    next: ['Fetch the waiting cells in the Trace panel: the cells ask again, and find most answers remembered.'],
  },
} as const satisfies Problems;
