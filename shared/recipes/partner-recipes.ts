import { columnsFrom } from './made-sheet';
import { ACCOUNTS, howMany } from './questions';
import type { Recipe } from './recipe';

const toRow = (text: string): readonly [string] => [text];
const MOST_STEPS = 200;

/** Recipes about partnerships. Formulas hold no spaces: a text with spaces would be translated. */
export const PARTNER_RECIPES = [
  {
    id: 'leads-that-partner',
    title: 'Which leads partner with …',
    about: 'Says for each lead whether it partners with a company, since when and how often that was seen.',
    words: 'partnership partnered partners accounts companies integration who works with',
    costs: 'Up to 1 credit for each lead, and 1 for the company.',
    questions: [
      { ...ACCOUNTS, title: 'Leads' },
      { id: 'partner', title: 'Partner', takes: 'company', example: 'hubspot.com', most: 1 },
    ],
    changes: ['Change the partner in B3.', 'Add leads below the last one: a partnership costs 1 credit.'],
    make(answers) {
      const partner = answers.text('partner');
      return {
        title: `Leads and ${partner}`,
        settings: [['Partner', partner]],
        titles: ['Lead', 'Partners?', 'Type', 'First seen', 'Last seen', 'Times seen'],
        numbers: ['Times seen'],
        rows: answers.list('accounts').map(toRow),
        formulas: ({ first, column, setting }) => [
          [
            `B${first}`,
            `=TRACE_PARTNERED(${column('A')},${setting(0)},"partnered,type,first_observed_at,last_observed_at,observation_count")`,
          ],
        ],
        widths: [26, 14, 16, 14, 14, 12],
      };
    },
  },
  {
    id: 'warm-paths',
    title: 'Warm paths',
    about: 'Shows which accounts partner with which of your partners, as a matrix.',
    words: 'introduction intro connect matrix partners who knows overlap',
    costs: 'Up to 1 credit for each pair, and 1 for each partner.',
    questions: [
      { ...ACCOUNTS, most: 200 },
      { id: 'partners', title: 'Partners', takes: 'companies', example: 'hubspot.com', most: 10 },
    ],
    changes: [
      'Change a partner in the title of its column.',
      'Add accounts below the last one: a partnership costs 1 credit.',
    ],
    make(answers) {
      const partners = answers.list('partners');
      const letters = columnsFrom('C', partners.length);
      return {
        title: 'Warm paths',
        titles: ['Account', 'Paths', ...partners],
        numbers: ['Paths'],
        rows: answers.list('accounts').map(toRow),
        formulas: ({ titleRow, first, rows, column }) => [
          ...letters.map(
            (letter) =>
              [`${letter}${first}`, `=TRACE_PARTNERED(${column('A')},${letter}$${titleRow},"partnered")`] as const,
          ),
          ...rows.map(
            (row) =>
              [`B${row}`, `=IF(A${row}="","",COUNTIF(C${row}:${letters[letters.length - 1]}${row},TRUE))`] as const,
          ),
        ],
        widths: [26, 8, ...partners.map(() => 20)],
      };
    },
  },
  {
    id: 'partners-of-partners',
    title: 'Partners of partners',
    about: 'Lists the partnerships around a company, and those of its partners.',
    words: 'network graph ecosystem second degree around',
    costs: 'Usually up to 1 credit for each row.',
    questions: [
      { id: 'company', title: 'Company', takes: 'company', example: 'stripe.com', most: 1 },
      howMany(50, MOST_STEPS),
    ],
    changes: [
      'Change the company in B3, or the number of rows in B4, up to 200: each costs up to 1 credit.',
      'Companies with many partners need more rows.',
    ],
    make(answers) {
      const company = answers.text('company');
      return {
        title: `Partners around ${company}`,
        settings: [
          ['Company', company],
          ['How many', answers.number('top')],
        ],
        titles: ['From', 'Domain', 'To', 'Domain', 'Type', 'Times seen', 'Step'],
        numbers: ['Times seen', 'Step'],
        rows: [],
        spare: MOST_STEPS,
        formulas: ({ first, rows, setting }) => [
          [`A${first}`, `=TRACE_PARTNER_GRAPH(${setting(0)},"depth=2;headers=0;top="&${setting(1)})`],
          ...rows.map(
            (row) =>
              [
                `G${row}`,
                `=IFERROR(IF(D${row}="","",IF(OR(B${row}=${setting(0)},D${row}=${setting(0)}),1,2)),"")`,
              ] as const,
          ),
        ],
        widths: [22, 24, 22, 24, 14, 12, 8],
      };
    },
  },
] as const satisfies readonly Recipe[];
