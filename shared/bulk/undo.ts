import { TraceError } from '../errors';
import { codeOfInput, noteRows, relocate } from './anchors';
import { findColumns } from './find-columns';
import { askGrid, type ColumnRead, type GridWriting, type RunTask } from './grid';
import { readJournal, type Head, type Journal } from './journal';
import type { RowRecord } from './journal-block';
import { holding } from './lease';
import { readColumns } from './read-columns';
import { digestOf, type GridCell } from './written';

export interface Undone {
  readonly restored: number;
  /** Cells that somebody has edited since; they are left alone. */
  readonly edited: readonly { readonly row: number; readonly column: number }[];
  /** Rows of the plan that cannot be found any more, by their last place. */
  readonly missing: readonly number[];
}

const ROWS_AT_ONCE = 1_000;

/**
 * Puts back what the run in the journal has written over, in cells that still hold what it wrote. It may break off and be
 * done again. Throws `journalDamaged`, `runElsewhere`, `sheetGone`, `columnsGone`.
 */
export function* undoRun(): RunTask<Undone> {
  return yield* holding(undoHeld);
}

function* undoHeld(): RunTask<Undone> {
  const journal = readJournal(yield* askGrid<'journalLoad'>({ ask: 'journalLoad' }));
  if (journal === null) throw new TraceError('journalDamaged', {});
  const info = yield* askGrid<'gridSheet'>({ ask: 'gridSheet', sheet: journal.head.sheet.id });
  if (info === null) throw new TraceError('sheetGone', {});
  const head = yield* findColumns(journal.head, info);
  if (head === null) {
    // No title was written yet, so nothing else was.
    if (journal.blocks.length > 0) throw new TraceError('columnsGone', {});
    yield* askGrid<'journalRemove'>({ ask: 'journalRemove' });
    return { restored: 0, edited: [], missing: [] };
  }
  const columns = [head.input, ...head.targets].map(({ column }) => column);
  const { columns: read } = yield* readColumns(head.sheet.id, 0, info.rows, columns);
  const { writes, ...told } = toWrites(journal, read);
  let restored = 0;
  for (let start = 0; start < writes.length; start += ROWS_AT_ONCE) {
    restored += yield* putBack(head, writes.slice(start, start + ROWS_AT_ONCE), read, told.edited);
  }
  yield* removeTitles(head, told.edited);
  yield* askGrid<'journalRemove'>({ ask: 'journalRemove' });
  return { restored, ...told };
}

interface RowWrite {
  readonly row: number;
  readonly cells: readonly (GridCell | null)[];
}

function toWrites(
  { head, anchors, blocks }: Journal,
  [input, ...targets]: readonly ColumnRead[],
): { writes: readonly RowWrite[]; edited: { row: number; column: number }[]; missing: number[] } {
  const records = new Map<number, RowRecord>();
  for (const { rows } of blocks) for (const record of rows) records.set(record.index, record);
  noteRows(anchors, records.values());
  relocate(anchors, input!.values.map(codeOfInput));
  const taken = new Set(anchors.map(({ row }) => row));
  const writes: RowWrite[] = [];
  const edited: { row: number; column: number }[] = [];
  const missing: number[] = [];
  for (const { index, cells, row: last } of records.values()) {
    if (cells.every((intent) => intent === null)) continue;
    let { row } = anchors[index]!;
    const holdsAll = (at: number): boolean =>
      cells.every((intent, target) => intent === null || digestOf(targets[target]!.values[at] ?? '') === intent.digest);
    // The input was changed, but what stands beside it is the run's.
    if (row < 0 && last >= 0 && !taken.has(last) && holdsAll(last)) row = last;
    if (row < 0) {
      missing.push(last);
      continue;
    }
    const back = cells.map((intent, target): GridCell | null => {
      if (intent === null) return null;
      const { values, formulas } = targets[target]!;
      const held = digestOf(values[row] ?? '');
      if (held === intent.digest && !formulas.has(row)) {
        return intent.before === null ? { kind: 'blank' } : { kind: 'before', ...intent.before };
      }
      if (held !== digestOf(intent.before?.value ?? '')) edited.push({ row, column: head.targets[target]!.column });
      return null;
    });
    if (back.some((cell) => cell !== null)) writes.push({ row, cells: back });
  }
  writes.sort((a, b) => a.row - b.row);
  return { writes, edited, missing };
}

/** @returns how many cells were put back */
function* putBack(
  head: Head,
  writes: readonly RowWrite[],
  [input, ...targets]: readonly ColumnRead[],
  edited: { row: number; column: number }[],
): RunTask<number> {
  const columns = head.targets.map(({ column }) => column);
  const writing: GridWriting = {
    sheet: head.sheet.id,
    rows: writes.map(({ row }) => row),
    columns,
    cells: writes.map(({ cells }) => cells),
    guard: {
      input: { column: head.input.column, values: writes.map(({ row }) => input!.values[row] ?? '') },
      before: writes.map(({ row }) => targets.map(({ values }) => values[row] ?? '')),
      sheetRows: null,
      header: null,
    },
  };
  const { moved, refused } = yield* askGrid<'gridWrite'>({ ask: 'gridWrite', writing });
  const isMoved = new Set(moved);
  let count = 0;
  for (const [at, { row, cells }] of writes.entries()) {
    for (const [target, cell] of cells.entries()) {
      if (cell === null) continue;
      if (isMoved.has(at)) edited.push({ row, column: columns[target]! });
      else count += 1;
    }
  }
  for (const { at, column } of refused) edited.push({ row: writes[at]!.row, column });
  return count - refused.length;
}

/** Titles of new columns go as well, unless something of a person's stands below. */
function* removeTitles(
  { sheet, headerRow, targets }: Head,
  edited: readonly { readonly column: number }[],
): RunTask<void> {
  if (headerRow === null) return;
  const kept = new Set(edited.map(({ column }) => column));
  const gone = targets.filter(({ isNew, column }) => isNew && !kept.has(column));
  if (gone.length === 0) return;
  yield* askGrid<'gridWrite'>({
    ask: 'gridWrite',
    writing: {
      sheet: sheet.id,
      rows: [headerRow],
      columns: gone.map(({ column }) => column),
      cells: [gone.map(() => ({ kind: 'blank' }))],
      guard: { input: null, before: [gone.map(({ title }) => title)], sheetRows: null, header: null },
    },
  });
}
