import { toTraceError, type TraceError } from '../../errors/trace-error';
import { fromEnding } from './run-end';
import { findSheet } from '../locate/locate-sheet';
import { removeMarks } from '../locate/put-marks';
import type { RunPorts } from '../sheet/ports';
import { readJournal, type Head, type Journal } from '../journal/journal';
import type { Whose } from '../journal/seal';
import { holding } from '../sheet/file-lease';
import { RunBudget } from '../../credits/run-budget';
import type { RunEnd } from './run';
import { toLeftRows, type LeftRows } from './left-rows';
import { summarize, type Summary } from './summary';
import type { KeptAnswer } from '../rows/kept-answer';

/** The run that a panel finds in the file when it opens. */
export type Reopened =
  | { readonly is: 'none' }
  | { readonly is: 'damaged'; readonly error: TraceError }
  | {
      readonly is: 'run';
      readonly whose: Whose;
      readonly head: Head;
      readonly summary: Summary;
      readonly rows: LeftRows;
      /** How it ended; `null`: it is done, or was cut off. */
      readonly end: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> | null;
      readonly unplaced: readonly KeptAnswer[];
    };

/** Reads the run in the journal, so that it can be resumed, undone or discarded. Writes nothing. */
export async function lookAtRun(ports: RunPorts): Promise<Reopened> {
  const parts = await ports.journal.load();
  try {
    const read = readJournal(parts);
    if (read === null) return { is: 'none' };
    const journal = await atItsSheet(ports, read);
    const { head, rows, spent } = journal;
    return {
      is: 'run',
      whose: ports.journal.whose(),
      head,
      summary: summarize(head, rows, new RunBudget(head.cap ?? 0, spent)),
      rows: toLeftRows(rows),
      end: fromEnding(head.ended),
      unplaced: rows.flatMap(({ state, answer }) => (state.is === 'unplaced' ? (answer ?? []) : [])),
    };
  } catch (thrown) {
    return { is: 'damaged', error: toTraceError(thrown) };
  }
}

/** A run is shown even if its sheet cannot be looked for right now. */
async function atItsSheet(ports: RunPorts, journal: Journal): Promise<Journal> {
  try {
    return (await findSheet(ports, journal)) ?? journal;
  } catch {
    return journal;
  }
}

/** Forgets the run and leaves the sheet as it is. Throws `runElsewhere`. */
export async function discardRun(ports: RunPorts): Promise<void> {
  await holding(ports, async () => {
    await ports.journal.remove();
    // A damaged journal does not tell the run's name. A file holds one run, so all marks are its own.
    await removeMarks(ports, null);
  });
}
