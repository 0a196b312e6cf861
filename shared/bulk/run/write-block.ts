import { toTraceError, type TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import type { GridWriting, WriteResult } from '../sheet/ports';
import { holdFile } from '../sheet/file-lease';
import { isGeneral, seenAs, type Intent } from '../sheet/cell-decision';
import { digestOf, valueOf, type GridCell, type GridValue } from '../sheet/cell-values';
import { lastOf, type NotedRow, type RowRecord, type RowOutcome } from '../rows/row-record';
import { MAX_SLIPS, save, noteRow, type RunState } from './run-state';
import { areInPlace } from './locate-run';
import { lookForRows, type TakenBlock } from './read-block';
import { withTypedColumn } from './typed-columns';

/** An answered row and what to write into it. */
export interface Wanted {
  readonly record: RowRecord;
  readonly identifier: string;
  readonly cells: readonly (GridCell | null)[];
  readonly writes: readonly (GridCell | null)[];
  readonly intents: readonly (Intent | null)[];
  /** Its state once it is written. */
  readonly as: RowOutcome;
  readonly error: TraceError | null;
  /** It answers nothing: only its status is written. */
  readonly isTold?: boolean;
}

export interface WrittenBlock {
  /** Why the run has to pause; `null`: it need not. */
  readonly pause: TraceError | null;
  /** The last row with new cells, from 0; `null`: there is none. */
  readonly lastRow: number | null;
}

const NOTHING_WRITTEN: WrittenBlock = { pause: null, lastRow: null };

/**
 * Saves what is about to be written, then writes it in one call. A row that has moved since it was read stays to do; one
 * that moves again and again is listed with its answer.
 *
 * @param others rows with an outcome that is known without a write
 */
export async function writeBlock(
  state: RunState,
  taken: TakenBlock,
  wanted: readonly Wanted[],
  others: readonly NotedRow[],
): Promise<WrittenBlock> {
  if (wanted.length + others.length === 0) return NOTHING_WRITTEN;
  const { ports, holder } = state.fetching;
  // For rows that slip away.
  const before = wanted.map(({ record }) => ({ cells: record.cells, was: lastOf(record) }));
  await save(state, [...others, ...wanted.map(toNoted)]);
  await holdFile(ports, holder);
  const writing = toWriting(state, taken, wanted);
  let written: WriteResult = { moved: [], refused: [] };
  let haveColumnsMoved = false;
  if (writing.rows.length > 0) {
    try {
      written = await ports.sheet.write(writing);
      haveColumnsMoved = written.moved.length > 0 && !(await areInPlace(state));
    } catch (thrown) {
      // Some of it may have been written. The rows are checked again when the run continues.
      return { ...NOTHING_WRITTEN, pause: toTraceError(thrown) };
    }
  }
  const moved = new Set(written.moved.map((at) => writing.rows[at]!));
  const unclear = new Set(written.unclear?.map((at) => writing.rows[at]!));
  const { refused, pause } = toRefused(state, writing, written);
  const instead = toInstead(state, writing, written);
  for (const [at, each] of wanted.entries()) {
    const { record, as } = each;
    const refusal = refused.get(record.row);
    if (moved.has(record.row)) {
      slip(state, taken, each, unclear.has(record.row) ? null : before[at]!, haveColumnsMoved ? 0 : 1);
    } else if (refusal !== undefined) noteRow(state, record, withoutRefused(state, record, refusal, instead));
    else {
      const cells = record.cells.map((intent, target) =>
        each.writes[target] === null ? intent : asWritten(intent, instead.get(`${record.row} ${target}`)),
      );
      noteRow(state, record, { ...record, state: as, cells, answer: null });
    }
  }
  if (moved.size > 0) await lookForRows(state);
  const filled = writing.rows.filter((row) => !moved.has(row) && !refused.has(row));
  const lastRow = filled[filled.length - 1] ?? null;
  return { pause, lastRow };
}

function toNoted({ record, intents, as }: Wanted): NotedRow {
  return {
    index: record.index,
    seen: record.row,
    state: { is: 'answered', as },
    cells: intents,
    answer: record.answer,
  };
}

interface Refusal {
  readonly columns: Set<number>;
  readonly error: TraceError;
}

/** The cells that the host refused to write, by row, and why the run has to pause; `null`: it need not. */
function toRefused(
  { fetching }: RunState,
  writing: GridWriting,
  written: WriteResult,
): { readonly refused: ReadonlyMap<number, Refusal>; readonly pause: TraceError | null } {
  const refused = new Map<number, Refusal>();
  let pause: TraceError | null = null;
  for (const { at, column, error } of written.refused) {
    const row = writing.rows[at]!;
    if (!refused.has(row)) refused.set(row, { columns: new Set(), error });
    refused.get(row)!.columns.add(column);
    if (traitsOf(error).pausesRun === 'always') pause = error;
    fetching.ports.person.tell({ is: 'refused', row, column, error });
  }
  return { refused, pause };
}

/** What cells hold in place of what was meant, by row and target. */
function toInstead(
  state: RunState,
  writing: GridWriting,
  { instead = [] }: WriteResult,
): ReadonlyMap<string, GridCell> {
  const told = new Set<string>();
  for (const { column, cell } of instead) {
    const typed = { column, isText: cell.kind === 'text' };
    const key = `${column} ${typed.isText}`;
    if (told.has(key)) continue;
    told.add(key);
    state.fetching.ports.person.tell({ is: 'typedColumn', typed });
    state.head = withTypedColumn(state.head, typed);
  }
  const targets = state.head.targets.map(({ column }) => column);
  return new Map(instead.map(({ at, column, cell }) => [`${writing.rows[at]!} ${targets.indexOf(column)}`, cell]));
}

/**
 * The answer is kept while its row is looked for. An incomplete one is requested again.
 *
 * @param before `null`: it may have been written, so what the journal says of it stays, or nobody could undo it
 * @param slips 0: the columns have moved, and perhaps no row
 */
function slip(
  state: RunState,
  taken: TakenBlock,
  { record, identifier, cells: answered, error, as, isTold = false }: Wanted,
  before: { readonly cells: RowRecord['cells']; readonly was: RowOutcome | null } | null,
  slips: 0 | 1,
): void {
  const unplaced: RowOutcome = { is: 'unplaced' };
  const { cells, was } = before ?? { cells: record.cells, was: as };
  const answer = record.answer ?? (error === null && !isTold ? { identifier, cells: answered } : null);
  record.slips += slips;
  record.stood ??= valuesAt(taken, record.row);
  const isListed = record.slips >= MAX_SLIPS;
  const waiting = { is: 'waiting', was: before === null || answer === null ? was : unplaced } as const;
  const listed = isTold ? as : unplaced;
  noteRow(state, record, { seen: record.row, state: isListed ? listed : waiting, cells, answer });
}

function withoutRefused(
  { head }: RunState,
  record: RowRecord,
  { columns, error }: Refusal,
  instead: ReadonlyMap<string, GridCell>,
): Omit<NotedRow, 'index'> {
  const cells = record.cells.map((intent, at) =>
    columns.has(head.targets[at]!.column) ? asRefused(intent) : asWritten(intent, instead.get(`${record.row} ${at}`)),
  );
  return { ...record, state: { is: 'failed', by: 'host', why: error }, cells };
}

function asWritten(intent: Intent | null, instead?: GridCell): Intent | null {
  return intent && seenAs(intent, instead === undefined ? intent.digest : digestOf(valueOf(instead)));
}

/** What the run wrote there before is still there. */
function asRefused(intent: Intent | null): Intent | null {
  return intent?.former === undefined ? null : seenAs(intent, intent.former);
}

function valuesAt({ block, firstRow }: TakenBlock, row: number): readonly GridValue[] {
  return block.columns.slice(1).map(({ values }) => values[row - firstRow] ?? '');
}

function toWriting(
  { head, queue, columns, sparesProtected }: RunState,
  { block, firstRow }: TakenBlock,
  wanted: readonly Wanted[],
): GridWriting {
  const changed = wanted.filter(({ writes }) => writes.some((cell) => cell !== null));
  const [input, ...targets] = block.columns;
  const offsets = changed.map(({ record }) => record.row - firstRow);
  const formats = offsets.map((offset) => targets.map((read) => read.formats?.[offset] ?? ''));
  return {
    sheet: head.sheet.id,
    rows: changed.map(({ record }) => record.row),
    columns: head.targets.map(({ column }) => column),
    cells: changed.map(({ writes }) => writes),
    guard: {
      input: { column: head.input.column, values: offsets.map((offset) => input!.values[offset] ?? '') },
      before: offsets.map((offset) => targets.map(({ values }) => values[offset] ?? '')),
      // The cell of another row may be as blank.
      formats: formats.flat().every(isGeneral) ? null : formats,
      sheetRows: changed.some(({ record }) => queue.isShared(record)) ? head.sheetRows : null,
      ...columns,
    },
    sparesProtected,
  };
}
