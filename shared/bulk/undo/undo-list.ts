import type { GridCell, GridValue } from '../sheet/cell-values';
import type { Target } from '../plan/plan';
import type { Head } from '../journal/journal';
import type { LocatedColumns } from '../locate/locate-columns';
import { isBare, titleBack } from '../locate/title-cells';
import type { UndoRead } from './found-rows';
import type { UndoWrites } from './undo-plan';

/** A cell that undo would change. Rows and columns count from 0. */
export interface UndoCell {
  readonly row: number;
  readonly column: number;
  /** Its present value, never a formula: formulas are not overwritten. */
  readonly now: GridValue;
  /** The value to restore, as text even if it looks like a formula; `format: ''`: the number format stays. */
  readonly back: { readonly value: GridValue; readonly format: string };
}

/** Everything that undo would change, for the user to confirm. */
export interface UndoList {
  readonly run: string;
  readonly sheet: Head['sheet'];
  /** In the order of the sheet, titles included. */
  readonly cells: readonly UndoCell[];
  /** How many cells stay because they were edited since. */
  readonly edited: number;
  /** How many rows cannot be found. */
  readonly missing: number;
  /** How many cells stay because rows with the same input held different values. */
  readonly undecided: number;
  /** Titles of columns that are not certainly the run's. */
  readonly lost: readonly string[];
}

/** @param titles that the run wrote, in columns that are certainly its own */
export function toUndoList(
  { run, targets }: Head,
  read: UndoRead,
  writes: UndoWrites,
  titles: readonly Target[],
): UndoList {
  const { head } = read.found;
  const columns = read.columns.slice(1);
  const cells: UndoCell[] = [];
  for (const { row, cells: backs } of writes.rows) {
    for (const [target, back] of backs.entries()) {
      if (back === null) continue;
      const now = columns[target]!.values[row] ?? '';
      cells.push({ row, column: head.targets[target]!.column, now, back: toBack(back) });
    }
  }
  for (const target of titlesOf(read, writes, titles)) {
    const { title, column } = target;
    cells.push({ row: head.headerRow!, column, now: title, back: toBack(titleBack(target)) });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    run,
    sheet: head.sheet,
    cells,
    edited: writes.edited.length,
    missing: writes.missing.size,
    undecided: writes.undecided.length,
    lost: [...writes.lost.keys()].map((target) => targets[target]!.title),
  };
}

/** Whether two lists are equal, cell by cell. */
export function isSameList(one: UndoList, other: UndoList): boolean {
  const toText = ({ run, sheet, cells }: UndoList): string => JSON.stringify([run, sheet.id, cells]);
  return toText(one) === toText(other);
}

/** Keeps titles that were not listed. @param listed `null`: all titles may be removed */
export function withListedTitles(found: LocatedColumns, listed: UndoList | null): LocatedColumns {
  if (listed === null) return found;
  const { head } = found;
  const isListed = (at: number): boolean =>
    listed.cells.some(({ row, column }) => row === head.headerRow && column === at);
  // Looks are not listed, so they stay: anyone may have edited what the file says of them.
  const targets = head.targets.map(({ column, title, isNew, titleFormat }) => ({
    ...{ column, title, isNew },
    ...(titleFormat === undefined || !isListed(column) ? {} : { titleFormat }),
  }));
  return { ...found, head: { ...head, targets } };
}

/** The titles that undo would remove after it has restored the cells below them. */
function titlesOf(
  { found, columns }: UndoRead,
  { rows, missing, undecided, lost }: UndoWrites,
  titles: readonly Target[],
): readonly Target[] {
  const { head } = found;
  const { headerRow: title } = head;
  if (title === null || missing.size + undecided.length + lost.size > 0) return [];
  return titles.filter((target) => {
    const at = head.targets.indexOf(target);
    const { values, formulas } = columns[at + 1]!;
    const emptied = new Set(rows.flatMap(({ row, cells }) => (isBlank(cells[at] ?? null) ? [row] : [])));
    return isBare({
      values: values.map((value, row) => (emptied.has(row) ? '' : value)).slice(title),
      formulas: new Set([...formulas].filter((row) => row >= title)),
    });
  });
}

function isBlank(cell: GridCell | null): boolean {
  return cell !== null && toBack(cell).value === '';
}

function toBack(cell: GridCell): UndoCell['back'] {
  return cell.kind === 'before' ? { value: cell.value, format: cell.format } : { value: '', format: '' };
}
