import { now } from '../../client/ports';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { endPrefetch } from '../fetch/prefetch';
import type { LocatedColumns } from '../locate/locate-columns';
import { holdFile } from '../sheet/file-lease';
import { doBlock } from './block';
import { locateRun, takeColumns } from './locate-run';
import { toEnding, type RunEnd } from './run-end';
import { save, type RunState } from './run-state';
import { summarize } from './summary';

/**
 * Does one block after another until no row is left, the person pauses or stops the run, or something keeps it from going
 * on. Saves how it ended. Throws faults of the code only.
 *
 * @param marked the located columns, where the run has just marked them
 * @param isOfAccount whether the limit comes from the account's credits
 */
export async function runBlocks(state: RunState, marked: LocatedColumns | null, isOfAccount = false): Promise<RunEnd> {
  const startedMs = await state.fetching.ports.perform(now());
  const doneBefore = state.done.count;
  let end: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'>;
  try {
    const { is, why: thrown } = await doBlocks(state, marked, startedMs, doneBefore);
    await endPrefetch(state);
    const why = toWhy(state, thrown, isOfAccount);
    end = { is, why, creditsLeft: creditsLeftOf(why) };
    const sheetRows = await readLength(state);
    state.head = { ...state.head, sheetRows, isFinished: is === 'done', ended: toEnding(end) };
    await save(state);
  } finally {
    await endPrefetch(state);
  }
  const { run, cap } = state.head;
  const { budget, tally } = state.fetching;
  const { spent } = budget;
  return {
    ...end,
    // Some companies may have been paid for before.
    saved: end.is === 'done' ? 0 : Math.min(tally?.worth ?? 0, budget.charged),
    summary: summarize(state.head, state.rows, budget),
    agreed: { run, cap: cap ?? 0, spent },
  };
}

/** A run that went on has not counted the sheet's rows unless it had to look for its own; undo compares them. */
async function readLength({ head, fetching }: RunState): Promise<number> {
  if (head.sheetRows !== -1) return head.sheetRows;
  const info = await fetching.ports.sheet.info(head.sheet.id).catch(() => null);
  return info?.rows ?? -1;
}

function toWhy({ head, fetching }: RunState, why: TraceError | null, isOfAccount: boolean): TraceError | null {
  const isBelowCap = head.cap === null || fetching.budget.used < head.cap;
  if (why !== null && traitsOf(why).ends === 'limit' && isOfAccount && isBelowCap) {
    return new TraceError('creditsOut', { requested: null, missing: null });
  }
  return why;
}

async function doBlocks(
  state: RunState,
  marked: LocatedColumns | null,
  startedMs: number,
  doneBefore: number,
): Promise<Pick<RunEnd, 'is' | 'why'>> {
  const { ports } = state.fetching;
  let isFirst = true;
  for (;;) {
    const wish = ports.person.wish();
    // Where every row is done, only the end is left to find, which nobody could resume.
    if (wish !== 'goOn' && state.rows.some(({ isDone }) => !isDone)) {
      return { is: wish === 'stop' ? 'stopped' : 'paused', why: null };
    }
    let end;
    try {
      await holdFile(ports, state.fetching.holder);
      const located = await locateRun(state, isFirst ? marked : null, isFirst);
      if (located instanceof TraceError) return { is: 'paused', why: located };
      isFirst = false;
      takeColumns(state, located);
      end = await doBlock(state);
    } catch (thrown) {
      const why = toTraceError(thrown);
      if (traitsOf(why).isFault === true) throw why;
      return { is: 'paused', why };
    }
    await tellProgress(state, startedMs, doneBefore, end.lastRow);
    if (end.pause !== null) return { is: 'paused', why: end.pause };
    if (end.isLast) return { is: 'done', why: null };
  }
}

async function tellProgress(
  state: RunState,
  startedMs: number,
  doneBefore: number,
  lastRow: number | null,
): Promise<void> {
  const { ports, budget } = state.fetching;
  const elapsedMs = (await ports.perform(now())) - startedMs;
  const { rows, count: done } = state.done;
  const rowsPerMinute = elapsedMs > 0 ? Math.round(((done - doneBefore) * 60_000) / elapsedMs) : 0;
  const progress = { rows, done, credits: budget.charged, elapsedMs, rowsPerMinute };
  const { sheet, targets } = state.head;
  const written = lastRow === null ? {} : { written: { sheet: sheet.id, row: lastRow, column: targets[0]!.column } };
  ports.person.tell({ is: 'progress', progress, ...written });
}

/** A 402 names the credits requested and the credits missing: https://docs.tracedata.ai/errors/. */
function creditsLeftOf(why: TraceError | null): number | null {
  if (why?.code !== 'creditsOut') return null;
  const { requested, missing } = (why as TraceError<'creditsOut'>).facts;
  return requested === null || missing === null ? null : Math.max(0, requested - missing);
}
