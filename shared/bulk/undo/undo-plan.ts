import { groupBy, relocate } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import type { LocatedColumns } from '../locate/locate-columns';
import type { Doubt } from '../locate/read-marks';
import type { ColumnRead, SheetInfo } from '../sheet/ports';
import type { Journal } from '../journal/journal';
import { isWritten, type NotedRow, type RowRecord } from '../rows/row-record';
import { isForeign, scoreOf } from '../locate/written-samples';
import { isCounted } from '../plan/count-format';
import { digestsOf, GENERAL, isOwn, type Intent } from '../sheet/cell-decision';
import { digestOf, type GridCell, type GridValue } from '../sheet/cell-values';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The sheet as read for an undo. */
export interface UndoRead {
  readonly found: LocatedColumns;
  /** The input first, then the targets, from the first row of the sheet. */
  readonly columns: readonly ColumnRead[];
  readonly info: SheetInfo;
}

export interface RowWrite {
  /** Its index in the plan. */
  readonly index: number;
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
  { found, columns: [input, ...targets] }: UndoRead,
): UndoWrites {
  const { journal, refused, sameInputs } = undoing;
  const open = journal.rows.filter(isWritten);
  relocate([...journal.rows, ...journal.outsiders], input!.values.map(nameOfInput));
  const { places, missing } = findRows(journal, open, targets, found.lost);
  const unclear = targets.map((_read, target) => (sameInputs === 'ask' ? unclearOf(open, target) : new Set<number>()));
  const strays = straysOf(places, open, targets);
  const lost = new Map(found.lost);
  for (const [target, { values }] of targets.entries()) {
    const cells = places.map(({ row, cells: intents }) => ({ intent: intents[target]!, value: values[row] ?? '' }));
    if (isForeign(scoreOf(cells))) lost.set(target, 'changed');
  }
  const counted = journal.head.choices.map((choice, at) => isCounted(choice, journal.head.targets[at]!));
  const mixed = targets.map((read, target) => mixedUpOf(open, places, target, read, strays[target]!));
  const rows: RowWrite[] = [];
  const edited: CellPlace[] = [];
  const undecided: EarlierValue[] = [];
  for (const { index, row, cells } of places) {
    const back = cells.map((intent, target): GridCell | null => {
      if (intent === null || lost.has(target) || refused.has(cellKey(index, target))) return null;
      const { values, formulas } = targets[target]!;
      const held = digestOf(values[row] ?? '');
      if (isOwn(intent, held) && mixed[target]!.has(held)) {
        missing.set(index, row);
        return null;
      }
      if (isOwn(intent, held) && !formulas.has(row)) {
        if (unclear[target]!.has(index)) {
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
  return { rows, edited, missing, undecided, unclear, lost };
}

/**
 * Values of the run in a target whose rows can no longer be told apart. Inputs and answers were moved separately, so the
 * value stands beside another row and is gone beside its own, and the cells held different things before.
 */
function mixedUpOf(
  open: readonly RowRecord[],
  places: readonly FoundRow[],
  target: number,
  { values }: ColumnRead,
  strays: ReadonlySet<string>,
): ReadonlySet<string> {
  if (strays.size === 0) return strays;
  const rowOf = new Map(places.map(({ index, row }) => [index, row]));
  const astray = open.flatMap((record) =>
    digestsOf(record.cells[target]).flatMap((digest) => (strays.has(digest) ? [{ digest, record }] : [])),
  );
  const groups = groupBy(astray, ({ digest }) => digest);
  const mixed = [...groups].filter(([digest, group]) => {
    const isGone = ({ index }: RowRecord): boolean => digestOf(values[rowOf.get(index) ?? -1] ?? '') !== digest;
    const befores = new Set(group.map(({ record }) => JSON.stringify(record.cells[target]!.before)));
    return befores.size > 1 && group.some(({ record }) => isGone(record));
  });
  return new Set(mixed.map(([digest]) => digest));
}

interface FoundRow {
  readonly index: number;
  readonly row: number;
  readonly cells: readonly (Intent | null)[];
}

function findRows(
  journal: Journal,
  open: readonly RowRecord[],
  targets: readonly ColumnRead[],
  lost: ReadonlyMap<number, Doubt>,
): { readonly places: readonly FoundRow[]; readonly missing: Map<number, number> } {
  const taken = new Set([...journal.rows, ...journal.outsiders].map(({ row }) => row));
  const places: FoundRow[] = [];
  const missing = new Map<number, number>();
  for (const { index, cells, seen: last, home, row: now } of open) {
    const holdsAll = (at: number): boolean =>
      cells.every(
        (intent, target) =>
          intent === null || lost.has(target) || isOwn(intent, digestOf(targets[target]!.values[at] ?? '')),
      );
    let row = now;
    // The input was changed, but the value beside it is still the run's.
    if (row < 0 && last >= 0 && !taken.has(last) && holdsAll(last)) row = last;
    if (row < 0) missing.set(index, last < 0 ? home : last);
    else places.push({ index, row, cells });
  }
  return { places, missing };
}

/** Rows with the same input whose cells in a target held different things before: they may have changed places unseen. */
function unclearOf(open: readonly RowRecord[], target: number): ReadonlySet<number> {
  const written = open.filter(({ cells }) => cells[target] !== null);
  const groups = [...groupBy(written, ({ text }) => text).values()];
  const before = ({ cells }: RowRecord): string => JSON.stringify(cells[target]!.before);
  return new Set(groups.filter((rows) => new Set(rows.map(before)).size > 1).flatMap((rows) => rows.map(indexOf)));
}

const indexOf = ({ index }: RowRecord): number => index;

/** For each target, values of the run that stand beside rows they were not written for. */
function straysOf(
  places: readonly FoundRow[],
  open: readonly RowRecord[],
  targets: readonly ColumnRead[],
): readonly ReadonlySet<string>[] {
  return targets.map(({ values }, target) => {
    const digests = new Set(open.flatMap(({ cells }) => digestsOf(cells[target])));
    const own = new Map(places.map(({ row, cells }) => [row, digestsOf(cells[target])]));
    return new Set(
      values.flatMap((value, row) => {
        if (value === '') return [];
        const digest = digestOf(value);
        return digests.has(digest) && own.get(row)?.includes(digest) !== true ? [digest] : [];
      }),
    );
  });
}

/** Adds the rows that moved at every look to the missing ones. */
export function withoutPlace(writes: UndoWrites, slipped: readonly RowWrite[]): UndoWrites {
  return {
    ...writes,
    missing: new Map([...writes.missing, ...slipped.map(({ index, row }) => [index, row] as const)]),
  };
}

/** What could not be undone, apart from edited cells. */
export function toLeft(
  { journal, refused }: { readonly journal: Journal; readonly refused: ReadonlyMap<string, unknown> },
  { missing, unclear, lost }: UndoWrites,
): readonly LeftRow[] {
  return journal.rows.filter(isWritten).flatMap((row) => {
    const { index, seen, state, answer, part } = row;
    const isKept = (target: number): boolean =>
      missing.has(index) ||
      (unclear[target]?.has(index) ?? false) ||
      lost.has(target) ||
      refused.has(cellKey(index, target));
    const cells = row.cells.map((intent, target) => (isKept(target) ? intent : null));
    return isWritten({ cells }) ? [{ index, seen, state, cells, answer, part }] : [];
  });
}

/** A row with something left to undo, and its part of the journal. */
export type LeftRow = NotedRow & Pick<RowRecord, 'part'>;
