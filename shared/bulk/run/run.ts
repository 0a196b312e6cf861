import { account, type Account } from '../../records/ports';
import { now } from '../../client/ports';
import { toTraceError, TraceError } from '../../errors/trace-error';
import { endAhead } from '../fetch/prefetch';
import { doBlock } from './block';
import { toEnded } from './run-end';
import type { Fetching } from '../fetch/fetch-kind';
import { findColumns } from '../locate/locate-columns';
import { loadJournal } from '../locate/locate-sheet';
import { askGrid, type RunTask } from '../sheet/ports';
import { holdFile, holding } from '../sheet/file-lease';
import { journalSize, readJournal, rowsToParts, type Head, type Journal } from '../journal/journal';
import type { State } from '../journal/block';
import type { Plan } from '../plan/plan';
import { checkCap, mayBeUnpriced, priceRun } from './price';
import { NOTHING_SPENT, Purse, type Spent } from '../../credits/run-budget';
import { runLimits, type Agreed, type ResumeSettings, type RunSettings } from '../fetch/run-settings';
import { toRunError } from '../../errors/say';
import { isFailed, isUnplaced, save, toAnchors, toState, type RunState } from './run-state';
import { summarize, type Summary } from './summary';
import { writeTitles } from '../locate/title-cells';

export type { Agreed, ResumeSettings, RunSettings } from '../fetch/run-settings';

export interface RunEnd {
  readonly is: 'done' | 'paused' | 'stopped';
  /** Why it has paused, unless a person wished it. */
  readonly why: TraceError | null;
  /** Where the credits ran out: with how many it can go on. */
  readonly creditsLeft: number | null;
  readonly summary: Summary;
  readonly agreed: Agreed;
}

/** Begins a run. Throws `noKey`, `capNeeded`, `runUnfinished`, `runElsewhere`, `journalFull`. */
export function* startRun(plan: Plan, settings: RunSettings): RunTask<RunEnd> {
  const payer = yield* readPayer();
  const { cap, maxAgeMs } = settings;
  if (cap === null && mayBeUnpriced(plan)) checkCap(yield* priceRun(plan, maxAgeMs), cap);
  return yield* holding(function* (run) {
    const parts = yield* askGrid<'journalLoad'>({ ask: 'journalLoad' });
    const earlier = readJournal(parts);
    if (earlier !== null && !earlier.head.isFinished) throw new TraceError('runUnfinished', {});
    const head = toHead(plan, settings, run, yield* now());
    const anchors = toAnchors(plan);
    const room = yield* askGrid<'journalRoom'>({ ask: 'journalRoom' });
    if (journalSize(head.rows, head.targets.length, plan.keptCharacters) > room.total) {
      throw new TraceError('journalFull', {});
    }
    if (parts !== null) yield* askGrid<'journalRemove'>({ ask: 'journalRemove' });
    const spent = NOTHING_SPENT;
    const state = toState({ head, anchors, blocks: [], spent }, toFetching(run, payer, head, spent), () => false);
    yield* askGrid<'journalSave'>({ ask: 'journalSave', parts: rowsToParts(anchors) });
    yield* save(state, null);
    return yield* goOn(state);
  });
}

/**
 * Goes on with the run in the journal, whatever ended it. The journal's own limit is not taken: whoever edits the file may
 * have raised it. Throws `journalDamaged`, `runUndone`, `noKey`, `runElsewhere`.
 */
export function* resumeRun({ agreed, rest, creditsLeft, again }: ResumeSettings = {}): RunTask<RunEnd> {
  const payer = yield* readPayer();
  return yield* holding(function* (holder) {
    const journal: Journal | null = yield* loadJournal();
    if (journal === null) throw new TraceError('journalDamaged', {});
    if (journal.head.isUndoing) throw new TraceError('runUndone', {});
    const own = agreed?.run === journal.head.run ? agreed : null;
    const spent = own?.spent ?? withoutDoubt(journal.spent);
    const head: Head = {
      ...journal.head,
      cap: toCap(own, rest, new Purse(null, spent).used),
      isFinished: false,
      ended: null,
      sheetRows: -1,
    };
    const fetching = toFetching(holder, payer, head, spent);
    if (creditsLeft !== undefined) fetching.purse.lowerTo(creditsLeft);
    const isAgain = (state: State): boolean =>
      (again === 'failed' && isFailed(state)) || (again === 'unplaced' && isUnplaced(state));
    const state = toState({ ...journal, head }, fetching, isAgain);
    state.sparesProtected = true;
    return yield* goOn(state, creditsLeft !== undefined);
  });
}

/** What a journal says to be in doubt could be asked for again at no cost, and be given back: so it counts as spent for good. */
function withoutDoubt(spent: Spent): Spent {
  return { settled: new Purse(null, spent).used, doubtful: new Map() };
}

function toCap(own: Agreed | null, rest: number | null | undefined, used: number): number | null {
  if (rest === undefined) return own === null ? used : own.cap;
  return rest === null ? null : used + rest;
}

function toHead(plan: Plan, { cap, quoted, maxAgeMs }: RunSettings, run: string, startedMs: number): Head {
  const { sheet, input, headerRow, choices, targets, twins, mode, sheetRows } = plan;
  return {
    ...{ run, startedMs, sheet, input, headerRow, choices, targets, twins, mode, sheetRows, maxAgeMs, cap, quoted },
    ...{ rows: plan.rows.length, blocks: 0, isFinished: false, isUndoing: false, ended: null },
    unusable: plan.skipped.filter(({ reason }) => reason === 'unusable').length,
  };
}

/** @param isOfAccount whether it is the account that limits what may be spent */
function* goOn(state: RunState, isOfAccount = false): RunTask<RunEnd> {
  const startedMs = yield* now();
  const doneBefore = state.records.size;
  let end: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'>;
  try {
    const { is, why: thrown } = yield* doBlocks(state, startedMs, doneBefore);
    yield* endAhead(state);
    const why = toWhy(state, thrown, isOfAccount);
    end = { is, why, creditsLeft: creditsLeftOf(why) };
    state.head = { ...state.head, isFinished: is === 'done', ended: toEnded(end) };
    yield* save(state, null);
  } finally {
    yield* endAhead(state);
  }
  const { run, cap } = state.head;
  const { spent } = state.fetching.purse;
  return { ...end, summary: summarize(state), agreed: { run, cap, spent } };
}

function toWhy({ head, fetching }: RunState, why: TraceError | null, isOfAccount: boolean): TraceError | null {
  const isBelowCap = head.cap === null || fetching.purse.used < head.cap;
  if (why?.code === 'runCapReached' && isOfAccount && isBelowCap) {
    return new TraceError('creditsOut', { requested: null, missing: null });
  }
  return why === null ? null : toRunError(why);
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
      const hasTitles =
        !isFirst || state.head.blocks > 0 || (yield* writeTitles(state.head, info, state.sparesProtected));
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

function toFetching(holder: string, payer: Account, { cap, maxAgeMs }: Head, spent: Spent): Fetching {
  return {
    holder,
    payer,
    maxAgeMs,
    purse: new Purse(cap, spent),
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
