import type { Reference, Template } from './reference';

/** What a cell holds: a date is its serial number, `''` a blank cell. */
export type HeldValue = string | number | boolean;

/** All cells of a sheet, from its first one on. Rows and columns count from 0. */
export interface SheetCells {
  readonly id: string;
  readonly name: string;
  /** In A1 notation; `''` where there is none. */
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly HeldValue[])[];
  /** Absent in hosts that do not tell. */
  readonly links?: Links;
}

/** Some cells of one sheet. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A reference in a formula that names its cells otherwise than by their places. */
export interface FoundLink {
  /** Where it stands in the formula. */
  readonly from: number;
  readonly to: number;
  readonly reference: Reference<number>;
}

/** What the formulas of a sheet refer to by name: columns of tables, such as `[@Domain]`, and spilled ranges, such as `A2#`. */
export interface Links {
  /** @returns `null` where one of them could not be written again. Places count from 0 */
  find(formula: string, row: number, column: number): readonly FoundLink[] | null;
  /** The same formula with the cells in their place. @returns as {@link find} does */
  toPlain(formula: string, row: number, column: number): string | null;
  /** A reference with its columns where they are now; `null`: they are gone. */
  place<C>(reference: Reference<C>, around: Placing<C>): Reference<number> | null;
  /**
   * Where a marked column of another sheet is now; `null`: nowhere, or in several.
   *
   * @param called what the table was called: nothing else tells a table from its copy on a copied sheet, where that is left
   */
  findElsewhere(mark: unknown, found: readonly Marked[], called?: string): Elsewhere | null;
  /** For `JSON.stringify` of a template: leaves out what tables and columns were called when it was kept. */
  readonly toKind: (key: string, value: unknown) => unknown;
  /** Pieces with the newest of the templates of their kind. */
  alike<P extends { readonly template: number }, C>(
    pieces: readonly P[],
    templates: readonly Template<C>[],
  ): readonly P[];
  /** The columns of tables on other sheets. */
  columnsElsewhere(references: readonly Reference<number>[]): readonly (readonly [SheetCells, number])[];
  /** The sheet that a reference says. */
  sheetOf(text: string): SheetCells | null;
  /** The reference to a table as a formula in a cell writes it now; `null`: there is no such table any more. */
  write(reference: Reference<number>, row: number, column: number): string | null;
  /** The cells that it means for a formula in a row. */
  cellsOf(reference: Reference<number>, row: number): (Block & { readonly of: SheetCells }) | null;
  /** The cells whose spilled ranges the formula reads, each with its sheet. */
  anchorsOf(formula: string): readonly Anchor[];
  readonly order: SpillOrder;
}

type Elsewhere = readonly [sheet: string, column: number];

interface Marked {
  readonly mark: string;
  readonly sheet: string;
  readonly column: number;
  /** Whether the mark came with a copy of its sheet, as far as the host can tell. */
  readonly isCopy?: boolean;
}

/** Where columns are now. */
export interface Placing<C> {
  /** In the formula's own sheet; `null`: nowhere. */
  readonly columnOf: (column: C | number) => number | null;
  /** In others; `null`: nowhere, or in several. */
  readonly elsewhere?: (column: C | number, called?: string) => Elsewhere | null;
}

type Place = Pick<Block, 'row' | 'column'>;

/** A formula that is to come back. */
export interface Coming extends Place {
  readonly sheet: string;
  readonly formula: string;
}

/** The order in which formulas are frozen and thawed where some read what others spill: `A2#` is `#REF!` where A2 is a value. */
export interface SpillOrder {
  readersIn(sheets: readonly SheetCells[]): SpillReaders;
  /**
   * Formulas in groups, of which each reads what earlier ones spill.
   *
   * @returns besides, those that read what a cell would have to spill that stays a value
   */
  inThawOrder<T extends Coming>(
    restore: readonly T[],
    sheets: readonly SheetCells[],
  ): readonly [groups: readonly (readonly T[])[], unread: readonly T[]];
  /** Whether each cell whose spilled range a formula reads has its formula. @param done what is back */
  canSpill(cell: Coming, sheets: readonly SheetCells[], done: readonly Coming[]): boolean;
}

/** The formulas that read what cells have spilled. */
interface SpillReaders {
  /** Formulas of a sheet in groups, of which each reads what later ones have spilled. */
  inOrder<T extends Place>(sheet: string, cells: readonly T[]): readonly (readonly T[])[];
  /** Whether a formula still reads what the cell has spilled. */
  areLeft(sheet: string, cell: Place): boolean;
  /** The formulas of some cells are values. */
  frozen(sheet: string, cells: readonly Place[]): void;
}

/** `undefined`: in this host no formula reads what others spill. */
export function findOrder(sheets: readonly SheetCells[]): SpillOrder | undefined {
  return sheets[0]?.links?.order;
}

/** A cell whose formula fills more than its own. */
export interface Anchor extends Pick<Block, 'row' | 'column'> {
  readonly of: SheetCells;
}

export function formulaAt({ formulas }: SheetCells, row: number, column: number): string {
  return formulas[row]?.[column] ?? '';
}

/** Cells beyond the last one are blank. */
export function valueAt({ values }: SheetCells, row: number, column: number): HeldValue {
  return values[row]?.[column] ?? '';
}

/** Whether a block has no formula in it. */
export function holdsValues(sheet: SheetCells, { row, column, rows, columns }: Block): boolean {
  for (let down = row; down < row + rows; down += 1) {
    for (let right = column; right < column + columns; right += 1) {
      if (formulaAt(sheet, down, right) !== '') return false;
    }
  }
  return true;
}
