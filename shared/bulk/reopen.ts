import { toTraceError, type TraceError } from '../errors';
import { fromEnded } from './ended';
import { askGrid, type RunTask } from './grid';
import { readJournal, type Head } from './journal';
import type { RowRecord } from './journal-block';
import { Purse } from './purse';
import type { RunEnd } from './run';
import { toState } from './run-state';
import { summarize, type Summary } from './summary';
import type { GridCell } from './written';

/** What a panel finds when it is opened. */
export type Reopened =
  | { readonly is: 'none' }
  | { readonly is: 'damaged'; readonly error: TraceError }
  | {
      readonly is: 'run';
      readonly head: Head;
      readonly summary: Summary;
      /** How it has ended; `null`: it is done, or broke off. */
      readonly end: Omit<RunEnd, 'summary'> | null;
      readonly unplaced: readonly { readonly identifier: string; readonly cells: readonly (GridCell | null)[] }[];
    };

/** Looks at the run in the journal: to be resumed, undone or discarded. Reads nothing else. */
export function* lookAtRun(): RunTask<Reopened> {
  const parts = yield* askGrid<'journalLoad'>({ ask: 'journalLoad' });
  try {
    const journal = readJournal(parts);
    if (journal === null) return { is: 'none' };
    const records = new Map<number, RowRecord>();
    for (const { rows } of journal.blocks) for (const row of rows) records.set(row.index, row);
    const { head } = journal;
    const purse = new Purse(head.cap, journal.spent);
    const fetching = { purse } as Parameters<typeof toState>[1];
    return {
      is: 'run',
      head,
      summary: summarize(toState(journal, fetching, () => false)),
      end: fromEnded(head.ended),
      unplaced: [...records.values()].flatMap(({ unplaced }) => (unplaced === undefined ? [] : [unplaced])),
    };
  } catch (thrown) {
    return { is: 'damaged', error: toTraceError(thrown) };
  }
}

/** Forgets the run; the sheet stays as it is. */
export function* discardRun(): RunTask<void> {
  yield* askGrid<'journalRemove'>({ ask: 'journalRemove' });
}
