import { serialOf } from '../../shared/days';
import type { GridCell } from '../../shared/enrich/sheet/cell-values';
import { toInsertion } from '../../shared/panel/common/insert/insertion';
import { toMemberCells } from '../../shared/panel/lists/member-table';
import { toChangeRows, toChangesSheet } from '../../shared/panel/activity/changes-sheet';
import { toWarmTable } from '../../shared/panel/explore/warm/warm-table';
import type { ActiveCell, NewSheet } from '../../shared/ports';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from './formula-payloads';

const PAYLOADS = [...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS];
const CELL: ActiveCell = { sheet: '7', sheetName: 'Leads', row: 0, column: 0, value: '', formula: '' };

/** What formulas show that are frozen to values. */
export const FROZEN_PAYLOADS: readonly string[] = [...PAYLOADS, "'=1+1", "''", ' =1+1'];

/** What the panel inserts into a sheet if every name is a payload, by origin. */
export const INSERTED_PAYLOADS: readonly (readonly [from: string, rows: readonly (readonly GridCell[])[]])[] = [
  ['Explore', cellsOf([['Name', 'Partner'], ...PAYLOADS.map((payload) => [payload, payload])])],
  ['a list', toMemberCells(PAYLOADS.map((name) => ({ domain: name, name, slug: null, tier: name, score: null })))],
  [
    'warm paths',
    cellsOf(
      toWarmTable(
        'rows',
        PAYLOADS.map((name) => ({
          ...{ account: name, partner: name },
          found: { is: 'yes' as const, first: name, last: name, observations: null, type: name },
        })),
      ),
    ),
  ],
];

/** A sheet that the panel adds, with the same payloads. */
export const CHANGES_OF_PAYLOADS: NewSheet = toChangesSheet(
  toChangeRows(
    PAYLOADS.flatMap((name) => {
      const change = { domain: name, what: name, category: name, from: name, to: name, seenOn: '2026-11-30' };
      return [
        { ...change, kind: 'technology', is: 'adopted' } as const,
        { ...change, kind: 'partner', is: 'dropped' } as const,
        { ...change, kind: 'fact', is: 'changed' } as const,
      ];
    }),
    '2026-12-01',
  ),
);

/** What its cells hold then: days are serial numbers. */
export const HELD_CHANGES = CHANGES_OF_PAYLOADS.rows.map((row) =>
  row.map((value) => (typeof value === 'object' ? serialOf(value.day) : value)),
);

function cellsOf(table: Parameters<typeof toInsertion>[1]): readonly (readonly GridCell[])[] {
  const { content } = toInsertion(CELL, table, null, 'values');
  return 'cells' in content ? content.cells : [];
}

/** The texts of cells, as they must appear in a sheet. */
export function textsIn(rows: readonly (readonly GridCell[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')));
}
