import { relocate } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import type { Doubt } from '../locate/read-marks';
import type { Journal } from '../journal/journal';
import { isWritten, type NotedRow, type RowRecord } from '../rows/row-record';
import { findRows, type UndoRead } from './found-rows';
import { mixedUpOf, stayedBehindOf, straysOf } from './stray-values';
import { alikeOf, unclearOf } from './unclear-rows';
import { isForeign, scoreOf } from '../locate/written-samples';
import { isCounted } from '../plan/count-format';
import { digestsOf, GENERAL, isOwn, type Intent } from '../sheet/cell-decision';
import { digestOf, type GridCell, type GridValue } from '../sheet/cell-values';

/** Row and column count from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface RowWrite {
  /** Its index in the plan. */
  readonly index: number;
  /** From 0. */
  readonly row: number;
  readonly cells: readonly (GridCell | null)[];
}

export interface EarlierValue extends CellPlace {
  readonly value: GridValue;
}

export interface UndoWrites {
  readonly rows: readonly RowWrite[];
  readonly edited: readonly CellPlace[];
  /** The last places of rows that cannot be found, by their index in the plan. */
  readonly missing: ReadonlyMap<number, number>;
  /** Cells that would hold an earlier value of another row if rows with the same input have been sorted. */
  readonly undecided: readonly EarlierValue[];
  /** For each target, the rows that {@link undecided} is about, by their index in the plan. */
  readonly unclear: readonly ReadonlySet<number>[];
  /** Targets that are not certainly the run's. */
  readonly lost: ReadonlyMap<number, Doubt>;
}

export function cellKey(index: number, target: number): string {
  return `${index} ${target}`;
}

/**
 * Rows with the same input that held different values: `ask` leaves them alone, since a sort would have mixed them up
 * unseen; `inOrder` restores them in the order they had, which the user has to confirm.
 */
export type SameInputs = 'ask' | 'inOrder';

/**
 * The values to restore, in cells that still hold what the run wrote and in columns that are certainly the run's.
 *
 * @param undoing the run with what is still to be undone, and the cells that the host has refused
 */
export function toWrites(
  undoing: {
    readonly journal: Journal;
    readonly refused: ReadonlyMap<string, unknown>;
    readonly sameInputs: SameInputs;
  },
  { found, columns, info }: UndoRead,
): UndoWrites {
  const [input, ...targets] = columns;
  const { journal, refused, sameInputs } = undoing;
  const open = journal.rows.filter(isWritten);
  const keys = input!.values.map(nameOfInput);
  const all = [...journal.rows, ...journal.outsiders];
  const alike = alikeOf(all);
  relocate(all, keys);
  // Inputs may be found in other words.
  alike.push(...alikeOf(all));
  const { places, missing } = findRows(journal, { found, columns, info }, keys);
  const unclear = targets.map((read, target) =>
    sameInputs === 'ask' ? unclearOf(journal.head, alike, target, read) : new Set<number>(),
  );
  const strays = straysOf(places, open, targets);
  const lost = new Map(found.lost);
  for (const [target, { values }] of targets.entries()) {
    const cells = places.map(({ row, cells: intents }) => ({ intent: intents[target]!, value: values[row] ?? '' }));
    if (isForeign(scoreOf(cells))) lost.set(target, 'changed');
  }
  const counted = journal.head.choices.map((choice, at) => isCounted(choice, journal.head.targets[at]!));
  const mixed = targets.map((read, target) => mixedUpOf(open, places, target, read, strays[target]!));
  const stayedBehind = stayedBehindOf(open, places, columns, lost);
  const rows: RowWrite[] = [];
  const edited: CellPlace[] = [];
  const undecided: EarlierValue[] = [];
  const isAsked = targets.map(() => false);
  for (const { index, row, cells } of places) {
    const back = cells.map((intent, target): GridCell | null => {
      if (intent === null || lost.has(target) || refused.has(cellKey(index, target))) return null;
      const { values, formulas } = targets[target]!;
      const held = digestOf(values[row] ?? '');
      const hasStayedBehind = stayedBehind.has(index);
      if (isOwn(intent, held) && (hasStayedBehind || mixed[target]!.has(held))) {
        missing.set(index, hasStayedBehind ? journal.rows[index]!.seen : row);
        return null;
      }
      if (isOwn(intent, held) && !formulas.has(row)) {
        if (unclear[target]!.has(index)) {
          isAsked[target] = true;
          undecided.push({ row, column: found.head.targets[target]!.column, value: intent.before?.value ?? '' });
          return null;
        }
        if (intent.before !== null) return { kind: 'before', ...intent.before };
        return counted[target] === true ? { kind: 'before', value: '', format: GENERAL } : { kind: 'blank' };
      }
      if (digestsOf(intent).some((digest) => strays[target]!.has(digest))) missing.set(index, row);
      else if (held !== digestOf(intent.before?.value ?? '')) {
        edited.push({ row, column: found.head.targets[target]!.column });
      }
      return null;
    });
    if (back.some((cell) => cell !== null)) rows.push({ index, row, cells: back });
  }
  rows.sort((a, b) => a.row - b.row);
  // Rows that a person has edited since keep the others unclear, and nothing else.
  const stillUnclear = unclear.map((indexes, target) => (isAsked[target] === true ? indexes : new Set<number>()));
  return { rows, edited, missing, undecided, unclear: stillUnclear, lost };
}

/** Adds the rows that moved at every look to the missing ones. */
export function withSlippedRows(writes: UndoWrites, slipped: readonly RowWrite[]): UndoWrites {
  return {
    ...writes,
    missing: new Map([...writes.missing, ...slipped.map(({ index, row }) => [index, row] as const)]),
  };
}

/** The next undo asks too: what is known of other rows with the same input may be forgotten by then. */
function asAsked(intent: Intent | null): Intent | null {
  return intent && { former: intent.digest, ...intent };
}

/** What could not be undone, apart from edited cells. */
export function toLeft(
  { journal, refused }: { readonly journal: Journal; readonly refused: ReadonlyMap<string, unknown> },
  { missing, unclear, lost }: UndoWrites,
): readonly RowToUndo[] {
  return journal.rows.filter(isWritten).flatMap((row) => {
    const { index, seen, state, answer, part } = row;
    const cells = row.cells.map((intent, target) => {
      if (missing.has(index) || unclear[target]?.has(index) === true) return asAsked(intent);
      return lost.has(target) || refused.has(cellKey(index, target)) ? intent : null;
    });
    return isWritten({ cells }) ? [{ index, seen, state, cells, answer, part }] : [];
  });
}

/** A row with something left to undo, and its part of the journal. */
export type RowToUndo = NotedRow & Pick<RowRecord, 'part'>;
