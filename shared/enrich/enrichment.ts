import { now } from '../client/ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { leftOf } from '../credits/credits-short';
import { account } from '../lookup/ports';
import type { Plan } from './plan/plan';
import type { Failure } from './answers/failures';
import { limitOf, payerOf } from './plan/price';
import type { RunPorts } from './sheet/ports';
import { CompanyAnswers } from './answers/company-answers';
import { fill, type Filled } from './fill';
import { KnownAnswers } from './answers/known-answers';
import { namingOf } from './naming';
import { readTable, type Reading } from './reading';
import { findRecord, loadRecord } from './record/enrichment-record';
import type { Ending, Head } from './record/head';
import { Spending } from './spending';
import { begin } from './start';
import { summarize, type Summary } from './summary';
import { takeOver, newToken } from './holder';
import { findNoPlace, type NoPlace } from './undo/no-place';
import { remove, undo, type Undone } from './undo/undo';
import { planUndo, type UndoPlan } from './undo/undo-plan';

/** What the user agreed to before an enrichment starts. Ages are in milliseconds, prices in credits. */
export interface Agreement {
  /** The limit; `null`: the highest price, if it is known. */
  readonly cap: number | null;
  readonly quoted: number;
  readonly maxAgeMs: number;
  /** Pauses as a preview after so many rows of companies; absent: fills all of them. */
  readonly rows?: number;
}

/** How to continue. */
export interface Resumption {
  /**
   * What the user allows to be spent from here; absent: the rest of the limit. Required for another user's
   * enrichment.
   */
  readonly rest?: number;
  /** The account's balance after credits ran out: nothing more is spent. */
  readonly creditsLeft?: number;
  /** Whether companies that failed are asked for again. */
  readonly isAgain?: boolean;
}

/** The enrichment of a file, as a panel shows it. */
export interface Enrichment {
  readonly head: Head;
  /** Whether this user's own store knows it. */
  readonly isOwn: boolean;
  /** Whether a page has written into it recently, and has not ended it. */
  readonly isLive: boolean;
  /** `null`: its columns cannot be identified now. */
  readonly summary: Summary | null;
  /** Why they cannot be identified; `null`: they can. */
  readonly problem: TraceError | null;
  /** Where its columns are, from 0; `null`: see {@link problem}. */
  readonly columns: { readonly sheet: string; readonly input: number; readonly targets: readonly number[] } | null;
  readonly spent: Spent;
}

/**
 * In credits. `unsure`: the part of `used` that may not have been charged. `limit`: `null` for another user's
 * enrichment.
 */
export interface Spent {
  readonly limit: number | null;
  readonly used: number;
  readonly unsure: number;
}

export type Found =
  | { readonly is: 'none' }
  | { readonly is: 'damaged' }
  | { readonly is: 'enrichment'; readonly enrichment: Enrichment };

/** How an enrichment has ended, for now or for good. */
export interface EnrichmentEnd {
  readonly is: 'done' | Ending['is'];
  /** `null`: the user asked for it, or it is done. */
  readonly why: TraceError | null;
  /** After credits ran out: how many are left to continue with. */
  readonly creditsLeft: number | null;
  /** The value, in credits, of saved answers that no row shows yet. */
  readonly saved: number;
  /** Rows with cells that the host refused to write, by reason. */
  readonly refused: readonly Failure<number>[];
}

/** What an undo would do, and the current cells. */
export interface UndoPreview extends UndoPlan {
  readonly noPlace: readonly NoPlace[];
  readonly reading: Reading;
}

/** A page at work writes at least this often. */
const LIVE_MS = 120_000;
/** Nothing may be spent, and a limit of this size means none. */
const NOTHING = 0;

/** Starts an enrichment. Throws `noKey`, `capNeeded`, and what {@link begin} throws. */
export async function startEnrichment(ports: RunPorts, plan: Plan, agreed: Agreement): Promise<EnrichmentEnd> {
  const { texts } = plan;
  const payer = texts === undefined ? await payerOf(ports, plan, agreed.maxAgeMs) : null;
  const limit = texts === undefined ? await limitOf(ports, plan, agreed) : NOTHING;
  const run = await newToken(ports);
  const spending = await Spending.begin(ports.own, run, limit);
  let begun: Awaited<ReturnType<typeof begin>>;
  try {
    begun = await begin(ports, plan, { ...agreed, run });
  } catch (thrown) {
    await Spending.forget(ports.own, run);
    throw thrown;
  }
  const answers =
    payer === null
      ? new KnownAnswers(texts ?? new Map())
      : new CompanyAnswers(ports, payer, agreed.maxAgeMs, plan.choices, spending);
  const { record, reading } = begun;
  const { rows = Infinity } = agreed;
  return toEnd(await fill(ports, answers, record, { reading, rows }), answers.spent().saved);
}

/**
 * Continues the enrichment of the file, whatever ended it. Throws `runGone`, `recordDamaged`, `runNotOwn`,
 * `runUndone`, `noKey` or `runElsewhere`.
 */
export async function resumeEnrichment(ports: RunPorts, resumption: Resumption = {}): Promise<EnrichmentEnd> {
  const { rest, creditsLeft, isAgain = false } = resumption;
  const record = await loadRecord(ports);
  const { run, state, maxAgeMs, choices, looksUp } = record.head;
  if (state === 'undoing') throw new TraceError('runUndone', {});
  const payer = await ports.perform(account());
  if (payer === null && looksUp === 'company') throw new TraceError('noKey', {});
  const own = await Spending.reopen(ports.own, run, rest);
  if (own === null && rest === undefined) throw new TraceError('runNotOwn', {});
  if (own === null) await checkIdle(ports, record.head);
  const spending = own ?? (await Spending.begin(ports.own, run, rest!));
  if (creditsLeft !== undefined) spending.budget.lowerTo(creditsLeft);
  if (rest !== undefined) record.head = { ...record.head, quoted: Math.max(record.head.quoted, spending.limit) };
  await takeOver(ports, record, 'open');
  const answers =
    looksUp === 'text' || payer === null
      ? new KnownAnswers(record.known)
      : new CompanyAnswers(ports, payer, maxAgeMs, choices, spending);
  const end = await fill(ports, answers, record, { isAgain });
  return toEnd(end, answers.spent().saved, creditsLeft !== undefined && spending.budget.used < spending.limit);
}

/** The enrichment of the file, read again. Writes nothing. */
export async function findEnrichment(ports: RunPorts): Promise<Found> {
  const record = await findRecord(ports);
  if (record === 'none' || record === 'damaged') return { is: record };
  // Nothing was written yet, and the next start removes it.
  if (record.head.state === 'saving') return { is: 'none' };
  const { head } = record;
  const spending = await ports.own.load(head.run).then((text) => Spending.read(text));
  const nowMs = await ports.perform(now());
  const told = {
    head,
    isOwn: spending !== null,
    isLive: head.state !== 'done' && head.ended === null && Math.abs(nowMs - head.savedMs) < LIVE_MS,
    spent: spending ?? { limit: null, used: 0, unsure: 0 },
  };
  try {
    const reading = await readTable(ports, head);
    const { sheet, input, targets } = reading.columns;
    const summary = summarize(record, reading);
    return { is: 'enrichment', enrichment: { ...told, summary, problem: null, columns: { sheet, input, targets } } };
  } catch (thrown) {
    const problem = toTraceError(thrown);
    return { is: 'enrichment', enrichment: { ...told, summary: null, problem, columns: null } };
  }
}

/**
 * What an undo would change now. Writes nothing. Throws `runGone`, `recordDamaged`, `sheetGone` or `columnsGone`.
 */
export async function previewUndo(ports: RunPorts): Promise<UndoPreview> {
  const record = await loadRecord(ports);
  const reading = await readTable(ports, record.head);
  return { ...planUndo(record, reading, namingOf(record.head)), noPlace: findNoPlace(record, reading), reading };
}

/**
 * Undoes the enrichment of the file as far as that is certain; see {@link undo}. Throws `runGone` or
 * `recordDamaged`.
 */
export async function undoEnrichment(ports: RunPorts): Promise<Undone> {
  const record = await loadRecord(ports);
  const undone = await undo(ports, record, namingOf(record.head));
  if (undone.isWhole) await Spending.forget(ports.own, record.head.run);
  return undone;
}

/**
 * Discards the enrichment of the file, so that it can be neither resumed nor undone; its cells stay. Works even if
 * its record cannot be read.
 */
export async function keepEnrichment(ports: RunPorts): Promise<void> {
  const record = await findRecord(ports);
  if (record === 'none' || record === 'damaged') {
    await ports.record.remove(null);
    await ports.anchors.remove(null);
    return;
  }
  if (!(await remove(ports, record))) throw new TraceError('runElsewhere', {});
  await Spending.forget(ports.own, record.head.run);
}

async function checkIdle(ports: RunPorts, { savedMs, ended, state }: Head): Promise<void> {
  const nowMs = await ports.perform(now());
  if (state === 'open' && ended === null && Math.abs(nowMs - savedMs) < LIVE_MS)
    throw new TraceError('runElsewhere', {});
}

function toEnd({ ended, refused }: Filled, saved: number, isOfAccount = false): EnrichmentEnd {
  if (ended === null) return { is: 'done', why: null, creditsLeft: null, saved: 0, refused };
  const isLimit = ended.why !== null && traitsOf(ended.why).ends === 'limit';
  // The limit that was reached is the account's remaining balance.
  const why = isLimit && isOfAccount ? new TraceError('creditsOut', { requested: null, missing: null }) : ended.why;
  return { is: ended.is, why, creditsLeft: creditsLeftOf(why), saved, refused };
}

/** A 402 names the credits requested and the credits missing: https://docs.tracedata.ai/errors/. */
function creditsLeftOf(why: TraceError | null): number | null {
  return why?.code === 'creditsOut' ? leftOf((why as TraceError<'creditsOut'>).facts) : null;
}
