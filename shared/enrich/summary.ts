import { isAsking } from './plan/column-spec';
import { groupFailures, type Failure } from './answers/failures';
import { TraceError } from '../errors/trace-error';
import { findOpenRows, keyOf } from './may-fill';
import { namingOf } from './naming';
import { digestOf, rowsByText, type Reading } from './reading';
import type { EnrichmentRecord } from './record/enrichment-record';

/** The selected rows as they stand now, by what became of them. Rows count from 0. */
export interface Summary {
  readonly rows: number;
  readonly found: number;
  readonly notTracked: number;
  /** Trace tracks the company and has nothing of what was asked for. */
  readonly noData: number;
  /** By the reason. */
  readonly failed: readonly Failure<number>[];
  /** Someone else's values stand in them. */
  readonly filled: readonly number[];
  /** Rows of one input held different values, and nothing tells which of them this one is. */
  readonly unsure: readonly number[];
  /** They name no company. */
  readonly unusable: number;
  /** To do, or cut by the limit. */
  readonly open: number;
}

type Kind = 'found' | 'notTracked' | 'noData' | 'failed' | 'filled' | 'unsure' | 'unusable' | 'open';

/** Counts one reading against the record, so that the numbers are those that are there. */
export function summarize(record: EnrichmentRecord, reading: Reading): Summary {
  const nameOf = namingOf(record.head);
  const { open, unsure } = findOpenRows(record, reading, nameOf);
  const isOpen = new Set(open.filter(({ isAsked }) => isAsked).map(({ row }) => row));
  const isUnsure = new Set(unsure);
  const failed: { why: TraceError; row: number }[] = [];
  const filled: number[] = [];
  const counts = { found: 0, notTracked: 0, noData: 0, failed: 0, filled: 0, unsure: 0, unusable: 0, open: 0 };
  for (const [text, rows] of rowsByText(reading)) {
    if (!record.planned.has(text)) continue;
    const name = nameOf(reading.input[rows[0]!]!);
    const key = keyOf(name, text);
    for (const row of rows) {
      const kind = name === null ? 'unusable' : kindOf(record, reading, row, key, isOpen.has(row), isUnsure.has(row));
      counts[kind] += 1;
      if (kind === 'failed') failed.push({ why: record.whyOf(key) ?? new TraceError('reasonUnknown', {}), row });
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

function kindOf(
  record: EnrichmentRecord,
  reading: Reading,
  row: number,
  key: string,
  isOpen: boolean,
  isUnsure: boolean,
): Kind {
  if (isUnsure) return 'unsure';
  const outcome = record.outcomeOf(key);
  if (outcome === 'failed') return 'failed';
  // What was asked for, and left blank or as it was, is done.
  if (outcome === 'cut' || (isOpen && outcome === undefined)) return 'open';
  // A status says nothing of who filled the row.
  const { choices } = record.head;
  const held = reading.targets.map((column, at) => (isAsking(choices[at]!) ? (column?.values[row] ?? '') : ''));
  const isOwn = held.some((value, at) => value !== '' && record.hasWritten(key, at, digestOf(value)));
  if (!isOwn && held.some((value) => value !== '')) return 'filled';
  if (outcome === 'notTracked' || outcome === 'noData') return outcome;
  if (isOwn) return 'found';
  return isOpen ? 'open' : 'noData';
}
