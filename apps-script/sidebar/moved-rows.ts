import { COUNT_FORMAT } from '../../shared/runs';
import type { GridValue } from '../../shared/ports';
import type { SentBlock, SentCell, SentWriting } from '../bulk-messages';
import { asTyped } from '../typed-text';

/** What the guarded columns held, from a row on. */
export interface ReadColumns {
  readonly first: number;
  readonly columns: SentBlock['columns'];
}

export interface MovedRows {
  /** Positions whose values are not beside their input. */
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
  const moved: number[] = [];
  const put: { row: number; cells: readonly SentCell[] }[] = [];
  for (const [at, row] of rows.entries()) {
    if (cells[at]!.every((cell) => cell === null)) continue;
    const isAt = (place: number): boolean =>
      cells[at]!.every((cell, index) => cell === null || isShown(cell, valueAt(now, index, place)));
    if (placesNow.get(inputs[at]!)?.some(isAt) !== true) moved.push(at);
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
      const stood = places.length > 0 ? valueAt(before, index, places[0]!) : '';
      return [asTyped(stood), stood === '' ? toBlank(cell) : ''];
    });
    if (back.some((cell) => cell !== null)) put.push({ row, cells: back });
  }
  if (put.length === 0) return { moved, back: null };
  return {
    moved,
    back: {
      ...writing,
      rows: put.map(({ row }) => row),
      cells: put.map((each) => each.cells),
      guard: {
        input: { column: guard.input!.column, values: put.map(({ row }) => inputAt(now, row)) },
        before: put.map(({ row }) => columns.map((_column, index) => valueAt(now, index, row))),
        sheetRows: null,
        header: null,
        marks: null,
      },
    },
  };
}

/** A number with separators was written into a cell without a format of its own. */
function toBlank(cell: SentCell): string {
  return cell?.[1] === COUNT_FORMAT ? 'General' : 'blank';
}

function isShown([typed]: NonNullable<SentCell>, value: GridValue): boolean {
  return value === typed || typed === `'${String(value)}`;
}

function inputAt({ first, columns }: ReadColumns, row: number): GridValue {
  return columns[0]?.values[row - first] ?? '';
}

function valueAt({ first, columns }: ReadColumns, index: number, row: number): GridValue {
  return columns[index + 1]?.values[row - first] ?? '';
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
