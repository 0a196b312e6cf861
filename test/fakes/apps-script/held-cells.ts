import type { Place } from './a1';
import { reachOf } from './grid-formulas';
import { LOADING, type GridCell } from './moved-cells';
import { fromKey } from './place-key';

/** The cells of a sheet that hold something, as `row:column`, and how far they reach. */
export class HeldCells implements Iterable<readonly [string, GridCell]> {
  private cells = new Map<string, GridCell>();
  /** `null`: something has gone or moved since. */
  private known: Place | null = null;

  [Symbol.iterator](): Iterator<readonly [string, GridCell]> {
    return this.cells.entries();
  }

  get(at: string): GridCell | undefined {
    return this.cells.get(at);
  }

  set(at: string, cell: GridCell): void {
    this.cells.set(at, cell);
    if (this.known === null) return;
    const { row, column } = fromKey(at);
    this.known = { row: Math.max(this.known.row, row), column: Math.max(this.known.column, column) };
  }

  /** @returns whether it held something */
  delete(at: string): boolean {
    const isHeld = this.cells.delete(at);
    if (isHeld) this.known = null;
    return isHeld;
  }

  /** Takes away what the table of a cell fills, but the cell itself. */
  clearSpill(origin: string): void {
    const table = this.cells.get(origin)?.table;
    if (table?.length === 1 && table[0]?.length === 1) return;
    for (const [at, { spilledFrom }] of this.cells) if (spilledFrom === origin) this.delete(at);
  }

  replace(cells: Iterable<readonly [string, GridCell]>): void {
    this.cells = new Map(cells);
    this.known = null;
  }

  /** The formulas that wait. */
  waiting(): readonly (Place & { readonly formula: string })[] {
    return [...this.cells]
      .filter(([, { formula, value }]) => formula !== '' && value === LOADING)
      .map(([at, { formula }]) => ({ ...fromKey(at), formula }));
  }

  /** Every formula waits again, and its table is gone. */
  recalculate(): void {
    for (const [at, { formula, value, spilledFrom }] of [...this.cells]) {
      if (spilledFrom !== undefined) this.delete(at);
      else if (formula !== '') this.cells.set(at, { formula, value: LOADING, before: value });
    }
  }

  /** Where something stands, row by row. */
  places(): readonly Place[] {
    return [...this.cells.keys()].map(fromKey).sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** The last row and column with contents; 0 where there are none. */
  reach(): Place {
    this.known ??= reachOf(this.cells.keys());
    return this.known;
  }
}
