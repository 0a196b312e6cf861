import { NOT_TRACKED } from '../cells/table';
import { columnsFrom } from './made-sheet';
import { ACCOUNTS, COUNTRY, TECHNOLOGY } from './questions';
import type { Recipe } from './recipe';
import { USUAL_CATEGORIES } from './usual-categories';

const toRow = (text: string): readonly [string] => [text];
/** What joins several values in a cell, as a formula writes it. */
const JOINS = '", "';

/** Recipes over a column of accounts. Formulas hold no spaces: a text with spaces would be translated. */
export const ACCOUNT_RECIPES = [
  {
    id: 'accounts-that-use',
    title: 'Which accounts use …',
    about: 'Says for each account whether it uses a technology.',
    words: 'companies customers who uses using technology tool has',
    costs: '1 credit for each account, for any number of technologies.',
    questions: [
      ACCOUNTS,
      { id: 'technologies', title: 'Technologies', takes: 'technologies', example: 'Shopify, Stripe', most: 10 },
    ],
    changes: ['Change the technologies in B3.', 'Add accounts below the last one: each costs 1 credit.'],
    make(answers) {
      const technologies = answers.list('technologies');
      return {
        title: `Accounts that use ${technologies.join(', ')}`,
        settings: [['Technologies', technologies.join(', ')]],
        titles: ['Account'],
        rows: answers.list('accounts').map(toRow),
        formulas: ({ titleRow, column, setting }) => [
          [`B${titleRow}`, `=TRACE_HAS_TECH(${column('A')},${setting(0)},"headers=1")`],
        ],
        widths: [26, ...technologies.map(() => 18)],
      };
    },
  },
  {
    id: 'add-tech-stack',
    title: 'Add the tech stack',
    about: 'Lists the technologies of each account, with a column for each category that you name.',
    words: 'technologies stack what do they run tools software category crm',
    costs: '1 credit for each account, for any number of categories.',
    questions: [
      ACCOUNTS,
      {
        id: 'categories',
        title: 'Categories',
        takes: 'categories',
        example: USUAL_CATEGORIES,
        usual: USUAL_CATEGORIES,
        most: 8,
      },
    ],
    changes: ['Change a category in the title of its column.', 'Add accounts below the last one: each costs 1 credit.'],
    make(answers) {
      const categories = answers.list('categories');
      const [last, ...letters] = [...columnsFrom('C', categories.length + 1)].reverse();
      return {
        title: 'Tech stack',
        titles: ['Account', 'Technologies', ...categories, 'All technologies'],
        numbers: ['Technologies'],
        rows: answers.list('accounts').map(toRow),
        formulas: ({ titleRow, first, column }) => [
          [`B${first}`, `=TRACE_TECH(${column('A')},"count")`],
          ...letters
            .reverse()
            .map(
              (letter) =>
                [`${letter}${first}`, `=TRACE_TECH(${column('A')},"name","category="&${letter}$${titleRow})`] as const,
            ),
          [`${last}${first}`, `=TRACE_TECH(${column('A')})`],
        ],
        widths: [26, 14, ...categories.map(() => 24), 60],
      };
    },
  },
  {
    id: 'who-left',
    title: 'Who left … since …',
    about: 'Finds the accounts that dropped a technology since a day, and shows what they added.',
    words: 'dropped removed stopped using switched churned changed adopted',
    costs: '1 credit for each account.',
    questions: [ACCOUNTS, TECHNOLOGY, { id: 'since', title: 'Since', takes: 'day', example: '2026-01-01', most: 1 }],
    changes: [
      'Change the technology in B3 or the day in B4, as 2026-01-31.',
      'Add accounts below the last one: each costs 1 credit.',
    ],
    make(answers) {
      const technology = answers.text('technology');
      return {
        title: `Who left ${technology}`,
        settings: [
          ['Technology', technology],
          ['Since', answers.text('since')],
        ],
        textSettings: [1],
        titles: ['Account', 'Left?', 'Dropped', 'Added'],
        rows: answers.list('accounts').map(toRow),
        formulas: ({ first, rows, column, setting }) => [
          [`C${first}`, `=TRACE_TECH(${column('A')},"dropped,added","since="&${setting(1)})`],
          ...rows.map((row) => {
            const hasLeft = `ISNUMBER(SEARCH(${JOINS}&${setting(0)}&${JOINS},${JOINS}&C${row}&${JOINS}))`;
            const isKnown = `AND(C${row}<>"",C${row}<>"${NOT_TRACKED}",LEFT(C${row},1)<>"#")`;
            return [
              `B${row}`,
              `=IF(A${row}="","",IFERROR(IF(${isKnown},IF(${hasLeft},"Left","No"),"Unknown"),"Unknown"))`,
            ] as const;
          }),
        ],
        widths: [26, 12, 50, 40],
      };
    },
  },
  {
    id: 'score-accounts',
    title: 'Score accounts by fit',
    about: 'Ranks accounts from 0 to 100 by technology, size and country, with weights that you set.',
    words: 'rank scoring priority ideal customer profile icp best weight',
    costs: '1 credit for each account.',
    questions: [ACCOUNTS, TECHNOLOGY, COUNTRY],
    changes: [
      'Change values and weights in B4 to C6: scores follow at no cost.',
      'A fact that Trace does not know gives no points.',
    ],
    make(answers) {
      return {
        title: 'Accounts by fit',
        settings: [
          ['Criterion', 'Value', 'Weight'],
          ['Uses', answers.text('technology'), 50],
          ['Employees, at least', 1_000, 30],
          ['Country', answers.text('country'), 20],
        ],
        settingTitles: [0],
        titles: ['Account', 'Score', 'Rank', 'Name', 'Employees', 'Country', 'Uses it?'],
        numbers: ['Weight', 'Score', 'Rank', 'Employees'],
        rows: answers.list('accounts').map(toRow),
        formulas: ({ first, rows, column, setting }) => [
          [`D${first}`, `=TRACE_COMPANY(${column('A')},"name,employee_count,country")`],
          [`G${first}`, `=TRACE_HAS_TECH(${column('A')},${setting(1)})`],
          ...rows.flatMap((row) => {
            const points = [
              `IF(G${row}=TRUE,$C$4,0)`,
              `IF(ISNUMBER(E${row}),IF(E${row}>=${setting(2)},$C$5,0),0)`,
              `IF(F${row}=${setting(3)},$C$6,0)`,
            ].join('+');
            const score = `ROUND(100*(${points})/SUM($C$4:$C$6),0)`;
            return [
              [`B${row}`, `=IF(A${row}="","",IF(ISLOGICAL(G${row}),${score},"Unknown"))`],
              [`C${row}`, `=IF(ISNUMBER(B${row}),COUNTIF(${column('B')},">"&B${row})+1,"")`],
            ] as const;
          }),
        ],
        widths: [26, 16, 10, 24, 12, 18, 10],
        formats: [1, 4].map((column) => ({ column, format: '#,##0' })),
      };
    },
  },
] as const satisfies readonly Recipe[];
