import { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { findAnswers } from '../fetch/prefetch';
import { columnsGone } from '../locate/locate-columns';
import { isWritten, lastOf, type NotedRow, type RowRecord, type Settled } from '../rows/row-record';
import { isCut, toCell, type Found } from '../plan/column-spec';
import { capReached } from '../fetch/fetch-partners';
import { decideCell, isOpen, type Intent } from '../sheet/cell-decision';
import { save, type RunState } from './run-state';
import { findAstray } from './astray-rows';
import { identifierAt, takeBlock, type TakenBlock } from './read-block';
import { writeBlock, type Wanted } from './write-block';
import { say } from '../../errors/say';
import { digestOf, toGridCell, type GridCell } from '../sheet/cell-values';

/** If so many rows fail, the cause is not a single company. */
const MANY_ROWS = 20;

export interface BlockEnd {
  /** Whether no row is left to do. */
  readonly isLast: boolean;
  /** Why the run has to pause; `null`: it goes on. */
  readonly pause: TraceError | null;
}

/** Reads the next rows, looks them up and writes them. */
export async function doBlock(state: RunState): Promise<BlockEnd> {
  const taken = await takeBlock(state);
  const others = state.queue.notFound.map(toLost);
  if (taken === null) {
    if (others.length > 0) await save(state, others);
    return { isLast: true, pause: null };
  }
  const targets = taken.block.columns.slice(1);
  checkEmpty(state, taken);
  const open: RowRecord[] = [];
  const mayFill = (row: RowRecord): boolean =>
    lastOf(row)?.is === 'cut' || isOpen(targets, row.row - taken.firstRow, state.head.mode);
  const astray = await findAstray(state, taken);
  for (const row of taken.rows) {
    if (astray.has(row)) {
      others.push({ ...row, state: { is: 'unplaced' } });
      continue;
    }
    // It names no company, and its answer is no longer in the journal.
    if (row.answer === null && identifierAt(state, taken, row) === '') others.push(toLost(row));
    else if (mayFill(row)) open.push(row);
    else others.push(toFilled(state, taken, row));
  }
  const found = await findAnswers(state, {
    next: identifiersOf(state, taken, open),
    later: identifiersOf(state, taken, taken.later.filter(mayFill)),
    isEnd: taken.isEnd,
  });
  const { wanted, pause } = toAllWanted(state, taken, open, found);
  const refusal = await writeBlock(state, taken, wanted, others);
  return { isLast: false, pause: refusal ?? pause };
}

/** What to write, and why the run has to pause after it; `null`: it need not. */
function toAllWanted(
  state: RunState,
  taken: TakenBlock,
  open: readonly RowRecord[],
  found: ReadonlyMap<string, Found>,
): { readonly wanted: readonly Wanted[]; readonly pause: TraceError | null } {
  const wanted: Wanted[] = [];
  let pause: TraceError | null = null;
  let failures = 0;
  for (const row of open) {
    const identifier = identifierAt(state, taken, row);
    const fetched = found.get(identifier);
    if (row.answer === null && fetched === undefined) continue;
    const answer = row.answer === null ? toAnswer(state, fetched!) : { cells: row.answer.cells, error: null };
    const { pausesRun } = answer.error === null ? {} : traitsOf(answer.error);
    if (pausesRun === 'always') {
      // A problem of the account comes before the run's own limit.
      if (pause === null || isOfLimit(pause)) pause = answer.error;
      // A row cut by the limit shows what was paid for, and stays to do.
      if (!isOfLimit(answer.error) || answer.cells.every((cell) => cell === null)) continue;
    } else if (pausesRun !== undefined) failures += 1;
    wanted.push(toWanted(state, taken, row, identifier, answer.cells, answer.error));
  }
  const error = wanted[0]?.error ?? null;
  const isOfAnySize = error !== null && traitsOf(error).pausesRun === 'wholeBlock';
  const isCutOff = failures >= MANY_ROWS || isOfAnySize;
  if (failures > 0 && failures === wanted.length && isCutOff) return { wanted: [], pause: pause ?? error };
  return { wanted, pause };
}

/**
 * Without titles, and before anything is written, new columns are told by being empty. Throws `columnsGone` where another
 * column has taken the place of one.
 */
function checkEmpty({ head, rows }: RunState, taken: TakenBlock): void {
  if (head.headerRow !== null || rows.some(isWritten)) return;
  for (const [at, { isNew, title }] of head.targets.entries()) {
    const { values } = taken.block.columns[at + 1]!;
    const isFilled = ({ row }: RowRecord): boolean => values[row - taken.firstRow] !== '';
    if (isNew && taken.rows.some(isFilled)) throw columnsGone(title, 'changed');
  }
}

/** The companies of rows that have no answer yet. */
function identifiersOf(state: RunState, taken: TakenBlock, open: readonly RowRecord[]): readonly string[] {
  return open.filter(({ answer }) => answer === null).map((row) => identifierAt(state, taken, row));
}

function toAnswer(
  { head }: RunState,
  found: Found,
): { readonly cells: readonly (GridCell | null)[]; readonly error: TraceError | null } {
  let error: TraceError | null = null;
  const cells = head.choices.map((choice) => {
    const cell = toCell(choice, found);
    if (cell instanceof TraceError) error ??= cell;
    return toGridCell(cell);
  });
  if (head.choices.some((choice) => isCut(choice, found))) error ??= capReached();
  return { cells, error };
}

function toWanted(
  { head }: RunState,
  { block, firstRow }: TakenBlock,
  record: RowRecord,
  identifier: string,
  cells: readonly (GridCell | null)[],
  error: TraceError | null,
): Wanted {
  const offset = record.row - firstRow;
  const writes: (GridCell | null)[] = [];
  const intents: (Intent | null)[] = [];
  for (const [target, cell] of cells.entries()) {
    const before = record.cells[target] ?? null;
    const stood = record.stood?.[target];
    const decision = decideCell(block.columns[target + 1]!, offset, cell, head.mode, before, stood);
    writes.push(decision.is === 'write' ? cell : null);
    intents.push(decision.is === 'write' || decision.is === 'ours' ? decision.intent : null);
  }
  return { record, identifier, cells, writes, intents, as: settledBy(cells, error), error };
}

function isOfLimit(error: TraceError | null): boolean {
  return error !== null && traitsOf(error).ends === 'limit';
}

function settledBy(cells: readonly (GridCell | null)[], error: TraceError | null): Settled {
  if (isOfLimit(error)) return { is: 'cut' };
  if (error !== null) return { is: 'failed', by: 'answer', why: say(error, 'run') };
  if (cells.every((cell) => cell?.kind === 'text' && cell.text === 'not tracked')) {
    return { is: 'written', found: 'notTracked' };
  }
  const isNothing = (cell: GridCell | null): boolean =>
    cell?.kind === 'blank' || (cell?.kind === 'text' && cell.text === 'none');
  return { is: 'written', found: cells.every(isNothing) ? 'noData' : 'data' };
}

/** A row that has an answer keeps it. */
function toLost({ index, cells, answer }: RowRecord): NotedRow {
  const state: Settled = answer === null ? { is: 'skipped', why: 'gone' } : { is: 'unplaced' };
  return { index, seen: -1, state, cells, answer };
}

/** What the run wrote before it was cut off stays its own. */
function toFilled({ head }: RunState, { block, firstRow }: TakenBlock, record: RowRecord): NotedRow {
  const { index, row, answer } = record;
  const cells = head.targets.map((_target, at) => {
    const intent = record.cells[at] ?? null;
    const value = block.columns[at + 1]!.values[row - firstRow] ?? '';
    return intent !== null && digestOf(value) === intent.digest ? intent : null;
  });
  const isOurs = cells.some((intent) => intent !== null);
  // An answer that was paid for but finds its cells filled stays in the panel, to be copied.
  if (answer !== null && !isOurs) return { index, seen: row, state: { is: 'unplaced' }, cells, answer };
  const before = lastOf(record);
  const state: Settled = isOurs && before?.is === 'written' ? before : { is: 'skipped', why: 'filled' };
  return { index, seen: row, state, cells, answer: null };
}
