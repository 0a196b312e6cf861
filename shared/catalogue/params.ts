import type { OptionName } from './options';
import type { ParamSpec, TopSpec } from './types';

/** Parameters that several functions share. */
export const DOMAINS: ParamSpec = {
  name: 'domains',
  about: 'One cell or one column of domains, URLs, email addresses or Trace slugs.',
  takes: 'inputs',
  example: 'A2:A100',
};

export const FIELDS: ParamSpec = {
  name: 'fields',
  about: 'Fields to show, such as "name, category", or a range. =TRACE_FIELDS() lists them.',
  takes: 'fields',
  optional: true,
  example: '"name, category"',
};

export const OPTIONS_PARAM: ParamSpec = {
  name: 'options',
  about: 'Options such as "top=3;sort=name", or a two-column range.',
  takes: 'options',
  optional: true,
  example: '"top=3;sort=name"',
};

/** For functions without other options. */
export const PROBLEM_PARAM: ParamSpec = {
  ...OPTIONS_PARAM,
  about: 'Text to show instead of a problem, such as "if_problem=-".',
  example: '"if_problem=-"',
};

export const COMPANY: ParamSpec = {
  name: 'domain',
  about: 'One domain, URL, email address or Trace slug.',
  takes: 'inputs',
  isSingle: true,
  example: 'A2',
};

/** For every table of rows. */
export const TABLE_OPTIONS: readonly OptionName[] = ['headers', 'top', 'sep', 'if_none', 'if_problem', 'max_age'];

export const VALUE_LAYOUTS = ['join', 'columns', 'spill'] as const;
export const CARD_LAYOUTS = ['join', 'card'] as const;

/** For functions that show several values for one company. */
export const TOP_OF_VALUES: TopSpec = { usual: null, most: 1_000 };

/** For lists that cost a credit per row: only the first rows, unless the formula asks for more. */
export const TOP_OF_COMPANIES: TopSpec = { usual: 25, most: 10_000 };

/** For lists that are free. */
export const TOP_OF_FREE_ROWS: TopSpec = { usual: 100, most: 10_000 };
