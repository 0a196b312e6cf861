import { callsTrace } from '../cells/formulas';
import { hasApiKey } from '../errors/mask-keys';
import { placesOf } from './blocks';
import { cellName } from './list-row';
import { valueAt, type Block, type SheetCells } from './sheet-cells';

/** Why a formula stays a formula. */
export type Stays = 'problem' | 'blank' | 'key' | 'protected' | 'moved' | 'unclear' | 'refused' | 'unreached' | 'read';

/** The formulas of one sheet to freeze. Rows and columns count from 0. */
export interface FreezeScope {
  readonly sheet: SheetCells;
  readonly isAsked: (row: number, column: number) => boolean;
  /** Whether a cell shows a problem. */
  readonly isProblem: (row: number, column: number) => boolean;
}

/** A formula to freeze, and the cells that it fills. */
export interface ToFreeze extends Block {
  readonly formula: string;
}

/** Names of functions look like Trace keys. */
const CALLS = /TRACE_[A-Z_]+\s*\(/gi;
const SPILLED = /\$?([A-Z]{1,3})\$?(\d{1,7})#/g;

/**
 * Chooses the formulas of a sheet to freeze. The others stay, each with a reason.
 *
 * @param spillsRead from {@link findSpillsRead}
 */
export function planFreeze(
  { sheet, isAsked, isProblem }: FreezeScope,
  spillsRead: ReadonlySet<string>,
  stay: (why: Stays) => void,
): readonly ToFreeze[] {
  const found: ToFreeze[] = [];
  sheet.formulas.forEach((line, row) =>
    line.forEach((formula, column) => {
      if (!callsTrace(formula) || !isAsked(row, column)) return;
      const block = sheet.extents?.get(`${row} ${column}`) ?? { row, column, rows: 1, columns: 1 };
      // One bad row does not keep the others from being frozen.
      if (placesOf(block).every(([down, right]) => isProblem(down, right))) stay('problem');
      // The formula may not have an answer yet.
      else if (placesOf(block).every((place) => valueAt(sheet, ...place) === '')) stay('blank');
      // Everyone who may open the file can read the list.
      else if (hasApiKey(formula.replace(CALLS, '('))) stay('key');
      else if (spillsRead.has(cellName(row, column))) stay('read');
      else found.push({ ...block, formula });
    }),
  );
  return found;
}

/**
 * Cells such as `A2` that formulas of any sheet read as `A2#`. Those formulas would show `#REF!` once the cell is a
 * value.
 */
export function findSpillsRead(sheets: readonly SheetCells[]): ReadonlySet<string> {
  const formulas = sheets.flatMap((sheet) => sheet.formulas.flat()).filter((formula) => formula.includes('#'));
  return new Set(formulas.flatMap((text) => [...text.matchAll(SPILLED)].map(([, letters, row]) => `${letters}${row}`)));
}
