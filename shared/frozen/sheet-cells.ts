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

/** Some cells of one sheet. Rows and columns count from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A reference that names its cells by a table or a spilled range. */
export interface FoundLink {
  /** Its position in the formula. */
  readonly from: number;
  readonly to: number;
  readonly reference: Reference<number>;
}

/** What the formulas of a sheet refer to by name: columns of tables, such as `[@Domain]`, and spilled ranges, such as `A2#`. */
export interface Links {
  /** @returns `null` where one of them could not be written again. Places count from 0 */
  find(formula: string, row: number, column: number): readonly FoundLink[] | null;
  /** The formula with plain cells in place of links. @returns `null` as {@link find} does */
  toPlain(formula: string, row: number, column: number): string | null;
  /** The reference to where its columns are now; `null`: they are gone. */
  place<C>(reference: Reference<C>, around: Placing<C>): Reference<number> | null;
  /**
   * Where a marked column of another sheet is now; `null`: nowhere, or in several places.
   *
   * @param called the table's former name: only it tells a table from its copy on a copied sheet
   */
  findElsewhere(mark: unknown, found: readonly Marked[], called?: string): Elsewhere | null;
  /** For `JSON.stringify` of a template: leaves out the former names of tables and columns. */
  readonly toKind: (key: string, value: unknown) => unknown;
  /** Gives pieces the newest template among those that only differ in names. */
  alike<P extends { readonly template: number }, C>(
    pieces: readonly P[],
    templates: readonly Template<C>[],
  ): readonly P[];
  /** The columns of tables on other sheets. */
  columnsElsewhere(references: readonly Reference<number>[]): readonly (readonly [SheetCells, number])[];
  /** The sheet that a reference names. */
  sheetOf(text: string): SheetCells | null;
  /** How a formula in a cell writes a reference to a table now; `null`: the table is gone. */
  write(reference: Reference<number>, row: number, column: number): string | null;
  /** The cells that a reference means for a formula in a row. */
  cellsOf(reference: Reference<number>, row: number): (Block & { readonly of: SheetCells }) | null;
  /** The cells at the start of spilled ranges that the formula reads, each with its sheet. */
  anchorsOf(formula: string): readonly Anchor[];
  readonly order: SpillOrder;
}

type Elsewhere = readonly [sheet: string, column: number];

interface Marked {
  readonly mark: string;
  readonly sheet: string;
  readonly column: number;
  /** Whether the mark came with a copied sheet, as far as the host can tell. */
  readonly isCopy?: boolean;
}

/** Where columns are now. */
export interface Placing<C> {
  /** On the formula's own sheet; `null`: nowhere. */
  readonly columnOf: (column: C | number) => number | null;
  /** On other sheets; `null`: nowhere, or in several places. */
  readonly elsewhere?: (column: C | number, called?: string) => Elsewhere | null;
}

type Place = Pick<Block, 'row' | 'column'>;

/** A formula about to come back. */
export interface Coming extends Place {
  readonly sheet: string;
  readonly formula: string;
}

/** The order for freezing and thawing where formulas read spilled ranges: `A2#` is `#REF!` while A2 is a value. */
export interface SpillOrder {
  readersIn(sheets: readonly SheetCells[]): SpillReaders;
  /**
   * Splits formulas into groups. Each group only reads what earlier ones spill.
   *
   * @returns the groups, and the formulas that read a spilled range of a cell that stays a value
   */
  inThawOrder<T extends Coming>(
    restore: readonly T[],
    sheets: readonly SheetCells[],
  ): readonly [groups: readonly (readonly T[])[], unread: readonly T[]];
  /** Whether all spilled ranges that a formula reads have their formulas. @param done what came back */
  canSpill(cell: Coming, sheets: readonly SheetCells[], done: readonly Coming[]): boolean;
}

/** Formulas that read spilled ranges. */
interface SpillReaders {
  /** Splits formulas of a sheet into groups. Each group only reads what later ones have spilled. */
  inOrder<T extends Place>(sheet: string, cells: readonly T[]): readonly (readonly T[])[];
  /** Whether any formula still reads the spilled range of a cell. */
  areLeft(sheet: string, cell: Place): boolean;
  /** Notes that the formulas of some cells are values now. */
  frozen(sheet: string, cells: readonly Place[]): void;
}

/** `undefined`: no formula of this host reads spilled ranges. */
export function findOrder(sheets: readonly SheetCells[]): SpillOrder | undefined {
  return sheets[0]?.links?.order;
}

/** A cell with a formula that fills more than its own cell. */
export interface Anchor extends Pick<Block, 'row' | 'column'> {
  readonly of: SheetCells;
}

/** `''`: it has none. Row and column count from 0. */
export function formulaAt({ formulas }: SheetCells, row: number, column: number): string {
  return formulas[row]?.[column] ?? '';
}

/** Cells beyond the last one are blank. Row and column count from 0. */
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
