import type { Symptom } from './symptom';

/** What users notice about the price. */
export const CREDIT_SYMPTOMS: readonly Symptom[] = [
  {
    id: 'unexpected-credits',
    seen: 'A number of credits I did not expect',
    words: 'cost price charged too many credits spent expensive bill usage unexpected',
    about: 'Recalculating never spends twice. These are the usual reasons for a higher number.',
    causes: [
      {
        why: 'All partners were read',
        next: [
          'Each partner costs a credit. Add top= to pay only for what you see: =TRACE_PARTNERS(A2,, "top=3").',
          'Leave out category, description and sort=name: they need all partners of a company.',
          'Ask for the price first: =TRACE_COST(A2:A100, "partners top=3").',
        ],
        more: ['guides/spending.html#what-a-credit-is', 'What a credit is'],
      },
      {
        why: 'A table lists companies',
        next: [
          'Functions that find companies cost a credit for each row, up to 25 rows.',
          'Add top= to get fewer: =TRACE_TECH_COMPANIES("Stripe",, "top=5").',
        ],
      },
      {
        where: 'Google Sheets',
        why: 'Other people use your file',
        next: [
          'Formulas in a shared file spend the credits of its owner, even if others type them.',
          'Set a daily limit for the file, and one for all files you own.',
        ],
        more: ['guides/spending.html#who-pays', 'Who pays'],
      },
      {
        why: 'Unconfirmed answers count until Trace answers',
        next: [
          'If the connection breaks or Trace has a problem, the panel counts the most that Trace may have charged.',
          'Compare with Settings > Usage & Credits at app.tracedata.ai, which shows what was really charged.',
        ],
      },
      {
        why: '30 days have passed',
        next: ['A company is free for 30 days after you paid for it. Later, new data costs a credit again.'],
      },
    ],
  },
  {
    id: 'waits-for-credits',
    seen: 'Cells wait for approval or for a limit',
    words: 'waiting approval daily limit reached fetch waiting only what i approve',
    about: 'These cells would spend credits that you have not allowed. Nothing was charged.',
    causes: [
      {
        why: 'The daily limit is used up',
        next: [
          'Open the panel. It says how many cells wait and what they cost at most.',
          'Fetch the waiting cells in the panel, raise the limit, or wait until midnight UTC.',
        ],
        more: ['problems/dailyLimitReached.html', 'More about the daily limit'],
      },
      {
        why: 'The file spends credits only when you say so',
        next: ['Open the panel and fetch the waiting cells.'],
        more: ['problems/waitsForConsent.html', 'More about approval'],
      },
    ],
  },
];
