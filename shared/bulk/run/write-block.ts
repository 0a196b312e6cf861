import { say } from '../../errors/say';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import type { Anchor } from '../sheet/row-anchors';
import type { GridWriting } from '../sheet/ports';
import { holdFile } from '../sheet/file-lease';
import { STATES, type RowRecord, type State } from '../journal/block';
import { isWritten } from '../locate/written-samples';
import type { Intent } from '../sheet/cell-decision';
import { finish, MAX_SLIPS, save, type RunState } from './run-state';
import { lookForRows, type TakenBlock } from './read-block';
import type { GridCell, GridValue } from '../sheet/cell-values';

/** One answered row, and what is to be written into it. */
export interface Wanted {
  readonly anchor: Anchor;
  readonly identifier: string;
  readonly cells: readonly (GridCell | null)[];
  readonly writes: readonly (GridCell | null)[];
  readonly intents: readonly (Intent | null)[];
  readonly state: State;
  readonly error: TraceError | null;
}

/**
 * Keeps what is about to be written, and writes it in one call. Rows that have moved since they were read stay to be done;
 * those that slip away again and again are listed with their answers.
 *
 * @param others rows of which nothing is written
 * @returns why the run has to pause, or `null`
 */
export async function writeBlock(
  state: RunState,
  taken: TakenBlock,
  wanted: readonly Wanted[],
  others: readonly RowRecord[],
): Promise<TraceError | null> {
  const records = wanted.map(toRecord);
  if (records.length + others.length === 0) return null;
  const { ports } = state.fetching;
  await save(state, { isSettled: false, rows: [...others, ...records] });
  await holdFile(ports, state.fetching.holder);
  const writing = toWriting(state, taken, wanted);
  const moved = new Set<number>();
  const refused = new Map<number, { readonly columns: Set<number>; readonly error: TraceError }>();
  let pause: TraceError | null = null;
  if (writing.rows.length > 0) {
    try {
      const written = await ports.sheet.write(writing);
      for (const at of written.moved) moved.add(writing.rows[at]!);
      for (const { at, column, error } of written.refused) {
        const row = writing.rows[at]!;
        if (!refused.has(row)) refused.set(row, { columns: new Set(), error });
        refused.get(row)!.columns.add(column);
        if (traitsOf(error).pausesRun === 'always') pause = error;
        ports.person.tell({ is: 'refused', row, column, error });
      }
    } catch (thrown) {
      // Whether anything was written is not known: the rows are looked at again when the run goes on.
      return toTraceError(thrown);
    }
  }
  const settled = [...others];
  for (const record of others) finish(state, record);
  for (const [at, record] of records.entries()) {
    const refusal = refused.get(record.row);
    if (moved.has(record.row)) {
      const slips = (state.slips.get(record.index) ?? 0) + 1;
      state.slips.set(record.index, slips);
      if (!state.stood.has(record.index)) state.stood.set(record.index, valuesAt(taken, record.row));
      const listed = toUnplaced(state, record, wanted[at]!);
      if (slips < MAX_SLIPS) {
        state.earlier.set(record.index, listed);
        continue;
      }
      settled.push(listed);
    } else if (refusal === undefined) settled.push(record);
    else settled.push(withoutRefused(state, record, refusal));
    finish(state, settled[settled.length - 1]!);
  }
  state.unsaved = { isSettled: true, rows: settled };
  if (settled.some(isWritten)) state.written = settled;
  if (moved.size > 0) await lookForRows(state);
  return pause;
}

function toRecord({ anchor, intents, state, error }: Wanted): RowRecord {
  const record = { index: anchor.index, row: anchor.row, state, cells: intents };
  return error === null || state === STATES.cut ? record : { ...record, reason: say(error, 'run') };
}

/** The answer is kept as long as its row is looked for; one that is not whole is asked for again. */
function toUnplaced({ earlier }: RunState, record: RowRecord, { identifier, cells, error }: Wanted): RowRecord {
  const before = earlier.get(record.index)?.cells ?? record.cells.map(() => null);
  const listed = { index: record.index, row: record.row, state: STATES.unplaced, cells: before };
  return error === null ? { ...listed, unplaced: { identifier, cells } } : listed;
}

function withoutRefused(
  { head }: RunState,
  record: RowRecord,
  { columns, error }: { readonly columns: ReadonlySet<number>; readonly error: TraceError },
): RowRecord {
  const cells = record.cells.map((intent, at) => (columns.has(head.targets[at]!.column) ? null : intent));
  return { ...record, state: STATES.refused, cells, reason: say(error, 'run') };
}

function valuesAt({ block, firstRow }: TakenBlock, row: number): readonly GridValue[] {
  return block.columns.slice(1).map(({ values }) => values[row - firstRow] ?? '');
}

function toWriting(
  { head, header, marks, mixed, sparesProtected }: RunState,
  { block, firstRow }: TakenBlock,
  wanted: readonly Wanted[],
): GridWriting {
  const changed = wanted.filter(({ writes }) => writes.some((cell) => cell !== null));
  const [input, ...targets] = block.columns;
  const offsets = changed.map(({ anchor }) => anchor.row - firstRow);
  return {
    sheet: head.sheet.id,
    rows: changed.map(({ anchor }) => anchor.row),
    columns: head.targets.map(({ column }) => column),
    cells: changed.map(({ writes }) => writes),
    guard: {
      input: { column: head.input.column, values: offsets.map((offset) => input!.values[offset] ?? '') },
      before: offsets.map((offset) => targets.map(({ values }) => values[offset] ?? '')),
      sheetRows: changed.some(({ anchor }) => mixed.has(anchor.text)) ? head.sheetRows : null,
      header,
      marks,
    },
    sparesProtected,
  };
}
