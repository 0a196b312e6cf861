import { callsTrace } from '../cells/formulas';
import { hasApiKey } from '../errors/mask-keys';
import { cellName } from './list-row';
import { valueAt, type Block, type SheetCells } from './sheet-cells';

/** Why a formula stays a formula. */
export type Stays = 'problem' | 'blank' | 'key' | 'protected' | 'moved' | 'unclear' | 'refused' | 'left' | 'read';

/** What is asked for of one sheet. Rows and columns count from 0. */
export interface FreezeScope {
  readonly sheet: SheetCells;
  readonly isAsked: (row: number, column: number) => boolean;
  /** Whether the formula of a cell has no answer, but problems: one bad row does not keep the others from being frozen. */
  readonly isProblem: (row: number, column: number) => boolean;
  readonly isProtected: (row: number, column: number) => boolean;
  /** The cells that a formula fills, as far as the host can tell beforehand. */
  readonly blockOf: (row: number, column: number) => Block;
}

/** A formula to freeze, and the cells that it fills. */
export interface ToFreeze extends Block {
  readonly formula: string;
}

/** Names of functions look like keys of Trace. */
const CALLS = /TRACE_[A-Z_]+\s*\(/gi;

/** Chooses the formulas of a sheet to freeze. The others stay, each with a reason. */
export function planFreeze(
  { sheet, isAsked, isProblem, isProtected, blockOf }: FreezeScope,
  stay: (why: Stays) => void,
): readonly ToFreeze[] {
  const found: ToFreeze[] = [];
  sheet.formulas.forEach((line, row) =>
    line.forEach((formula, column) => {
      if (!callsTrace(formula) || !isAsked(row, column)) return;
      if (isProblem(row, column)) stay('problem');
      // It may have no answer yet.
      else if (valueAt(sheet, row, column) === '') stay('blank');
      else if (isProtected(row, column)) stay('protected');
      // The list is for everyone who may open the file.
      else if (hasApiKey(formula.replace(CALLS, '('))) stay('key');
      else found.push({ ...blockOf(row, column), formula });
    }),
  );
  return found;
}

const SPILLED = /\$?([A-Z]{1,3})\$?(\d{1,7})#/g;

/** A formula that reads spilled ranges, which show `#REF!` once their first cells are values. */
export interface SpillReader {
  readonly place: string;
  /** Cells such as `A2`, of whatever sheet. */
  readonly reads: readonly string[];
}

export function findSpillReaders(sheets: readonly SheetCells[]): readonly SpillReader[] {
  return sheets.flatMap(({ id, formulas }) =>
    formulas.flatMap((line, row) =>
      line.flatMap((formula, column): readonly SpillReader[] => {
        if (!formula.includes('#')) return [];
        const reads = [...formula.matchAll(SPILLED)].map(([, letters, at]) => `${letters}${at}`);
        return reads.length === 0 ? [] : [{ place: placeOf(id, { row, column }), reads }];
      }),
    ),
  );
}

export function placeOf(sheet: string, { row, column }: Pick<Block, 'row' | 'column'>): string {
  return `${sheet} ${cellName(row, column)}`;
}
