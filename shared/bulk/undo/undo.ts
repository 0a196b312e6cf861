import { TraceError } from '../../errors/trace-error';
import { locateColumns, toDoubt } from '../locate/locate-columns';
import { loadJournal } from '../locate/locate-sheet';
import { removeMarks } from '../locate/put-marks';
import type { RunPorts } from '../sheet/ports';
import { headToText, type Journal } from '../journal/journal';
import { HEAD } from '../journal/part-names';
import { blockToText } from '../journal/block';
import { blockName } from '../journal/block-parts';
import { isWritten, type NotedRow, type RowRecord } from '../rows/row-record';
import { holding, holdFile } from '../sheet/file-lease';
import { readColumns } from '../sheet/read-columns';
import { removeTitles } from '../locate/title-cells';
import { groupBy } from '../sheet/row-anchors';
import { cellKey, toWrites, type CellPlace, type RowWrite, type UndoRead, type UndoWrites } from './undo-plan';

export interface Undone {
  readonly restored: number;
  /** Cells that somebody has edited since; they are left alone. */
  readonly edited: readonly CellPlace[];
  /** Cells that the host did not let be written. */
  readonly refused: readonly CellPlace[];
  /** Rows of the plan that cannot be found any more, by their last place. */
  readonly missing: readonly number[];
  /** Titles of columns that cannot be told for certain. */
  readonly lost: readonly string[];
  /** Whether there is something to be taken back that could not be: the journal is kept for another undo. */
  readonly isLeft: boolean;
}

const ROWS_AT_ONCE = 1_000;
/** A sheet that changes between any two looks is left alone. */
const MAX_LOOKS = 20;
const NOTHING: UndoWrites = { rows: [], edited: [], missing: new Map(), lost: new Map() };

/**
 * Puts back what the run in the journal has written over, in cells that still hold what it wrote. It may break off and be
 * done again. Throws `journalDamaged`, `runElsewhere`, `sheetGone`, `columnsGone`.
 */
export async function undoRun(ports: RunPorts): Promise<Undone> {
  return await holding(ports, async (holder) => {
    const journal = await loadJournal(ports);
    if (journal === null) throw new TraceError('journalDamaged', {});
    return await undo(ports, journal, holder);
  });
}

/** An undo under way. */
interface Undoing {
  readonly journal: Journal;
  readonly holder: string;
  readonly refused: Map<string, CellPlace>;
  restored: number;
}

async function undo(ports: RunPorts, journal: Journal, holder: string): Promise<Undone> {
  const undoing: Undoing = { journal, holder, refused: new Map(), restored: 0 };
  for (let look = 1; ; look += 1) {
    const read = await readRun(ports, undoing);
    if (read instanceof TraceError) {
      if (look === 1 && journal.rows.some(isWritten)) throw read;
      const lost = new Map(journal.head.targets.map((_target, at) => [at, 'changed'] as const));
      return await end(ports, undoing, { ...NOTHING, lost });
    }
    const writes = toWrites(undoing, read);
    if (look === 1 && writes.rows.length > 0) await keep(ports, journal, null);
    const hasMoved =
      (await putBack(ports, undoing, read, writes.rows)) || !(await clearTitles(ports, undoing, read, writes));
    if (hasMoved && look < MAX_LOOKS) continue;
    return await end(ports, undoing, hasMoved ? withoutPlace(writes, toWrites(undoing, read).rows) : writes);
  }
}

/** @returns `columnsGone` where no column can be told. Throws `sheetGone`. */
async function readRun(ports: RunPorts, undoing: Undoing): Promise<UndoRead | TraceError> {
  let before: UndoRead | null = null;
  for (let look = 1; ; look += 1) {
    const now = await findRun(ports, undoing);
    // What was read while columns moved is not what it seems: where nothing is to be written, no host compares it.
    if (now instanceof TraceError) return now;
    if (look > MAX_LOOKS || (before !== null && placesOf(before) === placesOf(now))) return before ?? now;
    const { head } = now.found;
    const columns = [head.input, ...head.targets].map(({ column }) => column);
    before = { ...now, columns: (await readColumns(ports, head.sheet.id, 0, now.info.rows, columns)).columns };
  }
}

async function findRun(ports: RunPorts, { journal, restored }: Undoing): Promise<UndoRead | TraceError> {
  const { head, rows, outsiders } = journal;
  const written = { rows, outsiders, mayBeUndone: head.isUndoing || restored > 0 };
  const found = await locateColumns(ports, head, { written });
  if ('input' in found || found.lost.size === head.targets.length) return toDoubt(head, found)!;
  return { found, columns: [], info: found.info };
}

function placesOf({ found: { head }, info }: UndoRead): string {
  return [info.rows, head.headerRow, head.input.column, ...head.targets.map(({ column }) => column)].join();
}

/** @returns whether rows have moved, so that they have to be looked for again */
async function putBack(
  ports: RunPorts,
  undoing: Undoing,
  { found, columns, info }: UndoRead,
  rows: readonly RowWrite[],
): Promise<boolean> {
  const { head, header, marks } = found;
  const [input, ...targets] = columns;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE);
    await holdFile(ports, undoing.holder);
    const { moved, refused } = await ports.sheet.write({
      sheet: head.sheet.id,
      rows: some.map(({ row }) => row),
      columns: head.targets.map(({ column }) => column),
      cells: some.map(({ cells }) => cells),
      guard: {
        input: { column: head.input.column, values: some.map(({ row }) => input!.values[row] ?? '') },
        before: some.map(({ row }) => targets.map(({ values }) => values[row] ?? '')),
        // Rows with the same input are told apart by their order alone.
        sheetRows: info.rows,
        header,
        marks,
      },
      sparesProtected: true,
    });
    for (const { at, column } of refused) {
      const { index, row } = some[at]!;
      undoing.refused.set(
        cellKey(
          index,
          head.targets.findIndex((target) => target.column === column),
        ),
        { row, column },
      );
    }
    const isMoved = new Set(moved);
    for (const [at, { index, cells }] of some.entries()) if (!isMoved.has(at)) noteRestored(undoing, index, cells);
    if (moved.length > 0) return true;
  }
  return false;
}

function noteRestored(undoing: Undoing, index: number, restored: RowWrite['cells']): void {
  const row = undoing.journal.rows[index]!;
  row.cells = row.cells.map((intent, target) => {
    if (restored[target] === null || undoing.refused.has(cellKey(index, target))) return intent;
    undoing.restored += 1;
    return null;
  });
  if (!isWritten(row)) row.state = { is: 'undone' };
}

/** Titles go once nothing is left. @returns whether the columns stood where they were found */
async function clearTitles(ports: RunPorts, undoing: Undoing, read: UndoRead, writes: UndoWrites): Promise<boolean> {
  if (toLeft(undoing, writes).length > 0) return true;
  // Without their titles the columns cannot be told: what breaks off from here on has nothing left to look for.
  await keep(ports, undoing.journal, []);
  const titles = await removeTitles(ports, { ...read.found, lost: writes.lost });
  if (titles !== 'kept') return titles === 'gone';
  const now = await findRun(ports, undoing);
  return !(now instanceof TraceError) && placesOf(now) === placesOf(read);
}

/** What could not be taken back: not what somebody has edited. */
function toLeft({ journal, refused }: Undoing, { missing, lost }: UndoWrites): readonly LeftRow[] {
  return journal.rows.filter(isWritten).flatMap((row) => {
    const { index, seen, state, answer, part } = row;
    const isKept = (target: number): boolean =>
      missing.has(index) || lost.has(target) || refused.has(cellKey(index, target));
    const cells = row.cells.map((intent, target) => (isKept(target) ? intent : null));
    return isWritten({ cells }) ? [{ index, seen, state, cells, answer, part }] : [];
  });
}

/** A row of which something is left, with the part of the journal that it is in. */
type LeftRow = NotedRow & Pick<RowRecord, 'part'>;

/** Forgets the run, or keeps what is left of it for another undo. */
async function end(ports: RunPorts, undoing: Undoing, writes: UndoWrites): Promise<Undone> {
  const left = toLeft(undoing, writes);
  if (left.length > 0) await keep(ports, undoing.journal, left);
  else {
    await ports.journal.remove();
    await removeMarks(ports, undoing.journal.head.run);
  }
  return toUndone(undoing, writes, left.length > 0);
}

function toUndone(
  { journal, refused, restored }: Undoing,
  { edited, missing, lost }: UndoWrites,
  isLeft: boolean,
): Undone {
  return {
    restored,
    edited,
    refused: [...refused.values()],
    missing: [...missing.values()],
    lost: [...lost.keys()].map((target) => journal.head.targets[target]!.title),
    isLeft,
  };
}

/** @param left what is still to be taken back; `null`: all that is in the journal */
async function keep(ports: RunPorts, { head }: Journal, left: readonly LeftRow[] | null): Promise<void> {
  const parts = new Map([[HEAD, headToText({ ...head, isFinished: false, isUndoing: true })]]);
  const byPart = groupBy(left ?? [], ({ part }) => part);
  for (let part = 0; left !== null && part < head.blocks; part += 1) {
    parts.set(blockName(part), blockToText(byPart.get(part) ?? [], head.targets.length));
  }
  await ports.journal.save(parts);
}

/** Rows that slipped away at every look. */
function withoutPlace(writes: UndoWrites, slipped: readonly RowWrite[]): UndoWrites {
  return {
    ...writes,
    missing: new Map([...writes.missing, ...slipped.map(({ index, row }) => [index, row] as const)]),
  };
}
