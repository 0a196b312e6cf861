import type { SentWriting } from '../messages/cell-messages';
import type { SentCell } from '../messages/example';
import { attempt, setFormats, type PlannedCell } from './cell-formats';
import { toOtherForm } from './cell-forms';
import { planOf, setValues, type Patch, type Place } from './cell-patches';

/** What is asked and reported while Google refuses some cells. */
export interface PutTold {
  /** Whether these cells are still unchanged. */
  stands(patch: Patch): boolean;
  /** Returns a finder for rows of cells that still have their old values (-1: none). Absent: no row has moved. */
  find?(): (at: number, column: number) => number;
  /** Reports a row that was left alone because its content has changed. */
  slip(at: number): void;
  /** Reports a value of a typed column that is written like this, or shown in the column's format. */
  change(at: number, column: number, cell: NonNullable<SentCell>): void;
  refuse(at: number, column: number, message: string): void;
}

/** How long refused cells are tried one by one. */
const TRY_FOR_MS = 15_000;

/**
 * Writes patches that Google refused together: each by itself, then its halves, down to the refused cells.
 *
 * @returns the cells that are not written
 */
export function putApart(
  place: Place,
  patches: readonly Patch[],
  cells: SentWriting['cells'],
  told: PutTold,
): readonly PlannedCell[] {
  const apart = new PutApart(place, cells, told, Date.now() + TRY_FOR_MS);
  for (const patch of patches) apart.put(patch);
  return apart.unwritten;
}

class PutApart {
  readonly unwritten: PlannedCell[] = [];

  constructor(
    private readonly place: Place,
    private readonly cells: SentWriting['cells'],
    private readonly told: PutTold,
    private readonly untilMs: number,
  ) {}

  put(patch: Patch): void {
    const message = this.tryPut(patch, this.cells);
    if (message === undefined || (message !== null && this.putOtherForm(patch))) return;
    const { rows, columns } = patch;
    if ((rows === 1 && (columns === 1 || message === null)) || Date.now() > this.untilMs) this.leave(patch, message);
    else for (const half of halvesOf(patch)) this.put(half);
  }

  /** Returns Google's own message; `null`: the cells have changed; `undefined`: success. */
  private tryPut(patch: Patch, cells: SentWriting['cells']): string | null | undefined {
    if (!this.told.stands(patch)) return null;
    const plan = planOf(this.place, cells, patch);
    return attempt(() => {
      setValues(this.place, plan, patch);
      setFormats(this.place.sheet, plan, 'last', 'first');
    });
  }

  /** Writes a single cell in a form that a typed column may accept. */
  private putOtherForm(patch: Patch): boolean {
    const { at, index, rows, columns } = patch;
    const other = rows * columns === 1 ? toOtherForm(this.cells[at]![index]!) : null;
    if (other === null || Date.now() > this.untilMs) return false;
    const changed = this.cells.map((line) => [...line]);
    changed[at]![index] = other;
    if (this.tryPut(patch, changed) !== undefined) return false;
    this.told.change(at, this.place.columns[index]!, other);
    return true;
  }

  private leave(patch: Patch, message: string | null): void {
    const { at, index, rows, columns } = patch;
    this.unwritten.push(...planOf(this.place, this.cells, patch));
    for (let row = at; row < at + rows; row += 1) {
      if (message === null) this.told.slip(row);
      else
        for (const column of this.place.columns.slice(index, index + columns)) this.told.refuse(row, column, message);
    }
  }
}

function halvesOf(patch: Patch): readonly Patch[] {
  const { at, index, rows, columns } = patch;
  const half = Math.ceil((rows > 1 ? rows : columns) / 2);
  return rows > 1
    ? [
        { ...patch, rows: half },
        { ...patch, at: at + half, rows: rows - half },
      ]
    : [
        { ...patch, columns: half },
        { ...patch, index: index + half, columns: columns - half },
      ];
}
