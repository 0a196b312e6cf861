interface OptionSpec {
  readonly about: string;
  /** Completes the sentence "The option top accepts …". */
  readonly takes: string;
  readonly example: string;
}

/** All options. Each function lists those it accepts. */
export const OPTIONS = {
  headers: {
    about: 'Adds titles (1), or titles and a column with the inputs (2).',
    takes: '0, 1 or 2',
    example: 'headers=1',
  },
  layout: {
    about:
      'Places several values of one company in one cell, in columns, or in one row each. With card, Excel shows a card for each company of the first column.',
    takes: 'join, columns, spill or card, as the function allows',
    example: 'layout=columns',
  },
  top: {
    about:
      'The most values of one company, or rows of a table, to show after sorting. Fewer partners or companies cost fewer credits.',
    takes: 'a whole number from 1 to 1,000, or to 10,000 in tables',
    example: 'top=3',
  },
  sep: {
    about: 'Text between joined values. Write \\n for a line break.',
    takes: 'any text',
    example: "sep=' | '",
  },
  sort: {
    about: 'The field that sorts the values of one company. A minus sign reverses the order.',
    takes: 'one of its fields, or the field after a minus sign for descending order',
    example: 'sort=-last_detected_at',
  },
  if_none: {
    about: 'Text to show instead of "not tracked", "none" and "same company".',
    takes: 'any text',
    example: "if_none=''",
  },
  if_problem: {
    about:
      'Text to show instead of a problem, or while a cell waits for approval. Problems say what to do, so hide them last.',
    takes: 'any text',
    example: "if_problem='-'",
  },
  refresh: {
    about:
      'Ignored by every function, but a new value recalculates the formula. "refresh="&Z1 reads it from a cell. Saved answers stay free.',
    takes: 'any value',
    example: 'refresh=1',
  },
  max_age: {
    about: 'The oldest saved answer to show before Trace fetches a new one.',
    takes: 'an age such as 30d, 12h or 45m',
    example: 'max_age=7d',
  },
  since: {
    about: 'The first day of the changes that the fields added and dropped show.',
    takes: 'a day such as 2026-06-01',
    example: 'since=2026-06-01',
  },
  category: {
    about: 'Only values in these categories, separated by commas.',
    takes: 'names separated by commas',
    example: 'category=Analytics',
  },
  vendor: {
    about: 'Only technologies of these vendors, separated by commas.',
    takes: 'names or slugs separated by commas',
    example: 'vendor=Google',
  },
  type: {
    about: 'Only partnerships of these types: technology, channel or generic.',
    takes: 'technology, channel or generic, separated by commas',
    example: 'type=technology',
  },
  technology: {
    about: 'Only companies that use this technology.',
    takes: 'a name or slug of a technology',
    example: 'technology=stripe',
  },
  country: {
    about: 'Only companies in this country, by English name or ISO code.',
    takes: 'a country, such as Germany, DE or DEU',
    example: 'country=United States',
  },
  industry: {
    about: 'Only companies in this industry. Trace has no list of industries, so check the spelling.',
    takes: 'an industry',
    example: "industry='Software'",
  },
  depth: {
    about: 'The reach of the graph: partners (1), or their partners too (2).',
    takes: '1 or 2',
    example: 'depth=2',
  },
  tier: {
    about: 'Only companies in this tier.',
    takes: 'high, medium or exploratory',
    example: 'tier=high',
  },
  search: { about: 'Only companies with this in their name or domain.', takes: 'any text', example: 'search=shop' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;

/** Options that filter the values of one company. The others set how values are shown. */
export const FILTERS = ['category', 'vendor', 'type'] as const satisfies readonly OptionName[];

export type FilterName = (typeof FILTERS)[number];
