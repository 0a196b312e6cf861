import type { IMutationInfo } from '@univerjs/core';

/** A cell of a sheet. Row and column count from 0. */
export interface WrittenCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface ChangeParams {
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>> | undefined>>;
}

/**
 * Undoing such a change may drop, move or hide cells. These are the grid's names, such as `sheet.mutation.insert-col`.
 */
const MOVES_CELLS = /\.(add|insert|move|remove|reorder)-/;

const REMOVES_SHEET = 'sheet.mutation.remove-sheet';

/** The cells that changes write. */
export function cellsOf(changes: readonly IMutationInfo[]): readonly WrittenCell[] {
  return changes.flatMap(({ params }) => {
    const { subUnitId: sheet = '', cellValue = {} } = params as ChangeParams;
    return Object.entries(cellValue).flatMap(([row, cells]) =>
      Object.keys(cells ?? {}).map((column) => ({ sheet, row: Number(row), column: Number(column) })),
    );
  });
}

/** Whether one of the changes writes one of the cells, or may move it. */
export function wouldTouch(changes: readonly IMutationInfo[], cells: readonly WrittenCell[]): boolean {
  return changes.some(({ id, params }) => {
    const { subUnitId, cellValue } = params as ChangeParams;
    const isMoving = MOVES_CELLS.test(id);
    return cells.some(
      ({ sheet, row, column }) => sheet === subUnitId && (isMoving || cellValue?.[row]?.[column] !== undefined),
    );
  });
}

/** The sheets that changes remove. */
export function removedBy(changes: readonly IMutationInfo[]): ReadonlySet<string> {
  return new Set(changes.filter(({ id }) => id === REMOVES_SHEET).map(sheetOf));
}

/** Without the changes to these sheets. */
export function withoutSheets(changes: readonly IMutationInfo[], sheets: ReadonlySet<string>): IMutationInfo[] {
  return changes.filter((change) => !sheets.has(sheetOf(change)));
}

function sheetOf({ params }: IMutationInfo): string {
  return (params as ChangeParams).subUnitId ?? '';
}
