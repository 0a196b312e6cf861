import { codeOf } from '../sheet/cell-values';
import { newPrefetch, type Prefetch } from '../fetch/prefetch';
import type { Anchor } from '../sheet/row-anchors';
import type { Fetching } from '../fetch/fetch-kind';
import { InputNames } from '../sheet/row-keys';
import type { Guard } from '../sheet/ports';
import { headToText, type Head, type Journal, type Planned } from '../journal/journal';
import { BlockParts } from '../journal/block-parts';
import { HEAD } from '../journal/part-names';
import { toSkippedCells } from '../journal/planned-cells';
import { saveBudget } from '../journal/budget-record';
import { DoneRows } from '../rows/done-rows';
import { RowQueue } from '../rows/row-queue';
import { lastOf, RowRecord, type NotedRow } from '../rows/row-record';
import type { Plan, PlannedRow } from '../plan/plan';
import type { StoodBefore } from '../plan/stood-before';

/** A run under way. */
export interface RunState {
  head: Head;
  /** Of the plan, in its order: what became of each, and what is still to be done. */
  readonly rows: readonly RowRecord[];
  readonly done: DoneRows;
  /** Rows that the run may not touch, and that name a company of the plan. */
  readonly outsiders: readonly Anchor[];
  readonly skipped: Journal['skipped'];
  /** Of the rows, as they stood when they were looked for last. */
  queue: RowQueue;
  readonly parts: BlockParts;
  /** What has to stand in the sheet for the columns to be where they were found. */
  columns: Pick<Guard, 'header' | 'marks'>;
  readonly fetching: Fetching;
  readonly prefetch: Prefetch;
  readonly names: InputNames;
  /** How many rows the sheet had when the run was cut off; `null`: it was not, or nobody knows. */
  readonly rowsBefore: number | null;
  /** It goes on by what a stored journal says: see `GridWriting`. */
  readonly sparesProtected: boolean;
  /** A person has agreed to a run that only titles tell. */
  readonly byTitles: boolean;
  /** `null`: nobody knows, since the run was resumed, or it writes over nothing. */
  readonly stood: StoodBefore | null;
}

/** After so many slips a row is listed as not placed. */
export const MAX_SLIPS = 3;

export function toRows({ rows, told = [], outsiders, answers, skipped, targets }: Plan): Planned {
  const all = [...rows.map((row, at) => ({ ...row, answer: answers?.[at] })), ...told.map(toUnanswered)];
  all.sort((a, b) => a.row - b.row);
  const cells = new Set(skipped.map(({ row, column }) => `${row} ${column}`));
  return {
    rows: all.map(({ row, identifier, text, answer }, index) => {
      const record = new RowRecord(index, codeOf(identifier), text, row);
      // It waits for its place, as one that has lost it.
      if (answer !== undefined) record.take({ ...record, state: { is: 'waiting', was: { is: 'unplaced' } }, answer });
      return record;
    }),
    outsiders: outsiders.map(({ row, code, text }) => ({ code, text, home: row, row, index: -1, isDone: true })),
    skipped: toSkippedCells(targets.flatMap(({ column }) => all.map(({ row }) => cells.has(`${row} ${column}`)))),
  };
}

const toUnanswered = (row: PlannedRow) => ({ ...row, answer: undefined });

type StateSettings = Pick<RunState, 'sparesProtected' | 'byTitles'> & Partial<Pick<RunState, 'rowsBefore' | 'stood'>>;

export function toState(
  { head, rows, outsiders, skipped }: Omit<Journal, 'spent'>,
  fetching: Fetching,
  { sparesProtected, byTitles, rowsBefore = null, stood = null }: StateSettings,
): RunState {
  return {
    head,
    rows,
    done: new DoneRows(rows),
    outsiders,
    skipped,
    queue: new RowQueue(rows, outsiders),
    parts: new BlockParts(rows, head),
    columns: { header: null, marks: null },
    fetching,
    prefetch: newPrefetch(),
    names: new InputNames(),
    rowsBefore,
    sparesProtected,
    byTitles,
    stood,
  };
}

/** When a run continues, it repeats rows with a write that was not confirmed, and rows that a limit has cut. */
export function reopenRows(rows: readonly RowRecord[], isAgain: (row: RowRecord) => boolean): void {
  for (const row of rows) {
    if (row.state.is === 'answered' || row.state.is === 'cut' || isAgain(row)) row.reopen();
  }
}

export function requeue(state: RunState): void {
  state.queue = new RowQueue(state.rows, state.outsiders);
}

/** Changes a row after it was saved in the journal. */
export function noteRow({ done, parts }: RunState, row: RowRecord, now: Omit<NotedRow, 'index'>): void {
  done.take(row, now);
  if (lastOf(row) === null) parts.drop(row);
  else parts.touch(row);
}

/**
 * Saves the run and the new state of some rows, which then hold it.
 *
 * @param fixed parts that never change, where nothing of the run is saved yet
 */
export async function save(
  state: RunState,
  noted: readonly NotedRow[] = [],
  fixed: Iterable<readonly [name: string, text: string]> = [],
): Promise<void> {
  const { done, parts, fetching, rows } = state;
  const head = { ...state.head, blocks: parts.countWith(noted) };
  const texts = new Map([...fixed, ...parts.textsWith(noted), [HEAD, headToText(head)]]);
  await saveBudget(fetching.ports, fetching.budget, rows, texts);
  state.head = head;
  parts.keep(noted);
  for (const row of noted) done.take(rows[row.index]!, row);
}
