import type { Symptom } from './symptom';

/** Answers that raise a question. */
export const ANSWER_SYMPTOMS: readonly Symptom[] = [
  {
    id: 'not-tracked',
    seen: 'I see “not tracked”, “none” or a blank cell',
    words: 'not tracked none blank empty missing no answer unknown',
    about: 'Three answers that mean different things. None of them is a problem.',
    causes: [
      {
        why: '“not tracked”: Trace does not know this company',
        next: ['Check the spelling of the domain.', 'It costs nothing.'],
      },
      {
        why: '“none”: Trace knows the company and has nothing to list',
        next: ['For example, no partners have been seen. To show another text, add if_none=: "if_none=-".'],
      },
      {
        why: 'Blank: the input is blank, or Trace has no value for this field',
        next: ['Look at the input cell.', 'Ask for another field, such as employee_range instead of employee_count.'],
      },
    ],
  },
  {
    id: 'cut-list',
    seen: 'A list ends with “… +12 more”',
    words: '+12 more cut truncated list incomplete',
    about: 'The cell shows a part of the list.',
    causes: [
      {
        why: 'A credit limit stopped the list',
        next: [
          'Open the panel, then fetch the waiting cells or raise the limit. The rest of the list follows.',
          'Or ask for fewer: "top=3".',
        ],
        more: ['guides/spending.html#how-a-limit-is-kept', 'How a limit is kept'],
      },
      {
        why: 'The text is longer than a cell can hold',
        next: ['Show one row for each value instead: "layout=spill".'],
      },
    ],
  },
  {
    id: 'old-answer',
    seen: 'An answer is old or does not change',
    words: 'stale outdated refresh update recalculate max_age age old data',
    about: 'Trace saves answers, so that recalculating costs nothing. An old answer stays until you ask for a new one.',
    causes: [
      {
        why: 'The saved answer is still shown',
        next: [
          'See the day of the answer with the field as_of: =TRACE_COMPANY(A2, "name, as_of").',
          'Ask for newer data with max_age=: =TRACE_COMPANY(A2, "name", "max_age=7d"). After 30 days a new answer may cost a credit.',
        ],
      },
      {
        why: 'Trace has not scanned the company lately',
        next: [
          'The field last_crawled_at of TRACE_COMPANY shows the day.',
          'Rescan the company for free: open the tab Activity of the Trace panel, under Check for changes.',
        ],
      },
    ],
  },
  {
    id: 'date-as-number',
    seen: 'A date shows as a number',
    words: '45123 serial number date format',
    about: 'The date is right. The cell shows it without a date format.',
    causes: [
      {
        why: 'The cell has the format of a number',
        next: ['Google Sheets: choose Format > Number > Date. Excel: choose Home > Number Format > Short Date.'],
      },
    ],
  },
  {
    id: 'preview',
    seen: 'I see (preview)',
    words: '(preview) while typing formula value preview',
    about:
      'Excel previews a part of a formula while you edit it. Trace fetches nothing for a preview, so it costs nothing.',
    causes: [
      {
        where: 'Excel',
        why: 'You are still editing the formula',
        next: ['Press Enter. Then Trace fetches the answer.'],
      },
    ],
  },
];
