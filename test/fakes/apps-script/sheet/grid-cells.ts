import type { Place } from './a1';
import { reachOf } from './grid-formulas';
import { LOADING, type GridCell } from './moved-cells';
import { fromKey } from './place-key';

/** The nonempty cells of a sheet, as `row:column`, and their extent. */
export class GridCells implements Iterable<readonly [string, GridCell]> {
  private cells = new Map<string, GridCell>();
  /** `null`: a cell was removed or moved since. */
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

  /** @returns whether the cell had content */
  delete(at: string): boolean {
    const isHeld = this.cells.delete(at);
    if (isHeld) this.known = null;
    return isHeld;
  }

  /** Clears what the table of a cell fills, except the cell itself. */
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

  /** Makes every formula wait again, without its table. */
  recalculate(): void {
    for (const [at, { formula, value, spilledFrom }] of [...this.cells]) {
      if (spilledFrom !== undefined) this.delete(at);
      else if (formula !== '') this.cells.set(at, { formula, value: LOADING, before: value });
    }
  }

  /** The positions of all cells, row by row. */
  places(): readonly Place[] {
    return [...this.cells.keys()].map(fromKey).sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** The last row and column with content; 0 if there is none. */
  reach(): Place {
    this.known ??= reachOf(this.cells.keys());
    return this.known;
  }
}
