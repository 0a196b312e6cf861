import { NO_OPTIONS } from '../../../shared/cells/options';
import { toTable, type AnsweredRow } from '../../../shared/cells/table';
import type { Table } from '../../../shared/cells/values';

/** Saved cells that someone has edited. */

const shown = (lines: Table): AnsweredRow => ({ given: 'a.com', answer: { is: 'shown', lines } });

it.each<readonly [string, Table, Table]>([
  ['as many cells', [['A', 'B']], [['A', 'B']]],
  ['too few', [['A']], [['A', '']]],
  ['too many', [['A', 'B', 'C']], [['A', 'B']]],
  [
    'a row too many',
    [
      ['A', 'B'],
      ['C', 'D'],
    ],
    [['A', 'B']],
  ],
])('%s are one row of as many cells as there are fields', (_name, lines, table) => {
  expect(toTable([shown(lines)], ['name', 'domain'], NO_OPTIONS, false)).toEqual(table);
});

it('values that spill keep their rows', () => {
  const options = { ...NO_OPTIONS, layout: 'spill' } as const;
  expect(toTable([shown([['A'], ['B', 'C']])], ['name'], options, false)).toEqual([['A'], ['B']]);
});
