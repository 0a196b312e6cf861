import { findDomainColumn } from '../../../../shared/enrich/plan/domain-column';

const toColumns = (rows: readonly (readonly string[])[]) =>
  rows[0]!.map((_cell, column) => ({ column, values: rows.map((row) => row[column]!) }));

test.each([
  [
    'by domains',
    [
      ['Name', 'Website'],
      ['Stripe', 'stripe.com'],
      ['Figma', 'figma.com'],
    ],
    1,
  ],
  [
    'by web addresses',
    [
      ['Deal', 'Url'],
      ['12', 'https://stripe.com/pricing'],
    ],
    1,
  ],
  [
    'by e-mail addresses',
    [
      ['Name', 'Mail'],
      ['Ada', 'ada@stripe.com'],
    ],
    1,
  ],
  [
    'the fuller of two',
    [
      ['Mail', 'Site'],
      ['ada@stripe.com', 'stripe.com'],
      ['', 'figma.com'],
    ],
    1,
  ],
  [
    'the first of two that are equally full',
    [
      ['Site', 'Mail'],
      ['stripe.com', 'ada@stripe.com'],
    ],
    0,
  ],
  [
    'of addresses that are not companies',
    [
      ['Name', 'Mail'],
      ['Ada', 'ada@gmail.com'],
    ],
    1,
  ],
  [
    'none, of names only',
    [
      ['Company', 'Owner'],
      ['Stripe', 'Ada'],
    ],
    null,
  ],
  ['none, where one note in three has a domain', [['Note'], ['stripe.com'], ['a b'], ['c d']], null],
])('the column of domains is found %s', (_how, rows, column) => {
  expect(findDomainColumn(toColumns(rows))).toBe(column);
});
