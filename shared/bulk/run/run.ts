import { now } from '../../client/ports';
import { NOTHING_SPENT, RunBudget, type Spent } from '../../credits/run-budget';
import { TraceError } from '../../errors/trace-error';
import { account, type Account } from '../../records/ports';
import { AnswerTally } from '../fetch/answer-tally';
import type { Fetching } from '../fetch/fetch-kind';
import { runLimits, type Agreed, type ResumeSettings, type RunSettings } from '../fetch/run-settings';
import { sizeOfAnswer } from '../journal/block';
import { readJournal, rowsToParts, type Head, type Journal } from '../journal/journal';
import { journalSize, rowsThatFit } from '../journal/journal-size';
import { loadJournal } from '../locate/locate-sheet';
import { markFirst, removeMarks } from '../locate/put-marks';
import type { Plan } from '../plan/plan';
import { isFailed, isUnplaced } from '../rows/row-record';
import { holding } from '../sheet/file-lease';
import type { RunPorts } from '../sheet/ports';
import { limitOf, payerOf } from './leave-to-spend';
import { runBlocks } from './run-blocks';
import type { RunEnd } from './run-end';
import { reopenRows, save, toRows, toState } from './run-state';

export type { Agreed, ResumeSettings, RunSettings } from '../fetch/run-settings';
export type { RunEnd } from './run-end';

/** Starts a run. Throws `noKey`, `capNeeded`, `runUnfinished`, `runElsewhere`, `journalFull`. */
export async function startRun(ports: RunPorts, plan: Plan, settings: RunSettings): Promise<RunEnd> {
  const payer = await payerOf(ports, plan, settings.maxAgeMs);
  const cap = await limitOf(ports, plan, settings);
  return await holding(ports, async (run) => {
    const parts = await ports.journal.load();
    const earlier = readJournal(parts);
    if (earlier !== null && !mayReplace(ports, earlier, settings)) throw new TraceError('runUnfinished', {});
    const planned = toRows(plan);
    const fixed = rowsToParts(planned);
    const begun = toHead(plan, { ...settings, cap }, run, await ports.perform(now()));
    const { total } = await ports.journal.room();
    const answers = plan.answers ?? [];
    const size = journalSize(begun, fixed, plan.keptCharacters);
    const spare = total - size;
    const needed = answers.reduce((sum, answer) => sum + sizeOfAnswer(answer), size);
    if (needed > total) throw new TraceError('journalFull', { rows: rowsThatFit(begun, needed, total) });
    const head = { ...begun, spare };
    const { byTitles = false, replaces } = settings;
    const marked = await markFirst(ports, head, [...planned.rows, ...planned.outsiders], byTitles);
    if (parts !== null) await ports.journal.remove();
    const fetching = toFetching(ports, run, payer, head, NOTHING_SPENT);
    // A run that replaces another one takes its columns from the file, which anyone may have edited.
    const { stood = null } = plan;
    const state = toState({ head, ...planned }, fetching, { sparesProtected: replaces !== undefined, byTitles, stood });
    // At once, so that whatever is cut off leaves a whole run in the file.
    await save(state, answers.length > 0 ? planned.rows : [], fixed);
    // Not before: until then the earlier run can be undone, which takes its marks.
    await removeMarks(ports, null, run);
    return await runBlocks(state, marked);
  });
}

/** Somebody else's run is replaced only where the user has asked for it. */
function mayReplace(ports: RunPorts, { head }: Journal, { replaces }: RunSettings): boolean {
  return head.isFinished || (replaces === head.run && ports.journal.whose() !== 'own');
}

/**
 * Continues the user's own run in the journal, whatever ended it. The limit in the journal is ignored, since any editor of
 * the file may have raised it. For somebody else's run see `planLeftRun`. Throws `journalDamaged`, `runNotOwn`, `runUndone`,
 * `noKey`, `runElsewhere`.
 */
export async function resumeRun(
  ports: RunPorts,
  { agreed, rest, creditsLeft, again }: ResumeSettings = {},
): Promise<RunEnd> {
  const payer = await readPayer(ports);
  return await holding(ports, async (holder) => {
    const journal: Journal | null = await loadJournal(ports);
    if (journal === null) throw new TraceError('journalDamaged', {});
    if (ports.journal.whose() !== 'own') throw new TraceError('runNotOwn', {});
    if (journal.head.isUndoing) throw new TraceError('runUndone', {});
    const own = agreed?.run === journal.head.run ? agreed : null;
    const spent = toSpent(own, journal);
    const cap = toCap(own, rest, usedOf(spent));
    const head: Head = {
      ...journal.head,
      cap,
      quoted: toQuoted(journal.head, cap),
      isFinished: false,
      ended: null,
      sheetRows: -1,
    };
    const fetching = toFetching(ports, holder, payer, head, spent);
    if (creditsLeft !== undefined) fetching.budget.lowerTo(creditsLeft);
    reopenRows(
      journal.rows,
      (row) => (again === 'failed' && isFailed(row)) || (again === 'unplaced' && isUnplaced(row)),
    );
    const { sheetRows } = journal.head;
    const rowsBefore = sheetRows === -1 ? null : sheetRows;
    const state = toState({ ...journal, head }, fetching, { sparesProtected: true, byTitles: true, rowsBefore });
    return await runBlocks(state, null, creditsLeft !== undefined);
  });
}

/** Another panel may have gone on with the run since this one was told, so the journal counts where it says more. */
function toSpent(own: Agreed | null, { spent }: Journal): Spent {
  return own !== null && usedOf(own.spent) >= usedOf(spent) ? own.spent : withoutDoubt(spent);
}

/** Counts doubtful credits as spent: an edited journal could otherwise claim a doubt and get the credits back. */
function withoutDoubt(spent: Spent): Spent {
  return { ...NOTHING_SPENT, settled: usedOf(spent) };
}

function usedOf(spent: Spent): number {
  return new RunBudget(0, spent).used;
}

function toCap(own: Agreed | null, rest: number | undefined, used: number): number {
  return rest === undefined ? (own?.cap ?? used) : used + rest;
}

/** A limit that was raised is what a person has agreed to since, and replaces a lower quote. */
function toQuoted({ quoted, cap }: Head, raised: number): number {
  return cap !== null && raised > cap ? Math.max(quoted, raised) : quoted;
}

function toHead(plan: Plan, { cap, quoted, maxAgeMs }: RunSettings, run: string, startedMs: number): Head {
  const { sheet, input, headerRow, choices, targets, mode, sheetRows } = plan;
  return {
    run,
    startedMs,
    sheet,
    input,
    headerRow,
    choices,
    targets,
    mode,
    sheetRows,
    maxAgeMs,
    cap,
    quoted,
    isMarked: false,
    isTitled: false,
    isFinished: false,
    isUndoing: false,
    ended: null,
    rows: plan.rows.length + (plan.told?.length ?? 0),
    blocks: 0,
    spare: 0,
    unusable: plan.skipped.filter(({ reason }) => reason === 'unusable').length,
  };
}

async function readPayer(ports: RunPorts): Promise<Account> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  return payer;
}

function toFetching(ports: RunPorts, holder: string, payer: Account, { cap, maxAgeMs }: Head, spent: Spent): Fetching {
  return {
    ports,
    holder,
    payer,
    maxAgeMs,
    budget: new RunBudget(cap ?? 0, spent),
    toLimits: runLimits,
    missingRoutes: new Map(),
    tally: new AnswerTally(),
  };
}
