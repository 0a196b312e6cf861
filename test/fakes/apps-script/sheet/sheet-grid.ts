import { fromR1C1, readA1, toR1C1, type Moved, type Place } from './a1';
import { FormulaMemory } from './formula-memory';
import { formulasOf, hasOpenRange, toSpill, withSeparator } from './grid-formulas';
import { GridCells } from './grid-cells';
import {
  EMPTY,
  inSortedRows,
  LOADING,
  moveCells,
  toColumnMove,
  toRowMove,
  toRowOrder,
  withMovedReferences,
  type GridCell,
  type MoveKey,
  type Rewrite,
} from './moved-cells';
import { fromKey, toKey } from './place-key';
import { SheetLayout } from './sheet-layout';
import { readTyped } from './typed';

export interface GridCopy {
  readonly id: number;
  readonly name: string;
  readonly cells: readonly (readonly [string, GridCell])[];
  readonly whileCalculating: SheetGrid['whileCalculating'];
}

/** The cells of one sheet. Formulas wait, as `Loading...`, until {@link SheetGrid.answer} is called for them. */
export class SheetGrid {
  private readonly cells = new GridCells();
  /** `OBJECT`: it contains a chart and no cells. */
  type: 'GRID' | 'OBJECT' = 'GRID';
  /**
   * What a formula shows if its table would cover something, or reach beyond the sheet, in the language of the
   * spreadsheet: https://support.google.com/docs/answer/3093986.
   */
  blocked = '#REF!';
  /** Whether only its owner may edit it. */
  isProtected = false;
  /** The argument separator in the language of the spreadsheet. */
  separator: ',' | ';' = ',';
  /** What a script reads from a formula that is being calculated, which Google does not document. */
  whileCalculating: 'loading' | 'blank' | 'before' = 'loading';
  readonly memory = new FormulaMemory();
  /** What Ctrl+Z restores, newest last; `null`: not recorded. */
  undos: ReadonlyMap<string, GridCell>[] | null = null;
  /** Everything about it except cell contents. */
  readonly layout = new SheetLayout();

  constructor(
    readonly id: number,
    readonly name: string,
  ) {}

  /** Enters text as typed: if it begins with `=`, it is a formula. @param at such as `B2` */
  enter(at: string, entered: unknown): void {
    this.put(readA1(at), entered);
  }

  put(place: Place, entered: unknown): void {
    if (typeof entered !== 'string' || !entered.startsWith('=')) return this.hold(place, entered);
    const at = toKey(place);
    const formula = withSeparator(entered, this.separator);
    this.set(at, { formula, value: LOADING });
    const answer = this.memory.enter(at, formula);
    if (answer !== undefined) this.answer(place, answer);
  }

  /** Writes as `setValues` does: a text is read as if a user had typed it. */
  enterTyped(place: Place, typed: unknown): void {
    const format = this.layout.formatAt(place);
    // A new value erases the runs: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/cells#CellData.
    this.layout.rich.delete(toKey(place));
    const read = readTyped(typed, format);
    if (read.format !== format && !this.layout.typedColumns.has(place.column))
      this.layout.formats.set(toKey(place), read.format);
    if (read.is === 'formula') this.put(place, read.formula);
    else this.hold(place, read.value, read.isError);
  }

  /** Keeps a text as it is, whatever it begins with. */
  hold(place: Place, value: unknown, isError = false): void {
    this.set(toKey(place), value === '' || value === null ? null : { formula: '', value, ...(isError && { isError }) });
  }

  isError(place: Place): boolean {
    return this.at(place).isError === true;
  }

  putR1C1(place: Place, formula: string): void {
    this.put(place, fromR1C1(formula, place));
  }

  /** Begins a script's changes. */
  beginStep(): void {
    this.undos?.push(new Map(this.cells));
  }

  /** Presses Ctrl+Z. */
  undo(): void {
    this.cells.replace(this.undos!.pop()!);
  }

  /** The formulas that wait. */
  waiting(): readonly (Place & { readonly formula: string })[] {
    return this.cells.waiting();
  }

  /** Makes every formula wait again, as when a spreadsheet is opened. */
  recalculate(): void {
    this.cells.recalculate();
  }

  /** Its complete contents, for another thread. */
  copy(): GridCopy {
    return { id: this.id, name: this.name, cells: [...this.cells], whileCalculating: this.whileCalculating };
  }

  static from({ id, name, cells, whileCalculating }: GridCopy): SheetGrid {
    const grid = new SheetGrid(id, name);
    grid.cells.replace(cells);
    grid.whileCalculating = whileCalculating;
    return grid;
  }

  answer(place: Place, table: readonly (readonly unknown[])[]): void {
    const origin = toKey(place);
    const { formula, table: before } = this.cells.get(origin) ?? EMPTY;
    if (before !== undefined) this.cells.clearSpill(origin);
    this.memory.answered(formula, table);
    const spill = toSpill(place, table);
    const hasGrown = this.layout.growsWithResults && this.growTo(place.row + table.length - 1);
    const edge = this.edge();
    const isBeyond =
      place.row + table.length - 1 > edge.row || place.column + (table[0]?.length ?? 1) - 1 > edge.column;
    const isBlocked = isBeyond || spill.some(([at]) => at !== origin && this.cells.get(at) !== undefined);
    const isWaiting = hasGrown && hasOpenRange(formula);
    const shown = isBlocked ? this.blocked : table[0]?.[0];
    this.cells.set(origin, { formula, value: isWaiting ? LOADING : shown, table });
    if (isBlocked) return;
    for (const [at, value] of spill.slice(1)) this.cells.set(at, { formula: '', value, spilledFrom: origin });
  }

  /** Open ranges then have more rows, so formulas that refer to them are calculated again. */
  private growTo(row: number): boolean {
    if (row <= this.edge().row) return false;
    this.layout.rows = row;
    for (const [at, cell] of this.cells) {
      if (hasOpenRange(cell.formula)) this.cells.set(at, { ...cell, value: LOADING });
    }
    return true;
  }

  formula(place: Place): string {
    return this.at(place).formula;
  }

  formulaR1C1(place: Place): string {
    return toR1C1(this.at(place).formula, place);
  }

  value(place: Place): unknown {
    const { formula, value, before = '' } = this.at(place);
    if (this.whileCalculating === 'loading' || formula === '' || value !== LOADING) return value;
    return this.whileCalculating === 'blank' ? '' : before;
  }

  /** The extent of its contents; at least one cell, as in Google's data range. */
  extent(): Place {
    const { row, column } = this.filled();
    return { row: Math.max(1, row), column: Math.max(1, column) };
  }

  /** Its last row and column. */
  edge(): Place {
    const { row, column } = this.filled();
    return { row: Math.max(this.layout.rows, row), column: Math.max(this.layout.columns, column) };
  }

  /** The last row and column with content; 0 if there is none. */
  filled(): Place {
    return this.cells.reach();
  }

  /** Reorders rows, as a sort does. @param order the former position of each row, from 1 */
  reorder(order: readonly number[]): void {
    this.move(toRowOrder(order), inSortedRows(order));
  }

  /** Moves columns with their contents. @param toColumn `null`: the column is removed */
  moveColumns(toColumn: Moved): void {
    this.move(
      toColumnMove(toColumn),
      withMovedReferences((row) => row, toColumn),
    );
  }

  /** The positions of all cells, row by row. */
  places(): readonly Place[] {
    return this.cells.places();
  }

  /** Every formula, by its cell. */
  formulas(): Readonly<Record<string, string>> {
    return formulasOf(this.cells);
  }

  /** Inserts a row as a user does; rows below move, and references follow. */
  insertRowBefore(row: number): void {
    this.moveRows((at) => (at < row ? at : at + 1));
  }

  insertRowsAfter(after: number, count: number): void {
    this.moveRows((at) => (at <= after ? at : at + count));
  }

  deleteRow(row: number): void {
    this.moveRows((at) => (at === row ? null : at < row ? at : at - 1));
  }

  private moveRows(toRow: Moved): void {
    this.move(
      toRowMove(toRow),
      withMovedReferences(toRow, (column) => column),
    );
  }

  private move(move: MoveKey, rewrite: Rewrite): void {
    const [cells, tables] = moveCells(this.cells, move, rewrite);
    this.cells.replace(cells);
    this.layout.moveFormats(move);
    for (const [at, { table }] of tables) this.answer(fromKey(at), table!);
  }

  private at(place: Place): GridCell {
    return this.cells.get(toKey(place)) ?? EMPTY;
  }

  /** Writing into a table blanks all of it except its first cell; clearing the way shows it again. */
  private set(at: string, cell: GridCell | null): void {
    const { spilledFrom: origin, table } = this.cells.get(at) ?? EMPTY;
    if (origin !== undefined && cell === null) return;
    const anchor = origin === undefined ? undefined : this.cells.get(origin);
    if (origin !== undefined && anchor !== undefined) {
      this.cells.clearSpill(origin);
      this.cells.set(origin, { ...anchor, value: this.blocked });
    }
    if (table !== undefined) this.cells.clearSpill(at);
    if (cell !== null) this.cells.set(at, cell);
    else if (this.cells.delete(at)) this.spillAgain();
  }

  private spillAgain(): void {
    for (const [at, { value, table }] of [...this.cells])
      if (value === this.blocked && table !== undefined) this.answer(fromKey(at), table);
  }
}
