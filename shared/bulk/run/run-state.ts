import { codeOf, type GridValue } from '../sheet/cell-values';
import { toAhead, type Ahead } from '../fetch/prefetch';
import { noteRows, sharedTexts, type Anchor } from '../sheet/row-anchors';
import type { Fetching } from '../fetch/fetch-kind';
import { InputNames } from '../sheet/row-keys';
import type { Guard, RunMarks } from '../sheet/ports';
import { headToText, type Head, type Journal } from '../journal/journal';
import { HEAD } from '../journal/part-names';
import { blockToText, STATES, type BlockRecord, type RowRecord, type State } from '../journal/block';
import { isWritten } from '../locate/written-samples';
import type { Plan } from '../plan/plan';
import { saveSpent } from '../journal/budget-record';

/** A run under way. */
export interface RunState {
  head: Head;
  readonly anchors: readonly Anchor[];
  /** What became of each row of the plan. */
  readonly records: Map<number, { readonly state: State; readonly reason?: string; readonly row: number }>;
  /** What the run had in mind with rows that are looked at again. */
  readonly earlier: Map<number, RowRecord>;
  /** Rows to be done, in the order of the sheet. */
  queue: readonly Anchor[];
  next: number;
  /** Rows that could not be found when they were last looked for. */
  lost: readonly Anchor[];
  /** What several rows say. */
  readonly mixed: ReadonlySet<string>;
  /** How often a row has slipped away right before it was written. */
  readonly slips: Map<number, number>;
  /** What stood in the cells of such a row when they were read first: whatever stands there since is a person's. */
  readonly stood: Map<number, readonly GridValue[]>;
  /** What the run has written last, or all of it: that tells its columns from others. */
  written: readonly RowRecord[];
  /** What has to stand in one row for the columns to be where they were found. */
  header: Guard['header'];
  /** The marks that have to be on those columns. */
  marks: RunMarks | null;
  /** Settled, and not kept yet. */
  unsaved: BlockRecord | null;
  readonly fetching: Fetching;
  readonly ahead: Ahead;
  readonly names: InputNames;
  /** It goes on by what a stored journal says: see `GridWriting`. */
  sparesProtected: boolean;
}

/** A row that slips away so often is listed as not placed. */
export const MAX_SLIPS = 3;

export function toAnchors({ rows, outsiders }: Plan): readonly Anchor[] {
  const planned = rows.map(({ row, identifier, text }, index) => ({
    code: codeOf(identifier),
    text,
    home: row,
    row,
    index,
    isDone: false,
  }));
  return [
    ...planned,
    ...outsiders.map(({ row, code, text }) => ({ code, text, home: row, row, index: -1, isDone: true })),
  ];
}

/**
 * The state of a run as its journal tells it: rows of blocks whose write never came back are looked at again.
 *
 * @param isAgain whether rows in a state are to be done once more
 */
export function toState(
  { head, anchors, blocks }: Journal,
  fetching: Fetching,
  isAgain: (state: State) => boolean,
): RunState {
  const state: RunState = {
    head,
    anchors,
    records: new Map(),
    earlier: new Map(),
    queue: [],
    next: 0,
    lost: [],
    mixed: sharedTexts(anchors),
    slips: new Map(),
    stood: new Map(),
    written: blocks.flatMap(({ rows }) => rows).filter(isWritten),
    header: null,
    marks: null,
    unsaved: null,
    fetching,
    ahead: toAhead(),
    names: new InputNames(),
    sparesProtected: false,
  };
  noteRows(
    anchors,
    blocks.flatMap(({ rows }) => rows),
  );
  for (const { isSettled, rows } of blocks) {
    for (const row of rows) {
      const anchor = anchors[row.index];
      if (anchor === undefined) continue;
      anchor.isDone = isSettled && row.state !== STATES.cut && !isAgain(row.state);
      if (anchor.isDone) note(state, row);
      else {
        state.records.delete(row.index);
        state.earlier.set(row.index, row);
      }
    }
  }
  requeue(state);
  return state;
}

export function requeue(state: RunState): void {
  const open = state.anchors.filter(({ isDone }) => !isDone);
  state.queue = open.filter(({ row }) => row >= 0).sort((a, b) => a.row - b.row);
  state.lost = open.filter(({ row }) => row < 0);
  state.next = 0;
}

/** Rows that could not be found in the sheet. */
export function lostOf({ lost }: RunState): readonly Anchor[] {
  return lost.filter(({ isDone }) => !isDone);
}

export function finish(state: RunState, record: RowRecord): void {
  state.anchors[record.index]!.isDone = true;
  state.earlier.delete(record.index);
  note(state, record);
}

function note({ records }: RunState, { index, state, reason, row }: RowRecord): void {
  records.set(index, reason === undefined ? { state, row } : { state, reason, row });
}

/** Keeps how the run stands, and a block that is about to be written. */
export async function save(state: RunState, intended: BlockRecord | null): Promise<void> {
  const parts = new Map<string, string>();
  if (state.unsaved !== null) parts.set(`block.${state.head.blocks - 1}`, blockToText(state.unsaved));
  const blocks = state.head.blocks + (intended === null ? 0 : 1);
  if (intended !== null) parts.set(`block.${blocks - 1}`, blockToText(intended));
  const head = { ...state.head, blocks };
  parts.set(HEAD, headToText(head));
  await saveSpent(state.fetching.ports, state.fetching.budget, state.anchors, parts);
  state.head = head;
  state.unsaved = null;
}

export const isFailed = (state: State): boolean => state === STATES.failed || state === STATES.refused;
export const isUnplaced = (state: State): boolean => state === STATES.unplaced || state === STATES.gone;
