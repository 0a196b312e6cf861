import { groupBy, relocate, type Anchor } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import type { Doubt } from '../locate/read-marks';
import type { ColumnRead } from '../sheet/ports';
import type { Journal } from '../journal/journal';
import { isWritten, type NotedRow, type RowRecord } from '../rows/row-record';
import { findRows, type FoundRow, type UndoRead } from './found-rows';
import { isForeign, scoreOf } from '../locate/written-samples';
import { isCounted } from '../plan/count-format';
import { digestsOf, GENERAL, isOwn } from '../sheet/cell-decision';
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
  relocate([...journal.rows, ...journal.outsiders], keys);
  const { places, missing } = findRows(journal, { found, columns, info }, keys);
  const unclear = targets.map((read, target) =>
    sameInputs === 'ask' ? unclearOf(journal, target, read) : new Set<number>(),
  );
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
  const isAsked = targets.map(() => false);
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

/**
 * Values of the run in a target, where their rows can no longer be told apart. Inputs and answers were moved separately, so the
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

/**
 * Rows with the same input that may have changed places unseen: their cells in a target held different things before, or
 * one of them was not written by the run and shows the same answer, or is blank although the run was to spare what it held.
 */
function unclearOf(
  { head, rows, outsiders }: Journal,
  target: number,
  { values, formulas }: ColumnRead,
): ReadonlySet<number> {
  const groups = [
    ...groupBy<Anchor & Partial<RowRecord>, string>([...rows, ...outsiders], ({ text }) => text).values(),
  ];
  const before = ({ cells }: Partial<RowRecord>): string => JSON.stringify(cells![target]!.before);
  const unclear = groups.map((group) => {
    if (group.length === 1) return [];
    const isOfRun = ({ cells = [] }: Partial<RowRecord>): boolean => (cells[target] ?? null) !== null;
    const written = group.filter(isOfRun);
    const digests = new Set(written.flatMap(({ cells }) => digestsOf(cells![target])));
    const isAlike = (anchor: Anchor & Partial<RowRecord>): boolean => {
      if (isOfRun(anchor) || formulas.has(anchor.row)) return false;
      const value = values[anchor.row] ?? '';
      return digests.has(digestOf(value)) || (value === '' && wasFilled(anchor, head.mode));
    };
    return new Set(written.map(before)).size > 1 || group.some(isAlike) ? written.map(indexOf) : [];
  });
  return new Set(unclear.flat());
}

/** Whether a row was left alone for what its cells held. */
function wasFilled({ index, state }: Anchor & Partial<RowRecord>, mode: Journal['head']['mode']): boolean {
  return mode === 'onlyEmpty' && (index < 0 || (state?.is === 'skipped' && state.why === 'filled'));
}

const indexOf = ({ index }: Anchor): number => index;

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
export function withSlippedRows(writes: UndoWrites, slipped: readonly RowWrite[]): UndoWrites {
  return {
    ...writes,
    missing: new Map([...writes.missing, ...slipped.map(({ index, row }) => [index, row] as const)]),
  };
}

/** What could not be undone, apart from edited cells. */
export function toLeft(
  { journal, refused }: { readonly journal: Journal; readonly refused: ReadonlyMap<string, unknown> },
  { missing, unclear, lost }: UndoWrites,
): readonly RowToUndo[] {
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
export type RowToUndo = NotedRow & Pick<RowRecord, 'part'>;
