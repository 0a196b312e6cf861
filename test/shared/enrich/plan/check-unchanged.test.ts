import { readInput } from '../../../../shared/cells/inputs';
import { checkUnchanged } from '../../../../shared/enrich/plan/check-unchanged';

type Cell = string | number | boolean;

function check(read: Cell, now: Cell, isOfAll: boolean): void {
  checkUnchanged([{ row: 0, input: readInput(read) }], [now], isOfAll);
}

const LEFT_ALONE: readonly (readonly [what: string, cell: Cell])[] = [
  ['a domain', 'stripe.com'],
  ['a domain among blanks', ' stripe.com '],
  ['an empty cell', ''],
  ['blanks', '  '],
  ['a zero', 0],
  ['a number', 42],
  ['a title', 'Website'],
  ['a check box', true],
  ['an API key', 'trace_abcdefghijklmnop1234567890'],
  ['an error', '#N/A'],
  ['two domains', 'stripe.com, shopify.com'],
];

describe.each([
  ['every row is written', true],
  ['only companies are written', false],
])('where %s', (_what, isOfAll) => {
  it.each(LEFT_ALONE)('%s that was not touched is unchanged', (_cell, cell) => {
    expect(() => check(cell, cell, isOfAll)).not.toThrow();
  });

  it.each([
    ['another company', 'stripe.com', 'shopify.com'],
    ['nothing', 'stripe.com', ''],
    ['a problem', 'stripe.com', 42],
    ['a company where there was none', '', 'stripe.com'],
  ])('%s is a change', (_to, read, now) => {
    expect(() => check(read, now, isOfAll)).toThrow(expect.objectContaining({ code: 'sheetChanged' }));
  });

  it('another spelling of the company is none', () => {
    expect(() => check('stripe.com', 'https://www.stripe.com/', isOfAll)).not.toThrow();
  });
});

it.each([
  ['one mistake for another', 'stripe.com, shopify.com', 'Stripe Inc'],
  ['a number for another', 41, 42],
  ['a mistake for nothing', 42, ''],
])('%s changes what a status says, and nothing else', (_what, read, now) => {
  expect(() => check(read, now, true)).toThrow(expect.objectContaining({ code: 'sheetChanged' }));
  expect(() => check(read, now, false)).not.toThrow();
});
