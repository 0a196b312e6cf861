import type { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { isOfLimit, type RunAnswer, withStatus } from './run-answer';
import type { OpenRow } from '../may-fill';
import { isBeginningOf } from '../../cells/table';
import { isAsking } from '../plan/column-spec';
import { isCounted, withCountFormat } from '../number-format';
import { valueOf, type GridCell } from '../sheet/cell-values';
import type { ColumnRead } from '../sheet/ports';
import { digestOf, type Reading } from '../reading';
import type { EnrichmentRecord } from '../record/enrichment-record';
import { BLANK, type Line, type Outcome } from '../record/lines';
import type { RowsWritten } from '../write-rows';

/** If this many rows fail, a single company is not the cause. */
const MANY_ROWS = 20;

/**
 * The rows of a block that may be written, in order, and why the enrichment must pause after them; `null`: it need
 * not.
 */
export interface JudgedBlock {
  readonly rows: readonly OpenRow[];
  readonly pause: TraceError | null;
}

/**
 * Rows finish in order, so the first row without an answer ends the block. A row that a limit has cut shows what was
 * paid for.
 */
export function judgeAnswers(block: readonly OpenRow[], answers: ReadonlyMap<string, RunAnswer>): JudgedBlock {
  const rows: OpenRow[] = [];
  let pause: TraceError | null = null;
  let [asked, failures] = [0, 0];
  let firstError: TraceError | null = null;
  for (const row of block) {
    if (!row.isAsked) {
      rows.push(row);
      continue;
    }
    const answer = answers.get(row.name ?? '');
    if (answer === undefined) break;
    const { error, cells } = answer;
    const pauses = error === null ? undefined : traitsOf(error).pausesRun;
    if (error !== null && pauses === 'always') {
      // A problem of the account takes precedence over the enrichment's own limit. Among limits, the first company's
      // error says the most.
      if (pause === null || (isOfLimit(pause) && !isOfLimit(error))) pause = error;
      if (!isOfLimit(error) || cells.every((cell) => cell === null)) continue;
    } else if (pauses !== undefined) failures += 1;
    asked += 1;
    firstError ??= error;
    rows.push(row);
  }
  const isOfAnySize = firstError !== null && traitsOf(firstError).pausesRun === 'wholeBlock';
  if (failures > 0 && failures === asked && (failures >= MANY_ROWS || isOfAnySize)) {
    return { rows: rows.filter(({ isAsked }) => !isAsked), pause: pause ?? firstError };
  }
  return { rows, pause };
}

/** What is written into an open row. */
export interface RowCells {
  readonly row: OpenRow;
  readonly outcome: Outcome;
  /** One for each target; `null`: the cell stays as it is. */
  readonly cells: readonly (GridCell | null)[];
  /** One for each target, as a line of the record stores them. */
  readonly digests: readonly string[];
  readonly why: TraceError | null;
}

/** @param answer absent: its input names no company, or only its status is open */
export function toRowCells(
  record: EnrichmentRecord,
  reading: Reading,
  row: OpenRow,
  answer: RunAnswer | undefined,
): RowCells {
  const { choices, targets } = record.head;
  const { outcome, error, cells: given } = answer ?? withoutAnswer(record, row);
  const answered = withStatus(choices, given, { outcome, error }, row.input);
  const cells = answered.map((cell, at) => {
    const column = reading.targets[at];
    if (cell === null || !row.targets.includes(at) || column === null || column === undefined) return null;
    const isOwn = isOwnCell(record, row, at, column);
    if (isAsking(choices[at]!) && staysAsItIs(cell, column.values[row.row]!, isOwn, outcome)) return null;
    return isCounted(choices[at]!, targets[at]!) ? withCountFormat(cell, column.formats?.[row.row] ?? '') : cell;
  });
  return {
    row,
    outcome,
    why: outcome === 'failed' ? error : null,
    // A cell that already shows the answer is not written.
    cells: cells.map((cell, at) => (cell === null || isShown(cell, reading.targets[at]!, row.row) ? null : cell)),
    digests: answered.map((answer, at) => {
      if (answer?.kind === 'blank' && row.targets.includes(at)) return BLANK;
      const cell = cells[at]!;
      return cell === null ? '' : digestOf(valueOf(cell));
    }),
  };
}

/** What the record keeps of a row before it is written. */
export function toLine({ row, outcome, digests, why }: RowCells): Line {
  return { is: 'answer', name: row.key, outcome, digests, why };
}

/** What the record keeps of cells that show something else than was written. */
export function toInsteadLines(written: readonly RowCells[], instead: RowsWritten['instead']): readonly Line[] {
  return instead.flatMap(({ row, target, cell }) => {
    const of = written.find((each) => each.row.row === row);
    if (of === undefined) return [];
    return [
      toLine({ ...of, digests: of.digests.map((_digest, at) => (at === target ? digestOf(valueOf(cell)) : '')) }),
    ];
  });
}

/** Nothing is asked for: only the status is open, or the row names no company. */
function withoutAnswer(record: EnrichmentRecord, { name, key }: OpenRow): RunAnswer {
  const known = record.answersTo(key).outcome;
  const isAnswered = known === 'found' || known === 'noData' || known === 'notTracked';
  const outcome = name === null ? 'namesNone' : isAnswered ? known : 'filled';
  return { cells: record.head.choices.map(() => null), error: null, outcome };
}

function isOwnCell(record: EnrichmentRecord, { key, row }: OpenRow, at: number, { values }: ColumnRead): boolean {
  const held = values[row]!;
  return held !== '' && record.answersTo(key).hasWritten(at, digestOf(held));
}

/**
 * Whether a cell keeps its value. A value of the owner stays if Trace has no answer; `none` is an answer: the company
 * has none. A list that a limit has cut again stays if the longer one is there, because it has been paid for.
 */
function staysAsItIs(cell: GridCell, held: unknown, isOwn: boolean, outcome: Outcome): boolean {
  const isNoAnswer = cell.kind === 'blank' || (cell.kind === 'text' && cell.says === 'notTracked');
  if (held !== '' && !isOwn && isNoAnswer) return true;
  return (
    outcome === 'cut' && isOwn && typeof held === 'string' && cell.kind === 'text' && isBeginningOf(cell.text, held)
  );
}

function isShown(cell: GridCell, { values }: ColumnRead, row: number): boolean {
  return valueOf(cell) === values[row];
}
