import { account, now, type Account } from '../effects';
import { toTraceError, TraceError } from '../errors';
import type { FetchLimits } from '../lookup/fetch-records';
import { endAhead } from './ahead';
import { doBlock } from './do-block';
import type { Fetching } from './fetch';
import { findColumns } from './find-columns';
import { loadJournal } from './find-sheet';
import { askGrid, type RunTask } from './grid';
import { holdFile, holding } from './lease';
import { journalSize, readJournal, rowsToParts, type Head, type Journal } from './journal';
import type { State } from './journal-block';
import type { Plan } from './plan';
import { isFailed, isUnplaced, save, toAnchors, toState, type RunState } from './run-state';
import { summarize, type Summary } from './summary';
import { writeTitles } from './titles';

export interface RunSettings {
  /** Credits; `null`: no limit. */
  readonly cap: number | null;
  readonly quoted: number;
  readonly maxAgeMs: number;
}

export interface ResumeSettings {
  /** A new limit for the whole run; absent: as it was. */
  readonly cap?: number | null;
  /** What is left in the account, where it has run out: no more is spent. */
  readonly creditsLeft?: number;
  /** Rows that are done once more. */
  readonly again?: 'failed' | 'unplaced';
}

export interface RunEnd {
  readonly is: 'done' | 'paused' | 'stopped';
  /** Why it has paused, unless a person wished it. */
  readonly why: TraceError | null;
  /** Where the credits ran out: with how many it can go on. */
  readonly creditsLeft: number | null;
  readonly summary: Summary;
}

const PATIENCE_MS = 30 * 60_000;

/** A run waits much longer than a formula, which has a person before it. */
export function runLimits(startMs: number): FetchLimits {
  return {
    deadlineMs: startMs + PATIENCE_MS,
    requestsAtOnce: 10,
    retry: { maxRetries: 6, waitBudgetMs: PATIENCE_MS / 2 },
  };
}

/** Begins a run. Throws `noKey`, `runUnfinished`, `runElsewhere`, `journalFull`. */
export function* startRun(plan: Plan, settings: RunSettings): RunTask<RunEnd> {
  const payer = yield* readPayer();
  return yield* holding(function* (run) {
    const parts = yield* askGrid<'journalLoad'>({ ask: 'journalLoad' });
    const earlier = readJournal(parts);
    if (earlier !== null && !earlier.head.isFinished) throw new TraceError('runUnfinished', {});
    const head = toHead(plan, settings, run, yield* now());
    const anchors = toAnchors(plan);
    const room = yield* askGrid<'journalRoom'>({ ask: 'journalRoom' });
    const kept = plan.mode === 'overwrite' ? plan.cells : 0;
    if (journalSize(head.rows, head.targets.length, kept) > room.total) throw new TraceError('journalFull', {});
    if (parts !== null) yield* askGrid<'journalRemove'>({ ask: 'journalRemove' });
    const state = toState({ head, anchors, blocks: [] }, toFetching(run, payer, head), () => false);
    yield* askGrid<'journalSave'>({ ask: 'journalSave', parts: rowsToParts(anchors) });
    yield* save(state, null);
    return yield* goOn(state);
  });
}

/** Goes on with the run in the journal, whatever ended it. Throws `journalDamaged`, `runUndone`, `noKey`, `runElsewhere`. */
export function* resumeRun({ cap, creditsLeft, again }: ResumeSettings = {}): RunTask<RunEnd> {
  const payer = yield* readPayer();
  return yield* holding(function* (holder) {
    const journal: Journal | null = yield* loadJournal();
    if (journal === null) throw new TraceError('journalDamaged', {});
    if (journal.head.isUndoing) throw new TraceError('runUndone', {});
    const head: Head = {
      ...journal.head,
      cap: cap === undefined ? journal.head.cap : cap,
      isFinished: false,
      sheetRows: -1,
    };
    const fetching = toFetching(holder, payer, head);
    const { purse } = fetching;
    if (creditsLeft !== undefined) purse.left = Math.min(purse.left ?? Infinity, creditsLeft);
    const isAgain = (state: State): boolean =>
      (again === 'failed' && isFailed(state)) || (again === 'unplaced' && isUnplaced(state));
    const end = yield* goOn(toState({ ...journal, head }, fetching, isAgain));
    // It was the account that set this limit.
    const isAccountEmpty = end.why?.code === 'runCapReached' && creditsLeft !== undefined;
    const isBelowCap = head.cap === null || end.summary.creditsUsed < head.cap;
    if (!isAccountEmpty || !isBelowCap) return end;
    return { ...end, why: new TraceError('creditsOut', { requested: null, missing: null }) };
  });
}

function toHead(plan: Plan, { cap, quoted, maxAgeMs }: RunSettings, run: string, startedMs: number): Head {
  const { sheet, input, headerRow, choices, targets, twins, mode, sheetRows } = plan;
  return {
    ...{ run, startedMs, sheet, input, headerRow, choices, targets, twins, mode, sheetRows, maxAgeMs, cap, quoted },
    ...{ used: 0, rows: plan.rows.length, blocks: 0, isFinished: false, isUndoing: false },
    unusable: plan.skipped.filter(({ reason }) => reason === 'unusable').length,
  };
}

function* goOn(state: RunState): RunTask<RunEnd> {
  const startedMs = yield* now();
  const doneBefore = state.records.size;
  let end: Pick<RunEnd, 'is' | 'why'>;
  try {
    end = yield* doBlocks(state, startedMs, doneBefore);
    yield* endAhead(state);
    state.head = { ...state.head, isFinished: end.is === 'done' };
    yield* save(state, null);
  } finally {
    yield* endAhead(state);
  }
  return { ...end, creditsLeft: creditsLeftOf(end.why), summary: summarize(state) };
}

function* doBlocks(state: RunState, startedMs: number, doneBefore: number): RunTask<Pick<RunEnd, 'is' | 'why'>> {
  let isFirst = true;
  for (;;) {
    const wish = yield* askGrid<'control'>({ ask: 'control' });
    if (wish !== 'goOn') return { is: wish === 'stop' ? 'stopped' : 'paused', why: null };
    let end;
    try {
      yield* holdFile(state.fetching.holder);
      const info = yield* askGrid<'gridSheet'>({ ask: 'gridSheet', sheet: state.head.sheet.id });
      if (info === null) return { is: 'paused', why: new TraceError('sheetGone', {}) };
      const hasTitles = !isFirst || state.head.blocks > 0 || (yield* writeTitles(state.head, info));
      if (!hasTitles) return { is: 'paused', why: new TraceError('columnsGone', {}) };
      isFirst = false;
      const { anchors, written: records } = state;
      const found = yield* findColumns(state.head, info, { anchors, records, mayBeUndone: false });
      if (found === null || found.lost.size > 0) return { is: 'paused', why: new TraceError('columnsGone', {}) };
      state.head = found.head;
      state.header = found.header;
      end = yield* doBlock(state);
    } catch (thrown) {
      const why = toTraceError(thrown);
      if (why.code === 'internal') throw why;
      return { is: 'paused', why };
    }
    yield* tellProgress(state, startedMs, doneBefore);
    if (end.pause !== null) return { is: 'paused', why: end.pause };
    if (end.isLast) return { is: 'done', why: null };
  }
}

function* tellProgress({ head, records, fetching }: RunState, startedMs: number, doneBefore: number): RunTask<void> {
  const elapsedMs = (yield* now()) - startedMs;
  const done = records.size;
  const rowsPerMinute = elapsedMs > 0 ? Math.round(((done - doneBefore) * 60_000) / elapsedMs) : 0;
  const progress = { rows: head.rows, done, credits: fetching.purse.used, elapsedMs, rowsPerMinute };
  yield* askGrid<'tell'>({ ask: 'tell', event: { is: 'progress', progress } });
}

function* readPayer(): RunTask<Account> {
  const payer = yield* account();
  if (payer === null) throw new TraceError('noKey', {});
  return payer;
}

function toFetching(holder: string, payer: Account, { cap, used, maxAgeMs }: Head): Fetching {
  const left = cap === null ? null : Math.max(0, cap - used);
  return {
    holder,
    payer,
    maxAgeMs,
    purse: { used, left, charged: new Set() },
    toLimits: runLimits,
    missingRoutes: new Map(),
  };
}

/** https://docs.tracedata.ai/errors/: a 402 names what was asked for and what is missing. */
function creditsLeftOf(why: TraceError | null): number | null {
  if (why?.code !== 'creditsOut') return null;
  const { requested, missing } = (why as TraceError<'creditsOut'>).facts;
  return requested === null || missing === null ? null : Math.max(0, requested - missing);
}
