import type { Problems } from './problem';

/** Problems of the formula itself: one cell says so, and no request is sent. */
export const FORMULA_PROBLEMS = {
  inputsTooWide: {
    title: 'The range is too wide',
    facts: { columns: 3 },
    when: 'The range of companies has two or more columns, such as A2:C100.',
    next: ['Use one column, such as A2:A100.', 'For companies in several columns, write one formula for each column.'],
  },
  inputsTooMany: {
    title: 'There are too many rows',
    facts: { rows: 80_000 },
    when: 'One formula has more than 50,000 rows, often because it names a whole column, such as A:A.',
    next: [
      'End the range where the companies end, such as A2:A5000.',
      'Split more than 50,000 rows into several formulas.',
    ],
  },
  inputsMissing: {
    title: 'An argument is missing',
    facts: { parameter: 'domains_b', formula: '=TRACE_PARTNERED(A2,B2)' },
    when: 'An argument that the function needs is left out or empty.',
    next: [
      'Add the argument that the sentence names.',
      "The function's page shows all arguments with an example of each.",
    ],
  },
  oneInputOnly: {
    title: 'The function accepts one company',
    facts: { rows: 12 },
    when: 'A function that answers with a table, such as TRACE_PARTNER_OF, has a column as its input.',
    next: ['Use one cell, such as A2.', 'For several companies, write one formula for each.'],
  },
  textExpected: {
    title: 'The function needs a text here',
    facts: { parameter: 'query', example: '"shop"' },
    when: 'A query, an id or a path is TRUE, FALSE, a date or a linked data type.',
    next: ['Use a text, such as "shop", or a cell that holds one.'],
  },
  unknownField: {
    title: 'There is no such field',
    facts: { field: 'catgory', nearest: ['category'] },
    when: 'The fields name something that the function does not show, often because of a typo.',
    next: [
      'Use one of the names that the sentence suggests.',
      '=TRACE_FIELDS() lists all fields of all functions, at no cost.',
      'In TRACE_COMPANY a field may also be a path into the answer, such as technologies.category.',
    ],
  },
  fieldElsewhere: {
    title: 'The field belongs to another function',
    facts: { field: 'industry', name: 'TRACE_COMPANY', formula: '=TRACE_COMPANY(A2,"industry")' },
    when: "The formula asks for a field that another function shows, such as a company's industry in TRACE_TECH.",
    next: [
      'Type the formula that the sentence shows, with your own cell.',
      '=TRACE_FIELDS() lists the fields of all functions, at no cost.',
    ],
  },
  optionsMisplaced: {
    title: 'The options are in place of the fields',
    facts: { place: 'third', formula: '=TRACE_TECH(A2,,"top=5")' },
    when: 'A text such as top=5 is where the function expects names of fields. Options come after the fields, even without any fields.',
    next: ['Put another comma before the options, as the sentence shows.'],
  },
  argumentsSwapped: {
    title: 'The company and the fields are swapped',
    facts: { formula: '=TRACE_COMPANY("stripe.com","industry")' },
    when: 'The first argument is the name of a field and the second one is a company.',
    next: ['Put the company first, then the fields, as the sentence shows.'],
  },
  unknownOption: {
    title: 'There is no such option here',
    facts: { option: 'limit', known: ['headers', 'top', 'max_age'], nearest: [] },
    when: 'The options name something that this function does not know. Not every function has every option.',
    next: ['Use an option that the sentence names, or leave it out.'],
  },
  optionsUnseparated: {
    title: 'There is a comma between options',
    facts: { mended: 'top=3;sort=name' },
    when: 'Several options are in one text with commas between them. Commas separate the values of one option, such as category=CRM, Analytics.',
    next: [
      'Put semicolons between options, as the sentence shows.',
      "Put a value that holds such a comma in single quotes, such as sep=', top='.",
    ],
  },
  optionsMalformed: {
    title: 'The options cannot be read',
    facts: { text: 'top 3' },
    when: 'The options are not pairs of a name and a value with an equals sign between them.',
    next: [
      'Write them as "top=3;sort=name", with semicolons between the pairs.',
      'Or use a range of two columns, names on the left and values on the right.',
      "Put a value with a semicolon in single quotes, such as sep=' | '.",
    ],
  },
  optionsTooLong: {
    title: 'The options are too long',
    facts: { length: 50_000 },
    when: 'The options have more than 2,000 characters. A formula then fetches nothing.',
    next: [
      'Shorten the options.',
      'If they come from a range, check that it holds only options, in one or two columns.',
    ],
  },
  tooManyColumns: {
    title: 'The formula asks for too many columns',
    facts: { columns: 12_500 },
    when: 'The formula names more than 100 fields or technologies. It then fetches nothing.',
    next: [
      'Split it into several formulas. The same companies cost nothing more.',
      'If the names come from a range, check that it holds only names.',
    ],
  },
  optionRefused: {
    title: 'The value of an option is not valid',
    facts: { option: 'top', value: 'many', expected: 'a whole number from 1 to 1,000' },
    when: 'An option is known, but not with this value: a word for a number, a number out of bounds, an unknown layout.',
    next: ['Use a value as the sentence says.'],
  },
  oneFieldOnly: {
    title: 'This layout shows one field',
    facts: { fields: 2 },
    when: 'The formula asks for several fields with layout=columns. Each value has its own column, so only one field fits.',
    next: ['Ask for one field.', 'Or use layout=spill, which gives each value a row, with a column for each field.'],
  },
  queryTooLong: {
    title: 'The query is too long',
    facts: { length: 3_012 },
    when: 'The text becomes part of a URL, and Google sends URLs of up to 2 KB. Scripts other than Latin need more room.',
    next: [
      'Shorten the text. A few words are enough.',
      'Check that the argument is one cell, and not a whole article.',
    ],
  },
  pairsUneven: {
    title: 'The two columns differ in length',
    facts: { rows: 100, otherRows: 80 },
    when: 'Two columns are compared row by row, and one has more rows than the other.',
    next: [
      'Use two columns with the same rows, such as A2:A100 and B2:B100.',
      'Or use one cell on one side. It is compared with every row.',
    ],
  },
  pathRefused: {
    title: 'This is not a path of the Trace API',
    facts: { path: 'https://example.com/x' },
    when: 'TRACE_GET has a full URL, a path outside /v1, or one with steps such as "..".',
    next: ['Use a path below /v1, such as "/companies/stripe.com".'],
  },
  pathUnknown: {
    title: 'Trace has no such page',
    facts: { path: '/companys/stripe.com' },
    when: 'TRACE_GET asks for a path that Trace answers with "not found".',
    next: ["Compare the path with the Trace API's documentation. Most typos are a plural or a missing part."],
  },
  pathNotRead: {
    title: 'TRACE_GET does not read this',
    facts: { path: '/account' },
    when: "The API's documentation does not name this kind of page. Or the path asks for an export, which has no known price.",
    next: ['Ask for companies, technologies, vendors, partnerships, jobs or lists.'],
  },
  pagingInPath: {
    title: 'The number of rows is an option',
    facts: { name: 'limit' },
    when: 'The path of TRACE_GET sets the length or number of a page. Each row may cost a credit, so the option top= counts them.',
    next: ['Leave it out, and write =TRACE_GET("/companies?q=shop",,"top=20").'],
  },
  queryUnknown: {
    title: 'TRACE_GET does not know this part of the path',
    facts: { name: 'per_page', known: ['q', 'country', 'industry'] },
    when: 'TRACE_GET does not know a name after the question mark. It could change how many rows are charged.',
    next: ['Use one of the names that the sentence lists.'],
  },
  columnUnknown: {
    title: 'The answer has no such column',
    facts: { column: 'title', known: ['name', 'industry', 'country'] },
    when: 'The pick of TRACE_GET names a column that is not in the answer.',
    next: ['Use one of the columns that the sentence lists.', 'Leave pick out to see them all.'],
  },
  sinceMissing: {
    title: 'added and dropped need a day',
    facts: {},
    when: 'The formula has the field added or dropped without the option since=, or since= without these fields.',
    next: [
      'Add the day from which changes count, such as =TRACE_TECH(A2,"added, dropped","since=2026-06-01").',
      'Or remove since= to see all technologies.',
    ],
  },
  partnerCategoriesUntold: {
    title: 'Categories of partners cannot be read this way',
    facts: { why: 'types' },
    when: 'Types come with the partner list of one company. Categories and descriptions come only with all partners of many companies. That has no limit, so a credit limit does not allow it.',
    next: [
      'Use one formula for types and another for categories, such as =TRACE_PARTNERS(A2,"name, category").',
      'Under a credit limit, choose Freely under Spending in the Trace panel, or leave categories and descriptions out.',
    ],
  },
} as const satisfies Problems;
