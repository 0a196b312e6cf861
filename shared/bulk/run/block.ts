import type { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { findAnswers } from '../fetch/prefetch';
import { columnsGone } from '../locate/locate-columns';
import { isWritten, lastOf, type NotedRow, type RowRecord, type RowOutcome } from '../rows/row-record';
import { isAsking, type Found } from '../plan/column-spec';
import type { KeptAnswer } from '../rows/kept-answer';
import { decideCell, isOpen, isOwn, seenAs, type Decision, type Intent } from '../sheet/cell-decision';
import { isCounted, withCountFormat } from '../plan/count-format';
import { save, type RunState } from './run-state';
import { findAstray } from './astray-rows';
import { findBesideAstray, findForeign } from './foreign-rows';
import { wasPlanned } from '../journal/planned-cells';
import { besideOthers, overLonger, overValue } from './filled-cells';
import { noteMixedRows } from './mixed-rows';
import { identifierAt, takeBlock, type TakenBlock } from './read-block';
import { isOfLimit, outcomeOf, toAnswer, type RunAnswer } from './run-answer';
import { withStatus } from './status-column';
import { isSince } from '../plan/stood-before';
import { writeBlock, type Wanted, type WrittenBlock } from './write-block';
import { digestOf, type GridCell } from '../sheet/cell-values';

const NAMES_NONE: RowOutcome = { is: 'skipped', why: 'noCompany' };
/** If so many rows fail, the cause is not a single company. */
const MANY_ROWS = 20;

interface BlockEnd extends WrittenBlock {
  /** Whether no row is left to do. */
  readonly isLast: boolean;
}

/** Reads the next rows, looks them up and writes them. */
export async function doBlock(state: RunState): Promise<BlockEnd> {
  const taken = await takeBlock(state);
  const others = state.queue.notFound.map(toLost);
  if (taken === null) {
    if (others.length > 0) await save(state, others);
    return { isLast: true, pause: null, lastRow: null };
  }
  const targets = taken.block.columns.slice(1);
  checkEmpty(state, taken);
  await noteMixedRows(state, taken);
  const { choices, mode } = state.head;
  const open: RowRecord[] = [];
  const told: Wanted[] = [];
  // If no cell of a row may be filled, nothing is asked or paid for it.
  const isAnyOpen = (row: RowRecord): boolean =>
    targets.some((read, at) => {
      const isFillable = isAsking(choices[at]!) && isOpen(read, row.row - taken.firstRow, mode);
      return isFillable && (row.answer !== null || !isTyped(state, taken, row, at));
    });
  const astray = await findAstray(state, taken);
  const foreign = new Set([...(await findForeign(state, taken)), ...findBesideAstray(state, taken, astray)]);
  const mayFill = (row: RowRecord): boolean =>
    row.namesCompany && !foreign.has(row) && (lastOf(row)?.is === 'cut' || isBehind(row, taken) || isAnyOpen(row));
  for (const row of taken.rows) {
    if (astray.has(row)) {
      others.push({ ...row, state: row.namesCompany ? { is: 'unplaced' } : NAMES_NONE });
      continue;
    }
    if (!row.namesCompany) {
      if (foreign.has(row)) others.push({ ...row, state: NAMES_NONE });
      else told.push(toTold(state, taken, row, NAMES_NONE));
      continue;
    }
    // It names no company, and its answer is no longer in the journal.
    if (row.answer === null && identifierAt(state, taken, row) === '') others.push(toLost(row));
    else if (mayFill(row)) open.push(row);
    else {
      const filled = toFilled(state, taken, row);
      const isUntold = choices.every(isAsking) || foreign.has(row);
      if (filled.outcome.is === 'unplaced' || isUntold) others.push(filled.row);
      else told.push(toTold(state, taken, row, filled.outcome));
    }
  }
  const found = await findAnswers(state, {
    next: identifiersOf(state, taken, open),
    later: identifiersOf(state, taken, taken.later.filter(mayFill)),
    isEnd: taken.isEnd,
  });
  const { wanted, pause } = toAllWanted(state, taken, open, found);
  const all = [...told, ...wanted].sort((a, b) => a.record.row - b.record.row);
  const written = await writeBlock(state, taken, all, others);
  state.fetching.tally?.show(wanted.flatMap(({ record, identifier }) => (record.isDone ? identifier : [])));
  return { isLast: false, pause: written.pause ?? pause, lastRow: written.lastRow };
}

/** Whether a person has put a value into a cell since the run was planned. */
function isTyped({ stood, names }: RunState, { block, firstRow }: TakenBlock, row: RowRecord, target: number): boolean {
  const [value = '', input = ''] = [block.columns[target + 1]!, block.columns[0]!].map(
    ({ values }) => values[row.row - firstRow],
  );
  const earlier = row.cells[target] ?? null;
  if (earlier !== null && isOwn(earlier, digestOf(value))) return false;
  const seen = row.stood?.[target];
  return (seen !== undefined && seen !== value) || isSince(stood, target, names.of(input).code, value);
}

/** Whether a cell still shows the answer that was to be replaced when the run was cut off. */
function isBehind({ cells, row }: RowRecord, { block, firstRow }: TakenBlock): boolean {
  return cells.some((intent, at) => {
    if (intent?.former === undefined || intent.former === intent.digest) return false;
    return digestOf(block.columns[at + 1]!.values[row - firstRow] ?? '') === intent.former;
  });
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
    const answer = row.answer === null ? toAnswer(state.head.choices, fetched!) : toKnown(state, row.answer);
    const { pausesRun } = answer.error === null ? {} : traitsOf(answer.error);
    if (pausesRun === 'always') {
      // A problem of the account comes before the run's own limit, and of the limit the first company tells most.
      if (pause === null || (isOfLimit(pause) && !isOfLimit(answer.error))) pause = answer.error;
      // A row cut by the limit shows what was paid for, and stays to do.
      if (!isOfLimit(answer.error) || answer.cells.every((cell) => cell === null)) continue;
    } else if (pausesRun !== undefined) failures += 1;
    wanted.push(toWanted(state, taken, row, identifier, answer));
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

function toWanted(
  state: RunState,
  taken: TakenBlock,
  record: RowRecord,
  identifier: string,
  { cells, error, as: expected }: RunAnswer,
): Wanted {
  const { head, rows, skipped } = state;
  const { block, firstRow } = taken;
  const offset = record.row - firstRow;
  const input = block.columns[0]!.values[offset] ?? '';
  const isCutAgain = expected.is === 'cut' && lastOf(record)?.is === 'cut';
  const decide = (cell: GridCell | null, target: number): Decision => {
    const read = block.columns[target + 1]!;
    const earlier = record.cells[target] ?? null;
    const isAnswer = isAsking(head.choices[target]!);
    const held = read.values[offset] ?? '';
    const answer = isCutAgain ? overLonger(cell, held, earlier) : cell;
    const wanted = isAnswer ? overValue(answer, held, earlier) : answer;
    return decideCell(read, offset, wanted, head.mode, earlier, isTyped(state, taken, record, target));
  };
  const isPlanned = (target: number): boolean => wasPlanned(skipped, target * rows.length + record.index);
  const answered = withStatus(head.choices, cells, expected, input).map(decide);
  const as = besideOthers(expected, head.choices, answered, isPlanned);
  const shown = withStatus(head.choices, cells, as, input);
  const decided = as === expected ? answered : shown.map(decide);
  const writes: (GridCell | null)[] = [];
  const intents: (Intent | null)[] = [];
  for (const [target, cell] of shown.entries()) {
    const decision = decided[target]!;
    const format = block.columns[target + 1]!.formats?.[offset] ?? '';
    const written = isCounted(head.choices[target]!, head.targets[target]!) ? withCountFormat(cell, format) : cell;
    writes.push(decision.is === 'write' ? written : null);
    // Where the cell holds something else, a column may just have been inserted: undo looks again.
    intents.push(decision.is === 'write' || decision.is === 'ours' ? decision.intent : (record.cells[target] ?? null));
  }
  // An answer without a place is shown with its status.
  const kept = cells.map((cell, at) => (isAsking(head.choices[at]!) ? cell : shown[at]!));
  return { record, identifier, cells: kept, writes, intents, as, error };
}

/** A row that gets no more than a status; what else the run wrote beside it stays. */
function toTold(state: RunState, taken: TakenBlock, record: RowRecord, as: RowOutcome): Wanted {
  const cells = state.head.choices.map(() => null);
  return { ...toWanted(state, taken, record, '', { cells, error: null, as }), isTold: true };
}

function toKnown({ head }: RunState, { cells }: KeptAnswer): RunAnswer {
  return { cells, error: null, as: outcomeOf(head.choices, cells, null) };
}

/** A row that has an answer keeps it. */
function toLost({ index, cells, answer, namesCompany }: RowRecord): NotedRow {
  const gone: RowOutcome = namesCompany ? { is: 'skipped', why: 'gone' } : NAMES_NONE;
  const state: RowOutcome = answer === null ? gone : { is: 'unplaced' };
  return { index, seen: -1, state, cells, answer };
}

/** What the run wrote before it was cut off stays its own. */
function toFilled(
  { head }: RunState,
  { block, firstRow }: TakenBlock,
  record: RowRecord,
): { readonly row: NotedRow; readonly outcome: RowOutcome } {
  const { index, row, answer } = record;
  const heldAt = (at: number): string => digestOf(block.columns[at + 1]!.values[row - firstRow] ?? '');
  const isHeld = (intent: Intent | null, at: number): boolean => intent !== null && isOwn(intent, heldAt(at));
  const cells = record.cells.map((intent, at) => (isHeld(intent, at) ? seenAs(intent!, heldAt(at)) : intent));
  // A status alone is no answer.
  const isOurs = cells.some((intent, at) => isAsking(head.choices[at]!) && isHeld(intent, at));
  // An answer that was paid for but finds its cells filled stays in the panel, to be copied.
  if (answer !== null && !isOurs) {
    const unplaced: RowOutcome = { is: 'unplaced' };
    return { row: { index, seen: row, state: unplaced, cells, answer }, outcome: unplaced };
  }
  const before = lastOf(record);
  const outcome: RowOutcome = isOurs && before?.is === 'written' ? before : { is: 'skipped', why: 'filled' };
  return { row: { index, seen: row, state: outcome, cells, answer: null }, outcome };
}
