import type { TraceError } from '../../errors/trace-error';
import { isBeginningOf } from '../../cells/table';
import { isAsking } from '../plan/column-spec';
import { isCounted, withCountFormat } from '../plan/count-format';
import { valueOf, type GridCell } from '../sheet/cell-values';
import type { ColumnRead } from '../sheet/ports';
import type { RunAnswer } from './run-answer';
import { withStatus } from './status-column';
import type { RowOutcome } from './row-outcome';
import type { OpenRow } from '../may-fill';
import { digestOf, type Reading } from '../reading';
import type { EnrichmentRecord } from '../record/enrichment-record';
import { BLANK } from '../record/lines';
import type { Outcome } from '../record/outcome';

/** What an open row gets. */
export interface RowCells {
  readonly row: OpenRow;
  readonly outcome: Outcome;
  /** One for each target; `null`: the cell stays as it is. */
  readonly cells: readonly (GridCell | null)[];
  /** One for each target, as a line of the record has them. */
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
  const as = answer?.as ?? outcomeWithoutAnswer(record, row);
  const answered = withStatus(choices, answer?.cells ?? choices.map(() => null), as, row.input);
  const cells = answered.map((cell, at) => {
    const column = reading.targets[at];
    if (cell === null || !row.targets.includes(at) || column === null || column === undefined) return null;
    const isOwn = isOwnCell(record, row, at, column);
    if (isAsking(choices[at]!) && staysAsItIs(cell, column.values[row.row]!, isOwn, as)) return null;
    return isCounted(choices[at]!, targets[at]!) ? withCountFormat(cell, column.formats?.[row.row] ?? '') : cell;
  });
  return {
    row,
    outcome: toOutcome(as),
    why: as.is === 'failed' ? as.why : null,
    // Nothing is written where the cell already shows it.
    cells: cells.map((cell, at) => (cell === null || isShown(cell, reading.targets[at]!, row.row) ? null : cell)),
    digests: answered.map((answer, at) => {
      if (answer?.kind === 'blank' && row.targets.includes(at)) return BLANK;
      const cell = cells[at]!;
      return cell === null ? '' : digestOf(valueOf(cell));
    }),
  };
}

function outcomeWithoutAnswer(record: EnrichmentRecord, { name, key }: OpenRow): RowOutcome {
  if (name === null) return { is: 'skipped', why: 'noCompany' };
  const known = record.outcomeOf(key);
  if (known === 'found') return { is: 'written', found: 'data' };
  if (known === 'noData' || known === 'notTracked') return { is: 'written', found: known };
  return { is: 'skipped', why: 'filled' };
}

function toOutcome(as: RowOutcome): Outcome {
  switch (as.is) {
    case 'written':
      return as.found === 'data' ? 'found' : as.found;
    case 'skipped':
      return as.why === 'noCompany' ? 'namesNone' : 'filled';
    case 'cut':
    case 'failed':
      return as.is;
  }
}

function isOwnCell(record: EnrichmentRecord, { key, row }: OpenRow, at: number, { values }: ColumnRead): boolean {
  const held = values[row]!;
  return held !== '' && record.hasWritten(key, at, digestOf(held));
}

/**
 * A value of the owner's stays where Trace has no answer; `none` is one: the company has none. A list that a limit has cut
 * once more stays where the longer one is: it has been paid for.
 */
function staysAsItIs(cell: GridCell, held: unknown, isOwn: boolean, as: RowOutcome): boolean {
  const isNoAnswer = cell.kind === 'blank' || (cell.kind === 'text' && cell.says === 'notTracked');
  if (held !== '' && !isOwn && isNoAnswer) return true;
  return as.is === 'cut' && isOwn && typeof held === 'string' && cell.kind === 'text' && isBeginningOf(cell.text, held);
}

function isShown(cell: GridCell, { values }: ColumnRead, row: number): boolean {
  return valueOf(cell) === values[row];
}
