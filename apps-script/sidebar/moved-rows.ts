import { COUNT_FORMAT } from '../../shared/runs';
import type { GridValue } from '../../shared/ports';
import type { SentBlock, SentCell, SentWriting } from '../bulk-messages';
import { isShown } from '../shown-cell';
import { asTyped } from '../typed-text';

/** What the guarded columns held, from a row on. */
export interface ReadColumns {
  readonly first: number;
  readonly columns: SentBlock['columns'];
}

export interface MovedRows {
  /** Positions of values that are not beside their input. */
  readonly moved: readonly number[];
  /** The writing that restores what other rows held before; `null`: no value is beside another input. */
  readonly back: SentWriting | null;
}

/**
 * Finds the effect of a writing during which people moved rows. Rows moved before the write now have other rows'
 * values; rows moved after it took theirs along.
 *
 * @param writing as it was written; its input is guarded
 * @param before what was read right before it
 * @param now what is there since
 */
export function findMovedRows(writing: SentWriting, before: ReadColumns, now: ReadColumns): MovedRows {
  const { rows, columns, cells, guard } = writing;
  const inputs = guard.input!.values;
  const [placesBefore, placesNow] = [placesOf(before), placesOf(now)];
  const written = new Map(rows.map((row, at) => [row, cells[at]!]));
  const cellBefore = (row: number, index: number): SentCell => [
    asTyped(valueAt(before, index, row)),
    formatAt(before, index, row),
    true,
  ];
  const moved: number[] = [];
  const put: { row: number; cells: readonly SentCell[] }[] = [];
  for (const [at, row] of rows.entries()) {
    if (cells[at]!.every((cell) => cell === null)) continue;
    const isAt = (place: number): boolean =>
      cells[at]!.every((cell, index) => cell === null || isShown(cell, valueAt(now, index, place)));
    const own = placesNow.get(inputs[at]!) ?? [];
    if (!own.some(isAt)) {
      moved.push(at);
      // A cell that got no value may have got its format.
      const [place] = own;
      const undressed = cells[at]!.map((cell, index): SentCell => {
        const back = cell && cellBefore(row, index);
        const isLeft = valueAt(before, index, row) === valueAt(now, index, place!);
        return isLeft && back?.[1] !== formatAt(now, index, place!) ? back : null;
      });
      if (own.length === 1) put.push({ row: place!, cells: undressed });
    }
    const there = inputAt(now, row);
    if (there === inputs[at]) continue;
    const places = placesBefore.get(there) ?? [];
    const back = cells[at]!.map((cell, index): SentCell => {
      const value = valueAt(now, index, row);
      // The script may write blanks as blanks.
      const wasBlank = cell === null && valueAt(before, index, row) === '';
      if (cell === null ? !wasBlank || value !== '' || places.length === 0 : !isShown(cell, value)) return null;
      const isOwn = places.some((place) => {
        const own = written.get(place)?.[index] ?? null;
        return own === null ? valueAt(before, index, place) === value : isShown(own, value);
      });
      if (isOwn) return null;
      if (places.length === 0) return ['', toBlank(cell)];
      return cellBefore(places[0]!, index);
    });
    put.push({ row, cells: back });
  }
  const some = put.filter((each) => each.cells.some((cell) => cell !== null));
  if (some.length === 0) return { moved, back: null };
  return {
    moved,
    back: {
      ...writing,
      rows: some.map(({ row }) => row),
      cells: some.map((each) => each.cells),
      guard: {
        input: { column: guard.input!.column, values: some.map(({ row }) => inputAt(now, row)) },
        before: some.map(({ row }) => columns.map((_column, index) => valueAt(now, index, row))),
        formats: null,
        sheetRows: null,
        header: null,
        marks: guard.marks,
      },
    },
  };
}

/** A number with separators was written into a cell without a format of its own. */
function toBlank(cell: SentCell): string {
  return cell?.[1] === COUNT_FORMAT ? 'General' : 'blank';
}

function inputAt({ first, columns }: ReadColumns, row: number): GridValue {
  return columns[0]?.values[row - first] ?? '';
}

function valueAt({ first, columns }: ReadColumns, index: number, row: number): GridValue {
  return columns[index + 1]?.values[row - first] ?? '';
}

/** A cell that has its value back gets its format too, since the writing may have changed it. */
function formatAt({ first, columns }: ReadColumns, index: number, row: number): string {
  return columns[index + 1]?.formats?.[row - first] ?? '';
}

/** The rows of each input. */
function placesOf({ first, columns }: ReadColumns): ReadonlyMap<GridValue, readonly number[]> {
  const places = new Map<GridValue, number[]>();
  for (const [offset, value] of (columns[0]?.values ?? []).entries()) {
    const known = places.get(value);
    if (known === undefined) places.set(value, [first + offset]);
    else known.push(first + offset);
  }
  return places;
}
