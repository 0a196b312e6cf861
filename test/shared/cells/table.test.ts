import type { RowAnswer } from '../../../shared/cells/answers';
import type { Options } from '../../../shared/cells/options';
import { toTable } from '../../../shared/cells/table';
import { TraceError } from '../../../shared/errors/trace-error';

const DEFAULTS: Options = {
  headers: 0,
  layout: 'join',
  top: null,
  separator: ', ',
  sort: null,
  ifNone: null,
  ifProblem: null,
  since: null,
  maxAgeMs: 0,
  filters: new Map(),
  isTopGiven: false,
  isAgeAsked: false,
  given: new Map(),
};
const error = new TraceError('unreachable', {});
const stripe: RowAnswer = {
  is: 'values',
  fields: [
    { is: 'many', cells: ['React', 'Stripe'] },
    { is: 'one', cell: 2 },
  ],
};
const empty: RowAnswer = {
  is: 'values',
  fields: [
    { is: 'many', cells: [] },
    { is: 'one', cell: 0 },
  ],
};
const unknown: RowAnswer = {
  is: 'values',
  fields: [
    { is: 'many', cells: null },
    { is: 'one', cell: '' },
  ],
};
const ROWS = [
  { given: 'stripe.com', answer: stripe },
  { given: '', answer: { is: 'blank' } },
  { given: 'a.example', answer: { is: 'notTracked' } },
  { given: 'b.example', answer: empty },
  { given: 'c.example', answer: unknown },
  { given: 'd.example', answer: { is: 'problem', error } },
  { given: 'e.example', answer: { is: 'notAsked' } },
] as const;

const table = (options: Partial<Options>, isRange = true) =>
  toTable(ROWS, ['name', 'count'], { ...DEFAULTS, ...options }, isRange);

describe('layout=join', () => {
  it('is one row for each input: the four cases, problems and previews in every column', () => {
    expect(table({})).toEqual([
      ['React, Stripe', 2],
      ['', ''],
      ['not tracked', 'not tracked'],
      ['none', 0],
      ['', ''],
      [error, error],
      ['(preview)', '(preview)'],
    ]);
  });

  it('puts if_none in place of "not tracked" and "none" only', () => {
    expect(table({ ifNone: '-' })).toEqual([
      ['React, Stripe', 2],
      ['', ''],
      ['-', '-'],
      ['-', 0],
      ['', ''],
      [error, error],
      ['(preview)', '(preview)'],
    ]);
  });

  it('has a row of headers', () => {
    expect(table({ headers: 1 })[0]).toEqual(['name', 'count']);
  });

  it('has a column of inputs with headers=2', () => {
    expect(table({ headers: 2 }).slice(0, 3)).toEqual([
      ['input', 'name', 'count'],
      ['stripe.com', 'React, Stripe', 2],
      ['', '', ''],
    ]);
  });
});

describe('layout=columns', () => {
  const one = (options: Partial<Options>, answer: RowAnswer) =>
    toTable([{ given: 'x', answer }], ['name'], { ...DEFAULTS, layout: 'columns', ...options }, false);
  const many = (...cells: string[]): RowAnswer => ({ is: 'values', fields: [{ is: 'many', cells }] });

  it('is exactly as wide as top, padded with blanks', () => {
    expect(one({ top: 3 }, many('a'))).toEqual([['a', '', '']]);
  });

  it('is five wide by default', () => {
    expect(one({}, many('a', 'b', 'c', 'd', 'e', 'f'))).toEqual([['a', 'b', 'c', 'd', 'e']]);
  });

  it('says none once', () => {
    expect(one({ top: 2 }, many())).toEqual([['none', '']]);
  });

  it('says not tracked in every column', () => {
    expect(one({ top: 2 }, { is: 'notTracked' })).toEqual([['not tracked', 'not tracked']]);
  });

  it('numbers its headers', () => {
    expect(one({ top: 2, headers: 1 }, many('a'))[0]).toEqual(['name 1', 'name 2']);
  });

  it('refuses two fields', () => {
    expect(() => table({ layout: 'columns' })).toThrow(
      'layout=columns shows one field, not 2. Use one field, or remove the option.',
    );
  });
});

describe('layout=spill', () => {
  it('is one row for each value, with the input first where there are several inputs', () => {
    expect(table({ layout: 'spill' })).toEqual([
      ['stripe.com', 'React', 2],
      ['stripe.com', 'Stripe', 2],
      ['', '', ''],
      ['a.example', 'not tracked', 'not tracked'],
      ['b.example', 'none', 0],
      ['c.example', '', ''],
      ['d.example', error, error],
      ['e.example', '(preview)', '(preview)'],
    ]);
  });

  it('leaves the input out for one cell', () => {
    const rows = [{ given: 'stripe.com', answer: stripe }];
    expect(toTable(rows, ['name', 'count'], { ...DEFAULTS, layout: 'spill', headers: 1 }, false)).toEqual([
      ['name', 'count'],
      ['React', 2],
      ['Stripe', 2],
    ]);
  });
});
