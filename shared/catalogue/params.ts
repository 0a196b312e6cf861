import type { ParamSpec, TopSpec } from './types';

/** Parameters that several functions share. */
export const DOMAINS: ParamSpec = {
  name: 'domains',
  about: 'One cell or one column of domains, web addresses, e-mail addresses or Trace slugs.',
  takes: 'inputs',
  optional: false,
  example: 'A2:A100',
};

export const FIELDS: ParamSpec = {
  name: 'fields',
  about: 'What to show, such as "name, category", or a range of such names. TRACE_FIELDS() lists them all.',
  takes: 'fields',
  optional: true,
  example: '"name"',
};

export const OPTIONS_PARAM: ParamSpec = {
  name: 'options',
  about: 'Pairs such as "top=3;sort=name", or a range with two columns.',
  takes: 'options',
  optional: true,
  example: '"top=3"',
};

export const COMPANY: ParamSpec = {
  name: 'domain',
  about: 'One domain, web address, e-mail address or Trace slug.',
  takes: 'inputs',
  isSingle: true,
  optional: false,
  example: 'A2',
};

/** Of functions that show several values of one company. */
export const TOP_OF_VALUES: TopSpec = { usual: null, most: 1_000 };

/** Of lists whose rows cost a credit each: a look at the first ones, unless more are asked for. */
export const TOP_OF_COMPANIES: TopSpec = { usual: 25, most: 10_000 };

/** Of lists that cost nothing. */
export const TOP_OF_FREE_ROWS: TopSpec = { usual: 100, most: 10_000 };
