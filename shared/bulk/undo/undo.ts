import { TraceError } from '../../errors/trace-error';
import { loadJournal } from '../locate/locate-sheet';
import { removeMarks } from '../locate/put-marks';
import type { RunPorts } from '../sheet/ports';
import { headToText, type Journal } from '../journal/journal';
import { HEAD } from '../journal/part-names';
import { blockToText } from '../journal/block';
import { blockName } from '../journal/block-parts';
import { isWritten } from '../rows/row-record';
import { holding, holdFile } from '../sheet/file-lease';
import { ownTitles, removeTitles } from '../locate/title-cells';
import { groupBy } from '../sheet/row-anchors';
import type { UndoRead } from './found-rows';
import { findRun, toLocation, readRun } from './read-run';
import { isSameList, toUndoList, withListedTitles, type UndoList } from './undo-list';
import {
  cellKey,
  toLeft,
  toWrites,
  withSlippedRows,
  type CellPlace,
  type EarlierValue,
  type RowToUndo,
  type RowWrite,
  type SameInputs,
  type UndoWrites,
} from './undo-plan';

/** What an undo has restored, and what it left alone. Rows and columns count from 0. */
export interface Undone {
  readonly restored: number;
  /** Cells edited since. They stay as they are. */
  readonly edited: readonly CellPlace[];
  /** Cells that the host refused to write. */
  readonly refused: readonly CellPlace[];
  /** The last known places of rows that cannot be found. */
  readonly missing: readonly number[];
  /** Earlier values of rows with the same input, where they would go if the rows have kept their order. */
  readonly undecided: readonly EarlierValue[];
  /** Titles of columns that cannot be told for certain. */
  readonly lost: readonly string[];
  /** Whether something could not be undone. The journal then stays for another undo. */
  readonly isLeft: boolean;
}

const ROWS_AT_ONCE = 1_000;
/** A sheet that changes at every look is left alone. */
const MAX_LOOKS = 20;
const EMPTY = { cells: [], edited: 0, missing: 0, undecided: 0, lost: [] };
const NOTHING: UndoWrites = { rows: [], edited: [], missing: new Map(), undecided: [], unclear: [], lost: new Map() };

/**
 * Restores the cells that the run in the journal has filled and that still hold what it wrote. Can be cut off and repeated.
 * Somebody else's run is undone only after the user has confirmed the list of cells, and only if that list is still right.
 * Throws `journalDamaged`, `runElsewhere`, `sheetGone`, `columnsGone`, `runNotOwn`, `undoListStale`.
 *
 * @param listed the confirmed list, from {@link listUndo}
 */
export async function undoRun(
  ports: RunPorts,
  listed: UndoList | null = null,
  sameInputs: SameInputs = 'ask',
): Promise<Undone> {
  return await holding(ports, async (holder) => {
    const journal = await loadJournal(ports);
    if (journal === null) throw new TraceError('journalDamaged', {});
    const isOwn = ports.journal.whose() === 'own';
    if (!isOwn && listed === null) throw new TraceError('runNotOwn', {});
    return await undo(ports, { ...toUndoing(journal, holder), sameInputs, listed: isOwn ? null : listed });
  });
}

/** What {@link undoRun} would change. Writes nothing, and holds nothing. Throws `journalDamaged`, `sheetGone`, `columnsGone`. */
export async function listUndo(ports: RunPorts): Promise<UndoList> {
  const journal = await loadJournal(ports);
  if (journal === null) throw new TraceError('journalDamaged', {});
  const { head, rows } = journal;
  const undoing = toUndoing(journal, '');
  const read = await readRun(ports, journal);
  if (!(read instanceof TraceError)) return await toList(ports, head, read, toWrites(undoing, read));
  if (rows.some(isWritten)) throw read;
  return { ...EMPTY, run: head.run, sheet: head.sheet };
}

async function toList(ports: RunPorts, head: Journal['head'], read: UndoRead, writes: UndoWrites): Promise<UndoList> {
  return toUndoList(head, read, writes, await ownTitles(ports, { ...read.found, lost: writes.lost }));
}

/** An undo under way. */
interface Undoing {
  readonly journal: Journal;
  readonly holder: string;
  readonly refused: Map<string, CellPlace>;
  readonly sameInputs: SameInputs;
  /** Only these cells may change; `null`: the run is the user's own. */
  readonly listed: UndoList | null;
  restored: number;
}

function toUndoing(journal: Journal, holder: string): Undoing {
  return { journal, holder, refused: new Map(), sameInputs: 'ask', listed: null, restored: 0 };
}

async function undo(ports: RunPorts, undoing: Undoing): Promise<Undone> {
  const { journal, listed } = undoing;
  // Cells that have moved are not the ones that were confirmed.
  const mostLooks = listed === null ? MAX_LOOKS : 1;
  for (let look = 1; ; look += 1) {
    const read = await readRun(ports, journal);
    if (read instanceof TraceError) {
      if (look === 1 && journal.rows.some(isWritten)) throw read;
      const lost = new Map(journal.head.targets.map((_target, at) => [at, 'changed'] as const));
      return await end(ports, undoing, { ...NOTHING, lost });
    }
    const writes = toWrites(undoing, read);
    if (look === 1 && listed !== null) {
      const now = await toList(ports, journal.head, read, writes);
      if (!isSameList(listed, now)) throw new TraceError('undoListStale', {});
    }
    if (look === 1 && writes.rows.length > 0) await keep(ports, journal, null);
    const hasMoved =
      (await putBack(ports, undoing, read, writes.rows)) || !(await clearTitles(ports, undoing, read, writes));
    if (hasMoved && look < mostLooks) continue;
    return await end(ports, undoing, hasMoved ? withSlippedRows(writes, toWrites(undoing, read).rows) : writes);
  }
}

/** @returns whether rows have moved and must be looked for again */
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
        // Only their order tells rows with the same input apart.
        sheetRows: info.rows,
        header,
        marks,
      },
      sparesProtected: true,
    });
    for (const { at, column } of refused) {
      const { index, row } = some[at]!;
      const target = head.targets.findIndex((one) => one.column === column);
      undoing.refused.set(cellKey(index, target), { row, column });
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

/** Removes the titles once all cells are undone. @returns whether the columns have stayed in place */
async function clearTitles(ports: RunPorts, undoing: Undoing, read: UndoRead, writes: UndoWrites): Promise<boolean> {
  if (toLeft(undoing, writes).length > 0) return true;
  // Columns cannot be found without titles. From here on there is nothing left to find.
  await keep(ports, undoing.journal, []);
  const titles = await removeTitles(ports, withListedTitles({ ...read.found, lost: writes.lost }, undoing.listed));
  if (titles !== 'kept') return titles === 'gone';
  const now = await findRun(ports, undoing.journal);
  return !(now instanceof TraceError) && toLocation(now) === toLocation(read);
}

/** Forgets the run, or saves what is left for another undo. */
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
  { edited, missing, undecided, lost }: UndoWrites,
  isLeft: boolean,
): Undone {
  return {
    restored,
    edited,
    refused: [...refused.values()],
    missing: [...missing.values()],
    undecided,
    lost: [...lost.keys()].map((target) => journal.head.targets[target]!.title),
    isLeft,
  };
}

/** @param left what is still to be undone; `null`: all that is in the journal */
async function keep(ports: RunPorts, { head }: Journal, left: readonly RowToUndo[] | null): Promise<void> {
  const parts = new Map([[HEAD, headToText({ ...head, isFinished: false, isUndoing: true })]]);
  const byPart = groupBy(left ?? [], ({ part }) => part);
  for (let part = 0; left !== null && part < head.blocks; part += 1) {
    parts.set(blockName(part), blockToText(byPart.get(part) ?? [], head.targets.length));
  }
  await ports.journal.save(parts);
}
