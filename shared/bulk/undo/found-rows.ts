import type { LocatedColumns } from '../locate/locate-columns';
import type { Journal } from '../journal/journal';
import { isWritten, type RowRecord } from '../rows/row-record';
import { isOwn, type Intent } from '../sheet/cell-decision';
import { digestOf } from '../sheet/cell-values';
import type { Anchor } from '../sheet/row-anchors';
import type { InputName } from '../sheet/row-keys';
import type { ColumnRead, SheetInfo } from '../sheet/ports';

/** The sheet as read for an undo. */
export interface UndoRead {
  readonly found: LocatedColumns;
  /** The input first, then the targets, from the first row of the sheet. */
  readonly columns: readonly ColumnRead[];
  readonly info: SheetInfo;
}

/** A row with something to undo, where it is now. */
export interface FoundRow {
  readonly index: number;
  readonly row: number;
  readonly cells: readonly (Intent | null)[];
}

/**
 * Where the rows are that the run has written, once all have been looked for by their inputs. A row with a changed input
 * is known by the value beside it, if it has stayed in its place.
 *
 * @param keys of the whole input column
 */
export function findRows(
  journal: Journal,
  { found, columns, info }: UndoRead,
  keys: readonly InputName[],
): { readonly places: readonly FoundRow[]; readonly missing: Map<number, number> } {
  const targets = columns.slice(1);
  const taken = new Set([...journal.rows, ...journal.outsiders].map(({ row }) => row));
  const hasStayed = stayedTest(journal, { found, info });
  const holdsAll = ({ cells, seen }: RowRecord): boolean =>
    cells.every(
      (intent, target) =>
        intent === null || found.lost.has(target) || isOwn(intent, digestOf(targets[target]!.values[seen] ?? '')),
    );
  const isThere = (record: RowRecord): boolean =>
    !taken.has(record.seen) && holdsAll(record) && (keys[record.seen]?.text === record.text || hasStayed(record.seen));
  const places: FoundRow[] = [];
  const missing = new Map<number, number>();
  for (const record of journal.rows.filter(isWritten)) {
    const { index, cells, seen, home } = record;
    const row = record.row < 0 && seen >= 0 && isThere(record) ? seen : record.row;
    if (row < 0) missing.set(index, seen < 0 ? home : seen);
    else places.push({ index, row, cells });
  }
  return { places, missing };
}

/**
 * Tells whether a row that nobody can find by its input is still where the run saw it last: the rows above and below that
 * can be found have not moved. At an end of the table the titles stand for the row above, and for the row below the sheet,
 * which then has as many rows as before. Otherwise another row may have come into its place, with a value that looks the
 * same.
 */
function stayedTest(
  { rows, outsiders, head }: Journal,
  { found, info }: Pick<UndoRead, 'info'> & { readonly found: Pick<LocatedColumns, 'head'> },
): (last: number) => boolean {
  const isSheetAsLong = info.rows === head.sheetRows;
  const isTitleThere = head.headerRow !== null && found.head.headerRow === head.headerRow;
  const anchors = [...rows, ...outsiders].filter(({ row }) => row >= 0).sort((a, b) => a.row - b.row);
  return (last) => {
    const below = firstBelow(anchors, last);
    const above = anchors[below - 1];
    const next = anchors[below];
    const isTopFixed = above === undefined ? isTitleThere || isSheetAsLong : hasStayed(above);
    return isTopFixed && (next === undefined ? isSheetAsLong : hasStayed(next));
  };
}

/** Where the first of them is that stands below a row. @param anchors in the order of the sheet */
function firstBelow(anchors: readonly Anchor[], row: number): number {
  let [start, end] = [0, anchors.length];
  while (start < end) {
    const middle = Math.floor((start + end) / 2);
    if (anchors[middle]!.row > row) end = middle;
    else start = middle + 1;
  }
  return start;
}

function hasStayed(anchor: Anchor & Partial<Pick<RowRecord, 'seen'>>): boolean {
  const { row, home, seen = -1 } = anchor;
  return row === (seen >= 0 ? seen : home);
}
