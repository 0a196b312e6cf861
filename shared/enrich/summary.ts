import { isAsking } from './plan/column-spec';
import { groupFailures, type Failure } from './answers/failures';
import { TraceError } from '../errors/trace-error';
import { findOpenRows, keyOf } from './may-fill';
import { namingOf } from './naming';
import { digestOf, type Reading } from './reading';
import type { EnrichmentRecord } from './record/enrichment-record';
import type { Head } from './record/head';
import type { RecordedAnswers } from './record/recorded-answers';

/** The selected rows as they are now, by outcome. Rows count from 0. */
export interface Summary {
  readonly rows: number;
  readonly found: number;
  readonly notTracked: number;
  /** Trace tracks the company but has nothing of what was asked for. */
  readonly noData: number;
  /** By reason. */
  readonly failed: readonly Failure<number>[];
  /** Rows with someone else's values. */
  readonly filled: readonly number[];
  /** Rows of one input that had different values, when it is unknown which of them was here. */
  readonly unsure: readonly number[];
  /** Rows that name no company. */
  readonly unusable: number;
  /** Rows to do, or cut by the limit. */
  readonly open: number;
}

type Kind = 'found' | 'notTracked' | 'noData' | 'failed' | 'filled' | 'unsure' | 'unusable' | 'open';

/** Counts one read against the record, so that the numbers match the sheet. */
export function summarize(record: EnrichmentRecord, reading: Reading): Summary {
  const { choices } = record.head;
  const nameOf = namingOf(record.head);
  const { open, unsure } = findOpenRows(record, reading, nameOf);
  const isOpen = new Set(open.filter(({ isAsked }) => isAsked).map(({ row }) => row));
  const isUnsure = new Set(unsure);
  const failed: { why: TraceError; row: number }[] = [];
  const filled: number[] = [];
  const counts = { found: 0, notTracked: 0, noData: 0, failed: 0, filled: 0, unsure: 0, unusable: 0, open: 0 };
  for (const [text, rows] of reading.rowsByText) {
    if (!record.isSelected(text)) continue;
    const name = nameOf(reading.input[rows[0]!]!);
    const answers = record.answersTo(keyOf(name, text));
    const kindOf = (row: number): Kind => {
      if (name === null) return 'unusable';
      return isUnsure.has(row) ? 'unsure' : toKind(choices, reading, row, answers, isOpen.has(row));
    };
    for (const row of rows) {
      const kind = kindOf(row);
      counts[kind] += 1;
      if (kind === 'failed') failed.push({ why: answers.why ?? new TraceError('reasonUnknown', {}), row });
      if (kind === 'filled') filled.push(row);
    }
  }
  const { unusable, found, notTracked, noData, open: left } = counts;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0) - unusable;
  const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;
  return {
    rows,
    found,
    notTracked,
    noData,
    failed: groupFailures(failed.sort(byRow)),
    filled: filled.sort((a, b) => a - b),
    unsure,
    unusable,
    open: left,
  };
}

function toKind(
  choices: Head['choices'],
  reading: Reading,
  row: number,
  answers: RecordedAnswers,
  isOpen: boolean,
): Kind {
  const { outcome } = answers;
  if (outcome === 'failed') return 'failed';
  // A row that was asked for and left blank or unchanged is done.
  if (outcome === 'cut' || (isOpen && outcome === undefined)) return 'open';
  // A status does not show who filled the row.
  const held = reading.targets.map((column, at) => (isAsking(choices[at]!) ? (column?.values[row] ?? '') : ''));
  const isOwn = held.some((value, at) => value !== '' && answers.hasWritten(at, digestOf(value)));
  if (!isOwn && held.some((value) => value !== '')) return 'filled';
  if (outcome === 'notTracked' || outcome === 'noData') return outcome;
  if (isOwn) return 'found';
  return isOpen ? 'open' : 'noData';
}
