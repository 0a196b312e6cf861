import { readDisconnected, type SheetProgram } from '../cells/disconnected-formula';
import { valueAt, type SheetCells } from './sheet-cells';

/** The Trace formulas of a file that its program does not calculate. */
export interface DisconnectedFormulas {
  readonly formulas: number;
  /** `null`: there is none. Row and column count from 0. */
  readonly first: { readonly sheet: string; readonly row: number; readonly column: number } | null;
}

/** Counts the Trace formulas that came from another program, whether or not they can be entered again. */
export function findDisconnected(sheets: readonly SheetCells[], program: SheetProgram): DisconnectedFormulas {
  const found = sheets.flatMap((sheet) =>
    sheet.formulas.flatMap((line, row) =>
      line.flatMap((formula, column) =>
        formula !== '' && readDisconnected(formula, valueAt(sheet, row, column), program)?.is === 'formula'
          ? [{ sheet: sheet.id, row, column }]
          : [],
      ),
    ),
  );
  return { formulas: found.length, first: found[0] ?? null };
}
