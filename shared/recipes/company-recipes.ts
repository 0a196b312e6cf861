import { bareName } from '../enrich/names/bare-name';
import { COUNTRY, howMany, TECHNOLOGY } from './questions';
import type { Recipe } from './recipe';

/** How many technologies of each company are compared. */
const MOST_COMPARED = 100;
const MOST_NAMES = 200;

/** Recipes that begin without a column of companies. Formulas hold no spaces: a text with spaces would be translated. */
export const COMPANY_RECIPES = [
  {
    id: 'find-companies',
    title: 'Find companies that use …',
    about: 'Lists companies that use a technology, in one country or in all.',
    words: 'who uses prospects list search build country leads',
    costs: '1 credit for each company in the list.',
    questions: [TECHNOLOGY, { ...COUNTRY, usual: '' }, howMany(25, 500)],
    changes: ['Change the technology, the country or the number in B3 to B5. Each new company costs 1 credit.'],
    make(answers) {
      const technology = answers.text('technology');
      return {
        title: `Companies that use ${technology}`,
        settings: [
          ['Technology', technology],
          ['Country', answers.text('country')],
          ['How many', answers.number('top')],
        ],
        titles: ['Company', 'Domain', 'Industry', 'Employees', 'Country'],
        numbers: ['Employees'],
        rows: [],
        formulas: ({ first, setting }) => [
          [
            `A${first}`,
            `=TRACE_SEARCH("","name,primary_domain,industry,employee_count,country","headers=0;technology="&${setting(0)}&";country="&${setting(1)}&";top="&${setting(2)})`,
          ],
        ],
        widths: [26, 26, 26, 12, 20],
        formats: [{ column: 3, format: '#,##0' }],
      };
    },
  },
  {
    id: 'size-market',
    title: 'Size a market',
    about: 'Counts the companies that use each technology, and what a share of them would be worth.',
    words: 'tam market size how many companies revenue potential count',
    costs: 'Free.',
    questions: [
      { id: 'technologies', title: 'Technologies', takes: 'technologies', example: 'Shopify, Stripe', most: 20 },
      { id: 'share', title: 'Share you can win, in %', takes: 'number', example: '5', usual: '5', most: 100 },
      {
        id: 'revenue',
        title: 'Revenue per customer',
        takes: 'number',
        example: '10000',
        usual: '10000',
        most: 1_000_000_000,
      },
    ],
    changes: ['Change the share in B3 or the revenue in B4.', 'A company that uses two of them counts twice.'],
    make(answers) {
      return {
        title: 'Market size',
        settings: [
          ['Share you can win, in %', answers.number('share')],
          ['Revenue per customer', answers.number('revenue')],
        ],
        titles: ['Technology', 'Category', 'Companies', 'Customers', 'Revenue'],
        numbers: ['Companies', 'Customers', 'Revenue'],
        rows: answers.list('technologies').map((technology) => [technology]),
        spare: 0,
        formulas: ({ rows, setting }) =>
          rows.flatMap(
            (row) =>
              [
                [`B${row}`, `=TRACE_TECH_SEARCH(A${row},"category,company_count","headers=0;top=1")`],
                [`D${row}`, `=IF(ISNUMBER(C${row}),ROUND(C${row}*${setting(0)}/100,0),"")`],
                [`E${row}`, `=IF(ISNUMBER(D${row}),D${row}*${setting(1)},"")`],
              ] as const,
          ),
        widths: [28, 24, 14, 14, 16],
        formats: [1, 2, 3, 4].map((column) => ({ column, format: '#,##0' })),
      };
    },
  },
  {
    id: 'compare-companies',
    title: 'Compare two companies',
    about: 'Puts facts, technologies and shared partners of two companies side by side.',
    words: 'versus vs difference both competitor side by side common',
    costs: '1 credit for each company and each shared partner, and up to 2 more.',
    questions: [
      { id: 'first', title: 'First company', takes: 'company', example: 'stripe.com', most: 1 },
      { id: 'second', title: 'Second company', takes: 'company', example: 'shopify.com', most: 1 },
      { ...howMany(10, 100), title: 'Shared partners, at most' },
    ],
    changes: ['Change the companies in A7 and A8, or the number of shared partners in B3.'],
    make(answers) {
      const [first, second] = [answers.text('first'), answers.text('second')];
      return {
        title: `${first} and ${second}`,
        settings: [
          ['Shared partners, at most', answers.number('top')],
          ['Are they partners?'],
          [''],
          ['Company', 'Name', 'Industry', 'Employees', 'Country', 'Technologies', 'Partners'],
          [first],
          [second],
        ],
        settingTitles: [3],
        titles: [
          ...['First company uses', 'Category', 'Only or both', 'Second company uses', 'Category', 'Only or both'],
          ...['Shared partner', 'Domain', 'Last seen'],
        ],
        numbers: ['Employees', 'Technologies', 'Partners'],
        rows: [],
        spare: MOST_COMPARED,
        formulas: ({ first: top, rows, column }) => [
          ['B4', '=TRACE_PARTNERED($A$7,$A$8,"partnered")'],
          ['B7', '=TRACE_COMPANY($A$7:$A$8,"name,industry,employee_count,country,technology_count,partnership_count")'],
          [`A${top}`, `=TRACE_TECH($A$7,"name,category","layout=spill;top=${MOST_COMPARED}")`],
          [`D${top}`, `=TRACE_TECH($A$8,"name,category","layout=spill;top=${MOST_COMPARED}")`],
          [`G${top}`, '=TRACE_SHARED_PARTNERS($A$7,$A$8,"name,domain,last_observed_at","headers=0;top="&$B$3)'],
          ...rows.flatMap((row) => {
            const inOther = (own: string, other: string): string =>
              `=IFERROR(IF(${own}${row}="","",IF(COUNTIF(${column(other)},${own}${row})>0,"Both","Only")),"")`;
            return [
              [`C${row}`, inOther('A', 'D')],
              [`F${row}`, inOther('D', 'A')],
            ] as const;
          }),
        ],
        widths: [26, 30, 24, 26, 30, 14, 24, 24, 14],
        formats: [{ column: 3, format: '#,##0' }],
      };
    },
  },
  {
    id: 'clean-names',
    title: 'Clean up a list of names',
    about: 'Finds the domain of each company name, without Inc. and the like, and says which to check.',
    words: 'company names domains match find website deduplicate normalize',
    costs: 'Up to 1 credit for each name.',
    questions: [
      {
        id: 'names',
        title: 'Company names',
        takes: 'companyNames',
        example: 'Stripe, Inc.',
        most: MOST_NAMES,
      },
    ],
    changes: ['Where the match is not certain, change the name in column B: a new search costs up to 1 credit.'],
    make(answers) {
      return {
        title: 'Clean names',
        titles: ['Name', 'Search for', 'Domain', 'Name at Trace', 'Country', 'Match'],
        rows: answers.list('names').map((name) => [name, bareName(name)]),
        spare: 0,
        formulas: ({ rows }) =>
          rows.flatMap(
            (row) =>
              [
                [`C${row}`, `=IF(B${row}="","",TRACE_SEARCH(B${row},"primary_domain,name,country","headers=0;top=1"))`],
                [`F${row}`, `=IFERROR(IF(D${row}="","None",IF(LOWER(D${row})=LOWER(B${row}),"Certain","Check")),"")`],
              ] as const,
          ),
        widths: [26, 22, 26, 24, 20, 12],
      };
    },
  },
] as const satisfies readonly Recipe[];
