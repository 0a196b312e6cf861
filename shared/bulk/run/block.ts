import { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { findAnswers } from '../fetch/prefetch';
import { columnsGone } from '../locate/locate-columns';
import type { Anchor } from '../sheet/row-anchors';
import { isCut, toCell, type Found } from '../plan/column-spec';
import { capReached } from '../fetch/fetch-partners';
import { STATES, type RowRecord, type State } from '../journal/block';
import { decideCell, isOpen, type Intent } from '../sheet/cell-decision';
import type { RunState } from './run-state';
import { finish, lostOf, save } from './run-state';
import { identifierAt, takeBlock, type TakenBlock } from './read-block';
import { writeBlock, type Wanted } from './write-block';
import { digestOf, toGridCell, type GridCell } from '../sheet/cell-values';

/** A row of which something was found out, or that there is nothing. */
const ANSWERED: ReadonlySet<State> = new Set<State>([STATES.answered, STATES.notTracked, STATES.noData]);
/** Of so many rows it is no matter of a single company. */
const MANY_ROWS = 20;

export interface BlockEnd {
  /** Whether rows are left. */
  readonly isLast: boolean;
  /** Why the run has to pause. */
  readonly pause: TraceError | null;
}

/** Reads, asks for, and writes the next rows. */
export async function doBlock(state: RunState): Promise<BlockEnd> {
  const taken = await takeBlock(state);
  const lost = lostOf(state);
  const records = lost.map((anchor) => toLost(state, anchor));
  if (taken === null) {
    if (records.length > 0) await keepOnly(state, records);
    return { isLast: true, pause: null };
  }
  const { mode } = state.head;
  const targets = taken.block.columns.slice(1);
  checkEmpty(state, taken);
  const open: Anchor[] = [];
  const mayFill = ({ row, index }: Anchor): boolean =>
    state.earlier.get(index)?.state === STATES.cut || isOpen(targets, row - taken.firstRow, mode);
  for (const anchor of taken.anchors) {
    if (mayFill(anchor)) open.push(anchor);
    else records.push(toFilled(state, taken, anchor));
  }
  const found = await findAnswers(state, {
    next: identifiersOf(state, taken, open),
    later: identifiersOf(state, taken, taken.later.filter(mayFill)),
    isEnd: taken.isEnd,
  });
  const wanted: Wanted[] = [];
  let pause: TraceError | null = null;
  let failures = 0;
  for (const anchor of open) {
    const identifier = identifierAt(state, taken, anchor);
    const kept = state.earlier.get(anchor.index)?.unplaced;
    const fetched = found.get(identifier);
    if (kept === undefined && fetched === undefined) continue;
    const answer = kept === undefined ? toAnswer(state, fetched!) : { cells: kept.cells, error: null };
    const { pausesRun } = answer.error === null ? {} : traitsOf(answer.error);
    if (pausesRun === 'always') {
      // It alone tells what the account has left.
      if (pause === null || answer.error?.code === 'creditsOut') pause = answer.error;
      // What was paid for is written; its row stays to be done.
      if (answer.error?.code !== 'runCapReached' || answer.cells.every((cell) => cell === null)) continue;
    } else if (pausesRun !== undefined) failures += 1;
    wanted.push(toWanted(state, taken, anchor, identifier, answer.cells, answer.error));
  }
  const [first] = wanted;
  const error = first?.error ?? null;
  const isOfAnySize = error !== null && traitsOf(error).pausesRun === 'wholeBlock';
  const isCutOff = failures >= MANY_ROWS || isOfAnySize;
  if (failures > 0 && failures === wanted.length && isCutOff) {
    pause ??= error;
    wanted.length = 0;
  }
  const refusal = await writeBlock(state, taken, wanted, records);
  return { isLast: false, pause: refusal ?? pause };
}

/**
 * Where there are no titles and nothing is written yet, new columns are known by being empty. Throws `columnsGone`: another
 * column has moved to where one of them was.
 */
function checkEmpty({ head, written }: RunState, { anchors, firstRow, block }: TakenBlock): void {
  if (head.headerRow !== null || written.length > 0) return;
  for (const [at, { isNew, title }] of head.targets.entries()) {
    const { values } = block.columns[at + 1]!;
    if (isNew && anchors.some(({ row }) => values[row - firstRow] !== '')) throw columnsGone(title, 'changed');
  }
}

/** The companies of rows that still want an answer. */
function identifiersOf(state: RunState, taken: TakenBlock, open: readonly Anchor[]): readonly string[] {
  return open
    .filter((anchor) => state.earlier.get(anchor.index)?.unplaced === undefined)
    .map((anchor) => identifierAt(state, taken, anchor));
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
  { head, earlier, stood }: RunState,
  { block, firstRow }: TakenBlock,
  anchor: Anchor,
  identifier: string,
  cells: readonly (GridCell | null)[],
  error: TraceError | null,
): Wanted {
  const offset = anchor.row - firstRow;
  const before = earlier.get(anchor.index)?.cells;
  const writes: (GridCell | null)[] = [];
  const intents: (Intent | null)[] = [];
  for (const [target, cell] of cells.entries()) {
    const first = stood.get(anchor.index)?.[target];
    const decision = decideCell(block.columns[target + 1]!, offset, cell, head.mode, before?.[target] ?? null, first);
    writes.push(decision.is === 'write' ? cell : null);
    intents.push(decision.is === 'write' || decision.is === 'ours' ? decision.intent : null);
  }
  return { anchor, identifier, cells, writes, intents, state: stateOf(cells, error), error };
}

function stateOf(cells: readonly (GridCell | null)[], error: TraceError | null): State {
  if (error?.code === 'runCapReached') return STATES.cut;
  if (error !== null) return STATES.failed;
  if (cells.every((cell) => cell?.kind === 'text' && cell.text === 'not tracked')) return STATES.notTracked;
  const isNothing = (cell: GridCell | null): boolean =>
    cell?.kind === 'blank' || (cell?.kind === 'text' && cell.text === 'none');
  return cells.every(isNothing) ? STATES.noData : STATES.answered;
}

/** What was answered before keeps its answer. */
function toLost({ earlier, head }: RunState, { index }: Anchor): RowRecord {
  const before = earlier.get(index);
  const cells = before?.cells ?? head.targets.map(() => null);
  const unplaced = before?.unplaced;
  if (unplaced === undefined) return { index, row: -1, state: STATES.gone, cells };
  return { index, row: -1, state: STATES.unplaced, cells, unplaced };
}

/** What the run had written before it broke off stays its own. */
function toFilled({ earlier, head }: RunState, { block, firstRow }: TakenBlock, { index, row }: Anchor): RowRecord {
  const before = earlier.get(index);
  const cells = head.targets.map((_target, at) => {
    const intent = before?.cells[at] ?? null;
    const value = block.columns[at + 1]!.values[row - firstRow] ?? '';
    return intent !== null && digestOf(value) === intent.digest ? intent : null;
  });
  const isOurs = cells.some((intent) => intent !== null);
  // An answer that was paid for and finds its cells filled waits on, to be copied.
  if (before?.unplaced !== undefined && !isOurs) {
    return { index, row, state: STATES.unplaced, cells, unplaced: before.unplaced };
  }
  const isAnswered = isOurs && before !== undefined && ANSWERED.has(before.state);
  return { index, row, state: isAnswered ? before.state : STATES.filled, cells };
}

async function keepOnly(state: RunState, records: readonly RowRecord[]): Promise<void> {
  await save(state, { isSettled: true, rows: records });
  for (const record of records) finish(state, record);
}
