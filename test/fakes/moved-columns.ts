import { dressOf, type MemoryGrid } from './memory-grid';

type Cell = MemoryGrid['rows'][number][number];

/** The cells of a column, by row, and its position. */
export interface DeletedColumn {
  readonly column: number;
  readonly cells: readonly Cell[];
}

/** Which cells belong to the user, with their expected values, and which to the enrichment. */
interface OwnedCells {
  readonly grid: MemoryGrid;
  readonly own: Map<Cell, string>;
  readonly ofRun: Set<Cell>;
}

function stateOf(cell: Cell): string {
  return `${cell.value} (${dressOf(cell)})`;
}

export function deleteColumn({ rows }: MemoryGrid, column: number): DeletedColumn {
  return { column, cells: rows.map((cells) => cells.splice(column, 1)[0]!) };
}

/** Undoes the deletion, before anything else was done. */
export function bringBack({ rows, anchors }: MemoryGrid, { column, cells: deleted }: DeletedColumn): void {
  for (const [row, cells] of rows.entries()) cells.splice(column, 0, deleted[row] ?? { value: '' });
  anchors.broughtBack(column);
}

/** Pastes a user's cells over the enrichment's, where they also belong to the user. */
export function pasteOver({ grid, own, ofRun }: OwnedCells, from: number, onto: number, how: 'cut' | 'copied'): void {
  const { rows, anchors } = grid;
  if (how === 'copied') {
    for (const cells of rows) {
      const pasted = cells[onto]!;
      const { value, format } = cells[from]!;
      pasted.value = value;
      pasted.format = format ?? 'General';
      ofRun.delete(pasted);
      own.set(pasted, stateOf(pasted));
    }
    anchors.copied(from, onto);
    return;
  }
  const cut = anchors.cut(from, onto);
  for (const cells of rows) {
    const blank: Cell = { value: '' };
    ofRun.delete(cells[onto]!);
    cells[onto] = cells[from]!;
    cells[from] = blank;
    own.set(blank, stateOf(blank));
  }
  cut.done();
}
