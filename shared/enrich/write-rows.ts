import type { TraceError } from '../errors/trace-error';
import { isGeneral } from './number-format';
import type { GridCell, GridValue } from './sheet/cell-values';
import type { GridWriting, RunPorts } from './sheet/ports';
import type { Reading } from './reading';
import type { Head } from './record/head';

/** Cells to write in one row, and what is compared in the same step. */
export interface RowWrite {
  readonly row: number;
  /** One for each target; `null`: left alone. */
  readonly cells: readonly (GridCell | null)[];
}

interface WriteOptions {
  /** Whether the other cells of the rows are compared. */
  readonly withOthers?: boolean;
  readonly save?: GridWriting['save'];
}

export interface RowsWritten {
  /** Rows of the sheet whose content has changed: nothing was written there. */
  readonly moved: ReadonlySet<number>;
  readonly refused: readonly { readonly row: number; readonly target: number; readonly error: TraceError }[];
  /** What cells contain instead of what was meant. */
  readonly instead: readonly { readonly row: number; readonly target: number; readonly cell: GridCell }[];
  /** Another page holds the record: nothing was written. */
  readonly isElsewhere: boolean;
}

/**
 * Writes rows in one call. The host compares the marks, the holder, the inputs and the cells in the same step, and
 * may compare the other cells of the rows.
 */
export async function writeRows(
  ports: RunPorts,
  head: Head,
  reading: Reading,
  rows: readonly RowWrite[],
  { withOthers = false, save }: WriteOptions = {},
): Promise<RowsWritten> {
  const { columns, input, others } = reading;
  const at = columns.targets.flatMap((column, target) => (column < 0 ? [] : [target]));
  const formatOf = (target: number, row: number): string => reading.targets[target]!.formats?.[row] ?? '';
  const areGeneral = rows.every(({ row }) => at.every((target) => isGeneral(formatOf(target, row))));
  const result = await ports.sheet.write({
    sheet: columns.sheet,
    rows: rows.map(({ row }) => row),
    columns: at.map((target) => columns.targets[target]!),
    cells: rows.map(({ cells }) => at.map((target) => cells[target] ?? null)),
    guard: {
      input: { column: columns.input, values: rows.map(({ row }) => input[row]!) },
      before: rows.map(({ row }) => at.map((target): GridValue => reading.targets[target]!.values[row]!)),
      formats: areGeneral ? null : rows.map(({ row }) => at.map((target) => formatOf(target, row))),
      beside: withOthers ? { columns: others.columns, values: rows.map(({ row }) => others.values[row]!) } : null,
      marks: columns.marks,
      holder: head.holder,
    },
    ...(save && { save }),
  });
  const targetOf = (column: number): number => columns.targets.indexOf(column);
  return {
    moved: new Set(result.moved.map((place) => rows[place]!.row)),
    refused: result.refused.map(({ at: place, column, error }) => {
      return { row: rows[place]!.row, target: targetOf(column), error };
    }),
    instead: (result.instead ?? []).map(({ at: place, column, cell }) => {
      return { row: rows[place]!.row, target: targetOf(column), cell };
    }),
    isElsewhere: result.isElsewhere === true,
  };
}
