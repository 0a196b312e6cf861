import { MAX_ROWS, ROWS_PER_PAGE } from '../client/rows';
import { TraceError } from '../errors/trace-error';
import { chargedCompanies } from './charges';
import { costOf, isOpen } from './prices';
import { isInDoubt, withDoubt } from './doubts';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { release, sumOf, withHold } from './holds';
import type { PaidCompanies } from './paid-companies';
import { NO_SPENDING, spend, today, type SpendCounters } from './spend-counters';
import { mostUnasked, type SpendPolicy } from './spend-policy';

/** What is known of an account's spending when a look-up wants to be paid for. */
export interface SpendBook {
  readonly policy: SpendPolicy;
  /** The owner's own daily limit for formulas, in all files; `null`: none. */
  readonly ownerLimit: number | null;
  readonly paid: PaidCompanies;
  readonly counters: SpendCounters;
}

/** What formulas, or a run that a person has started, want to look up. */
export interface SpendRequest {
  readonly kind: LookupKind;
  readonly needed: readonly string[];
  /** Shown meanwhile from an older answer: looked up again only where that costs nothing. */
  readonly ifFree: readonly string[];
  /** Lists that a limit has cut before: how many of their rows are there. */
  readonly read?: ReadonlyMap<string, number>;
  /** Of what is needed: what nothing but the batch serves, which no limit can cut. */
  readonly onlyInBatch?: ReadonlySet<string>;
  /** A run spends by its own limit, which it keeps by itself: see `run-budget.ts`. */
  readonly isRun?: true;
}

/** What a run asks for may wait so long for the service: by then it may not be free any more. */
const RUN_WAITS_MS = 3_600_000;

export interface Grant {
  /** To be looked up now. */
  readonly granted: readonly string[];
  /** Why the others are not. */
  readonly refused: ReadonlyMap<string, TraceError>;
  /** What was set aside for it, in credits. */
  readonly credits: number;
  /** Of that: for each look-up that is not free. */
  readonly costs?: ReadonlyMap<string, number>;
  /** Lists of which nobody knows how long they are: the rows that each may bring under a limit. */
  readonly caps?: ReadonlyMap<string, number>;
  /** To be asked for once the others have been settled, which costs less than was set aside. */
  readonly later?: readonly string[];
  /** By which it is told from others that are under way. */
  readonly id?: string;
  readonly isRun?: true;
}

/** Whether formulas may not spend as they like. */
export function isLimited({ policy, ownerLimit }: Pick<SpendBook, 'policy' | 'ownerLimit'>): boolean {
  return policy.mode !== 'freely' || ownerLimit !== null;
}

/**
 * Decides what may be looked up, in the order asked for. What is paid for already is always granted. Under a limit, what a
 * look-up may cost at most is set aside for it; a list whose length nobody knows is cut at what is left.
 */
export function decideGrant(book: SpendBook, request: SpendRequest, nowMs: number): Grant {
  const { kind, needed, ifFree, isRun, read, onlyInBatch } = request;
  const counters = today(book.counters, nowMs);
  const isCapping = isRun === undefined && isLimited(book);
  const sentMs = isRun === undefined ? nowMs : nowMs + RUN_WAITS_MS;
  const isFree = (identifier: string): boolean =>
    costOf(kind, identifier) === 0 ||
    // That a company is paid for says nothing of its partners.
    ((kind === 'company' || (kind === 'partners' && !isCapping)) && book.paid.isPaid(identifier, sentMs));
  const mayCountOnce = isCapping && kind === 'company' && isWithin(book, counters);
  let left = isRun === undefined ? creditsLeft(book, counters) : Infinity;
  // What is new in an older list of partners is charged, whoever was paid for before.
  const granted = kind === 'partners' ? [] : ifFree.filter(isFree);
  const refused = new Map<string, TraceError>();
  const costs = new Map<string, number>();
  const caps = new Map<string, number>();
  const later: string[] = [];
  for (const identifier of needed) {
    if (isCapping && kind === 'partners' && onlyInBatch?.has(identifier) === true) {
      refused.set(identifier, new TraceError('partnerCategoriesUntold', { why: 'limit' }));
      continue;
    }
    const cap = isCapping && isOpen(kind, identifier) ? capOf(left, read?.get(identifier) ?? 0) : null;
    const isCounted = isFree(identifier) || (mayCountOnce && isInDoubt(counters.doubts, identifier));
    const cost = isCounted ? 0 : (cap ?? costOf(kind, identifier));
    if (caps.size > 0 && (cap === null ? cost > left : left < ROWS_PER_PAGE)) later.push(identifier);
    else if (cost <= left && cap !== 0) {
      granted.push(identifier);
      if (cap !== null) caps.set(identifier, cap);
      if (cost > 0) costs.set(identifier, cost);
      left -= cost;
    } else {
      refused.set(identifier, toRefusal(book, costOf(kind, identifier)));
    }
  }
  const grant = { granted, refused, credits: sumOf(costs.values()), costs };
  return isRun === undefined ? { ...grant, caps, later } : { ...grant, isRun };
}

/** The grant of a host that cannot keep its books, or not alone: under a limit nothing may then be spent. */
export function grantWithoutBooks(book: SpendBook, request: SpendRequest, nowMs: number): Grant {
  const nothing = { ...book, ownerLimit: 0, counters: NO_SPENDING };
  const grant = decideGrant(nothing, request, nowMs);
  const refused = [...grant.refused.keys()].map((each) => [each, new TraceError('limitNotKept', {})] as const);
  return { ...grant, refused: new Map(refused) };
}

/**
 * How many rows a list may bring whose length nobody knows: a page, or where a page was too few, as many whole pages as
 * the credits last for. 0: no more than there are already.
 */
function capOf(left: number, read: number): number {
  const most = left < ROWS_PER_PAGE ? left : Math.min(MAX_ROWS, left - (left % ROWS_PER_PAGE));
  if (read === 0) return Math.min(most, ROWS_PER_PAGE);
  return most > read ? most : 0;
}

/**
 * How many credits formulas may still spend. What a person has agreed to comes on top of the file's limit, and is all there
 * is where nothing may be spent unasked; the owner's own limit, which an editor of the file cannot raise, holds for all.
 */
function creditsLeft({ policy, ownerLimit }: SpendBook, counters: SpendCounters): number {
  const { formulas, formulasAgreed, agreed, holds } = counters;
  const reserved = sumOf(holds.map(({ credits }) => credits));
  const limit = mostUnasked(policy);
  const unasked = Math.max(0, limit - (formulas - formulasAgreed) - Math.max(0, reserved - agreed));
  const agreedLeft = Math.max(0, agreed - reserved);
  return Math.min(unasked + agreedLeft, Math.max(0, (ownerLimit ?? Infinity) - formulas - reserved));
}

/** Whether today's limits allow what was counted: after they were lowered, what is in doubt may be charged above them. */
function isWithin({ policy, ownerLimit }: SpendBook, { formulas, formulasAgreed }: SpendCounters): boolean {
  const limit = mostUnasked(policy);
  return formulas <= (ownerLimit ?? Infinity) && formulas - formulasAgreed <= limit;
}

/** The counters once a grant is under way. */
export function reserve(counters: SpendCounters, { credits, id = '', isRun }: Grant, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  return isRun === true ? now : { ...now, holds: withHold(now.holds, id, credits, nowMs) };
}

/**
 * The counters once the outcomes of a grant are there. Companies that had been paid for cost nothing; what a person
 * agreed to is used up first. An answer that could not be read counts as what it may have cost.
 */
export function settle(
  book: SpendBook,
  { credits, id = '', isRun }: Grant,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): SpendCounters {
  const now = today(book.counters, nowMs);
  const charged = [...outcomes].flatMap(([identifier, outcome]) => chargedCompanies(kind, identifier, outcome));
  const paid = book.paid.pay(charged, nowMs);
  if (isRun === true) return { ...now, runs: now.runs + paid.length };
  let [{ doubts }, spent] = [now, 0];
  for (const company of paid) if (!isInDoubt(now.doubts, company)) spent += 1;
  for (const [identifier, outcome] of outcomes) {
    const inDoubt = ('inDoubt' in outcome && outcome.inDoubt) || 0;
    if (inDoubt === 0) continue;
    if (kind === 'company') {
      if (book.paid.isPaid(identifier, nowMs) || isInDoubt(doubts, identifier)) continue;
      doubts = withDoubt(doubts, identifier);
    }
    spent += inDoubt;
  }
  return { ...spend(now, spent), holds: release(now.holds, id, credits), doubts };
}

function toRefusal({ policy, ownerLimit }: SpendBook, credits: number): TraceError {
  if (policy.mode === 'onRequest') return new TraceError('waitsForConsent', { credits });
  const limit = Math.min(policy.mode === 'daily' ? policy.limit : Infinity, ownerLimit ?? Infinity);
  return new TraceError('dailyLimitReached', { limit, credits });
}
