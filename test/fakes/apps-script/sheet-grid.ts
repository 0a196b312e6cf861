import { fromR1C1, readA1, shiftRows, toA1, toR1C1, type Place } from './a1';
import { SheetLayout } from './sheet-layout';
import { readTyped } from './typed';

/** What Google shows until a function has answered. */
export const LOADING = 'Loading...';

interface GridCell {
  readonly formula: string;
  readonly value: unknown;
  /** Where the table starts that has spilled into this cell. */
  readonly spilledFrom?: string;
}

export interface GridCopy {
  readonly id: number;
  readonly name: string;
  readonly cells: readonly (readonly [string, GridCell])[];
}

const EMPTY: GridCell = { formula: '', value: '' };

/** The cells of one sheet. Formulas wait, as `Loading...`, until {@link SheetGrid.answer} is called for them. */
export class SheetGrid {
  private cells = new Map<string, GridCell>();
  /** `OBJECT`: it holds a chart and no cells. */
  type: 'GRID' | 'OBJECT' = 'GRID';
  /** Whether only its owner may edit it. */
  isProtected = false;
  /** Everything about it but its cells' contents. */
  readonly layout = new SheetLayout();

  constructor(
    readonly id: number,
    readonly name: string,
  ) {}

  /** As typed: a text that begins with `=` is a formula. @param at such as `B2` */
  enter(at: string, entered: unknown): void {
    this.put(readA1(at), entered);
  }

  put(place: Place, entered: unknown): void {
    const at = toKey(place);
    this.clear(at);
    if (typeof entered === 'string' && entered.startsWith('='))
      this.cells.set(at, { formula: entered, value: LOADING });
    else if (entered !== '' && entered !== null) this.cells.set(at, { formula: '', value: entered });
  }

  /** As `setValues` does: a text is read as if a person had typed it. */
  enterTyped(place: Place, typed: unknown): void {
    const format = this.layout.formatAt(place);
    const read = readTyped(typed, format);
    if (read.format !== format) this.layout.formats.set(toKey(place), read.format);
    if (read.is === 'formula') this.put(place, read.formula);
    else this.hold(place, read.value);
  }

  /** A text stays one, whatever it begins with. */
  hold(place: Place, value: unknown): void {
    const at = toKey(place);
    this.clear(at);
    if (value !== '' && value !== null) this.cells.set(at, { formula: '', value });
  }

  putR1C1(place: Place, formula: string): void {
    this.put(place, fromR1C1(formula, place));
  }

  /** The formulas that wait. */
  waiting(): readonly (Place & { readonly formula: string })[] {
    return [...this.cells]
      .filter(([, { formula, value }]) => formula !== '' && value === LOADING)
      .map(([at, { formula }]) => ({ ...fromKey(at), formula }));
  }

  /** As when a spreadsheet is opened: every formula waits again. */
  recalculate(): void {
    for (const [at, { formula, spilledFrom }] of [...this.cells]) {
      if (spilledFrom !== undefined) this.cells.delete(at);
      else if (formula !== '') this.cells.set(at, { formula, value: LOADING });
    }
  }

  /** Everything in it, for another thread. */
  copy(): GridCopy {
    return { id: this.id, name: this.name, cells: [...this.cells] };
  }

  static from({ id, name, cells }: GridCopy): SheetGrid {
    const grid = new SheetGrid(id, name);
    grid.cells = new Map(cells);
    return grid;
  }

  /** A table that would cover something is not shown: https://support.google.com/docs/answer/3093986. */
  answer(place: Place, table: readonly (readonly unknown[])[]): void {
    const origin = toKey(place);
    const formula = this.cells.get(origin)?.formula ?? '';
    const spill = table.flatMap((cells, row) =>
      cells.map((value, column) => [toKey({ row: place.row + row, column: place.column + column }), value] as const),
    );
    const isBlocked = spill.some(([at]) => at !== origin && this.cells.has(at));
    this.cells.set(origin, { formula, value: isBlocked ? '#REF!' : table[0]?.[0] });
    if (isBlocked) return;
    for (const [at, value] of spill.slice(1)) this.cells.set(at, { formula: '', value, spilledFrom: origin });
  }

  formula(place: Place): string {
    return this.at(place).formula;
  }

  formulaR1C1(place: Place): string {
    return toR1C1(this.at(place).formula, place);
  }

  value(place: Place): unknown {
    return this.at(place).value;
  }

  /** How far its contents reach; at least one cell, as Google says of its data range. */
  extent(): Place {
    const { row, column } = this.filled();
    return { row: Math.max(1, row), column: Math.max(1, column) };
  }

  /** The last row and column with contents; 0 where there are none. */
  filled(): Place {
    let [row, column] = [0, 0];
    for (const at of this.cells.keys()) {
      const place = fromKey(at);
      row = Math.max(row, place.row);
      column = Math.max(column, place.column);
    }
    return { row, column };
  }

  /** Rows in another order, as when a person sorts: each from where it was. @param order counted from 1, from row 1 on */
  reorder(order: readonly number[]): void {
    const target = new Map(order.map((row, index) => [row, index + 1]));
    const move = (at: string): string => {
      const place = fromKey(at);
      return toKey({ ...place, row: target.get(place.row) ?? place.row });
    };
    this.cells = new Map([...this.cells].map(([at, cell]) => [move(at), cell]));
    this.layout.moveFormats(move);
  }

  /** Whether a cell shows a text with this in it. */
  holds(text: string): boolean {
    return [...this.cells.values()].some(({ value }) => String(value).includes(text));
  }

  /** Every formula, by its cell; what a person would miss. */
  formulas(): Readonly<Record<string, string>> {
    const found = [...this.cells]
      .filter(([, { formula }]) => formula !== '')
      .map(([at, { formula }]) => [toA1(fromKey(at)), formula]);
    return Object.fromEntries(found.sort(([a = ''], [b = '']) => a.localeCompare(b)));
  }

  /** A person inserts a row; what is below moves, and references with it. */
  insertRowBefore(row: number): void {
    const moved = [...this.cells].map(([at, cell]) => {
      const place = fromKey(at);
      const formula = shiftRows(cell.formula, row, 1);
      const spilledFrom = cell.spilledFrom === undefined ? {} : { spilledFrom: moveKey(cell.spilledFrom, row) };
      return [toKey(place.row < row ? place : { ...place, row: place.row + 1 }), { ...cell, formula, ...spilledFrom }];
    });
    this.cells = new Map(moved as [string, GridCell][]);
    this.layout.moveFormats((at) => moveKey(at, row));
  }

  private at(place: Place): GridCell {
    return this.cells.get(toKey(place)) ?? EMPTY;
  }

  /** With the table that may have spilled from there. */
  private clear(at: string): void {
    this.cells.delete(at);
    for (const [other, { spilledFrom }] of this.cells) if (spilledFrom === at) this.cells.delete(other);
  }
}

function toKey({ row, column }: Place): string {
  return `${row}:${column}`;
}

function fromKey(key: string): Place {
  const [row = 0, column = 0] = key.split(':').map(Number);
  return { row, column };
}

function moveKey(key: string, fromRow: number): string {
  const place = fromKey(key);
  return toKey(place.row < fromRow ? place : { ...place, row: place.row + 1 });
}
