import type { FieldAnswer } from '../../../shared/cells/answers';
import type { Options } from '../../../shared/cells/options';
import { toCutNote, toRowsTable } from '../../../shared/cells/rows-table';

const OPTIONS: Options = {
  headers: 1,
  layout: 'join',
  top: 25,
  isTopGiven: false,
  separator: ', ',
  sort: null,
  ifNone: null,
  ifProblem: null,
  since: null,
  maxAgeMs: 0,
  isAgeAsked: false,
  filters: new Map(),
  given: new Map(),
};
const one = (cell: string): FieldAnswer => ({ is: 'one', cell });
const table = (rows: readonly (readonly FieldAnswer[])[], note = '', options: Partial<Options> = {}) =>
  toRowsTable({ titles: ['a', 'b'], rows, note }, { ...OPTIONS, ...options });

describe('a table of rows', () => {
  it.each([
    [
      'a header above',
      table([[one('1'), one('2')]]),
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['no header where it is switched off', table([[one('1'), one('2')]], '', { headers: 0 }), [['1', '2']]],
    [
      'a note below, in its first column',
      table([[one('1'), one('2')]], '… 1.', { headers: 0 }),
      [
        ['1', '2'],
        ['… 1.', ''],
      ],
    ],
    [
      'none for no rows',
      table([]),
      [
        ['a', 'b'],
        ['none', ''],
      ],
    ],
    ['what was asked for instead of none', table([], '', { ifNone: '-', headers: 0 }), [['-', '']]],
    ['its note for no rows that are cut', table([], '… 0.', { headers: 0 }), [['… 0.', '']]],
    [
      'lists in one cell: joined, empty, unknown',
      toRowsTable(
        {
          titles: ['a', 'b', 'c'],
          rows: [
            [
              { is: 'many', cells: ['x', 'y'] },
              { is: 'many', cells: [] },
              { is: 'many', cells: null },
            ],
          ],
          note: '',
        },
        { ...OPTIONS, headers: 0, separator: '+' },
      ),
      [['x+y', 'none', '']],
    ],
    ['one cell for what is not tracked', toRowsTable('notTracked', OPTIONS), [['not tracked']]],
    ['what was asked for instead of that', toRowsTable('notTracked', { ...OPTIONS, ifNone: '-' }), [['-']]],
    ['one cell for a preview', toRowsTable('notAsked', OPTIONS), [['(preview)']]],
  ])('has %s', (_name, cells, expected) => {
    expect(cells).toEqual(expected);
  });
});

describe('the note of a list that is cut', () => {
  const note = (shown: number, list: object, options: Partial<Options> = {}) =>
    toCutNote(
      { rows: Array(shown), total: null, isCut: true, isPartial: false, ...list },
      { ...OPTIONS, ...options },
      10_000,
    );

  it.each<[string, string, string]>([
    ['nothing for a whole list', note(3, { isCut: false }), ''],
    ['how many there are, and how to see them', note(25, { total: 1284 }), '… 25 of 1,284. top=1284 shows more.'],
    ['a next step where nobody knows how many there are', note(25, {}), '… 25. top=100 shows more.'],
    ['the most that a table has', note(25, { total: 12_000 }), '… 25 of 12,000. top=10000 shows more.'],
    [
      'that a table has no more',
      note(10_000, { total: 12_000 }),
      '… 10,000 of 12,000. A table has at most 10,000 rows.',
    ],
    ['nothing where as many are shown as were asked for', note(25, { total: 99 }, { isTopGiven: true }), ''],
    [
      'that Trace gives no more',
      note(3, { total: 99 }, { isTopGiven: true }),
      '… 3 of 99. Trace has no more to show. Use more filters.',
    ],
    ['how to see more of a page', note(50, { total: 480 }, { top: null }), '… 50 of 480. top=480 shows more.'],
    [
      'that there was no time for more',
      note(3, { total: 99, isPartial: true }),
      '… 3 of 99 so far: out of time or credits. Recalculate the formula.',
    ],
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });
});
