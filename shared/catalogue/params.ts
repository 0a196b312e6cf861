import type { ParamSpec } from './types';

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
