export interface OptionSpec {
  readonly about: string;
  /** Completes the sentence "top takes …". */
  readonly takes: string;
  readonly example: string;
}

/** All options. Each function names those it accepts. */
export const OPTIONS = {
  headers: {
    about: 'Adds a row of headers (1), or a row of headers and a column with the inputs (2).',
    takes: '0, 1 or 2',
    example: 'headers=1',
  },
  layout: {
    about: 'Several values of one company: joined in one cell, in columns to the right, or one row each.',
    takes: 'join, columns or spill',
    example: 'layout=columns',
  },
  top: {
    about:
      'How many values of one company, or rows of a table, are shown at most, after sorting. Fewer partners or companies cost fewer credits.',
    takes: 'a whole number from 1 to 1000, in tables to 10000',
    example: 'top=3',
  },
  sep: {
    about: 'What stands between joined values; \\n is a line break.',
    takes: 'any text',
    example: "sep=' | '",
  },
  sort: {
    about: 'The field that several values of one company are ordered by; a minus sign turns the order round.',
    takes: 'one of its fields, with a minus sign before it for descending order',
    example: 'sort=-last_detected_at',
  },
  if_none: {
    about: 'Shown instead of "not tracked", "none" and "same company".',
    takes: 'any text',
    example: "if_none=''",
  },
  if_problem: {
    about:
      'Shown instead of a problem, and while a cell waits for approval or for a limit. Problems say what to do, so hide them last.',
    takes: 'any text',
    example: "if_problem='-'",
  },
  max_age: {
    about: 'How old a remembered answer may be before Trace is asked again.',
    takes: 'an age such as 30d, 12h or 45m',
    example: 'max_age=7d',
  },
  category: {
    about: 'Only values of these categories, with commas between them.',
    takes: 'names with commas between them',
    example: 'category=Analytics',
  },
  vendor: {
    about: 'Only what these vendors make, with commas between them.',
    takes: 'names or slugs with commas between them',
    example: 'vendor=Google',
  },
  type: {
    about: 'Only partnerships of these types: technology, channel or generic.',
    takes: 'technology, channel or generic, with commas between them',
    example: 'type=technology',
  },
  technology: {
    about: 'Only companies that use this technology.',
    takes: 'a name or slug of a technology',
    example: 'technology=stripe',
  },
  country: {
    about: 'Only companies of this country, by its English name or ISO code.',
    takes: 'a country, such as Germany, DE or DEU',
    example: 'country=United States',
  },
  industry: {
    about: 'Only companies of this industry, as Trace names it. Trace has no list of industries, so mind the spelling.',
    takes: 'an industry',
    example: "industry='Software'",
  },
  depth: {
    about: 'How far the graph reaches: partners (1), or their partners too (2).',
    takes: '1 or 2',
    example: 'depth=2',
  },
  tier: {
    about: 'Only members of this tier.',
    takes: 'high, medium or exploratory',
    example: 'tier=high',
  },
  search: { about: 'Only members whose name or domain holds this.', takes: 'any text', example: 'search=shop' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;

/** Options that select among the values of one company. The others say how values are shown. */
export const FILTERS = ['category', 'vendor', 'type'] as const satisfies readonly OptionName[];

export type FilterName = (typeof FILTERS)[number];
