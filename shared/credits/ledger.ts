import { MAX_ROWS, ROWS_PER_PAGE } from '../client/rows';
import { TraceError } from '../errors/trace-error';
import { type AnswersCost, costOfFormulaAnswers, costOfRunAnswers } from './charges';
import { costOf, isOpen, priceOfOne, type Price } from './prices';
import { isInDoubt, type PaidCompanies } from './paid-companies';
import type { LookupKind, LookupOutcome, PartialList } from '../records/outcome';
import {
  NO_SPENDING,
  release,
  spend,
  type SpendCounters,
  sumOf,
  today,
  withReservation,
  mostUnasked,
  type SpendPolicy,
} from './daily-spending';

/** What is known about an account's spending when a lookup asks for credits. */
export interface Ledger {
  readonly policy: SpendPolicy;
  /** The owner's daily limit for formulas, over all files; `null`: none. */
  readonly ownerLimit: number | null;
  readonly paid: PaidCompanies;
  readonly counters: SpendCounters;
}

/** The lookups that formulas or an enrichment want to make. */
export interface SpendRequest {
  readonly kind: LookupKind;
  readonly needed: readonly string[];
  /** Answered by an older record for now; looked up again only if that is free. */
  readonly ifFree: readonly string[];
  /** Lists that a limit cut earlier. */
  readonly read?: ReadonlyMap<string, PartialList>;
  /** Needed lookups that only a batch can answer. No limit can cut a batch. */
  readonly onlyInBatch?: ReadonlySet<string>;
  /** Whether an enrichment asks. It enforces its own limit; see `run-budget.ts`. */
  readonly isRun?: true;
}

/** An enrichment may wait so long for the service that a free lookup is no longer free. */
const RUN_WAITS_MS = 3_600_000;

/** What may be looked up, and the credits reserved for it; see {@link decideGrant}. */
export interface Grant {
  /** May be looked up now. */
  readonly granted: readonly string[];
  /** The reason for each lookup that was refused. */
  readonly refused: ReadonlyMap<string, TraceError>;
  /** The credits reserved for everything granted. */
  readonly credits: number;
  /** How {@link credits} are divided among lookups that are not free; absent: each may cost its full price. */
  readonly costs?: ReadonlyMap<string, number>;
  /** For lists of unknown length: the most rows that each may return under a limit. */
  readonly caps?: ReadonlyMap<string, number>;
  /** May be asked for again once the others are settled and cost less than reserved. */
  readonly later?: readonly string[];
  /** Distinguishes this grant from others in progress. */
  readonly id?: string;
  readonly isRun?: true;
}

/** The most credits that one of the lookups costs under a grant. */
export function mostGranted({ costs }: Grant, kind: LookupKind, identifier: string): number {
  return costs === undefined ? costOf(kind, identifier) : (costs.get(identifier) ?? 0);
}

/** Whether formulas have a limit. */
export function isLimited({ policy, ownerLimit }: Pick<Ledger, 'policy' | 'ownerLimit'>): boolean {
  return policy.mode !== 'freely' || ownerLimit !== null;
}

/**
 * Decides what may be looked up, in the given order. Lookups that are paid for are always granted. Under a limit, the
 * most that a lookup may cost is reserved, and a list of unknown length is cut at the credits left.
 *
 * @param nowMs milliseconds since 1970
 * @returns what may be sent, the credits reserved for it, and for each refused lookup the error `waitsForConsent`,
 * `dailyLimitReached` or, for fields that only a batch has, `partnerCategoriesUntold`
 */
export function decideGrant(ledger: Ledger, request: SpendRequest, nowMs: number): Grant {
  const { kind, needed, ifFree, isRun, read, onlyInBatch } = request;
  const counters = today(ledger.counters, nowMs);
  const isCapping = isRun === undefined && isLimited(ledger);
  const sentMs = isRun === undefined ? nowMs : nowMs + RUN_WAITS_MS;
  const isFree = (identifier: string): boolean =>
    costOf(kind, identifier) === 0 ||
    // That a company is paid for does not mean that its partners are.
    ((kind === 'company' || (kind === 'partners' && !isCapping)) && ledger.paid.isPaid(identifier, sentMs));
  const mayCountOnce = isCapping && kind === 'company' && isWithin(ledger, counters);
  let left = isRun === undefined ? creditsLeft(ledger, counters) : Infinity;
  // New partners in an older list are charged even if the company is paid for.
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
    const cap = isCapping && isOpen(kind, identifier) ? capOf(left, read?.get(identifier)?.rows ?? 0) : null;
    const isCounted = isFree(identifier) || (mayCountOnce && isInDoubt(counters.doubts, identifier));
    const cost = isCounted ? 0 : (cap ?? costOf(kind, identifier));
    if (caps.size > 0 && (cap === null ? cost > left : left < ROWS_PER_PAGE)) later.push(identifier);
    else if (cost <= left && cap !== 0) {
      granted.push(identifier);
      if (cap !== null) caps.set(identifier, cap);
      if (cost > 0) costs.set(identifier, cost);
      left -= cost;
    } else {
      refused.set(identifier, toRefusal(ledger, priceOfOne(kind, identifier, read?.get(identifier)).credits));
    }
  }
  const grant = { granted, refused, credits: sumOf(costs.values()), costs };
  return isRun === undefined ? { ...grant, caps, later } : { ...grant, isRun };
}

/**
 * The grant if there is no limit and no lookup is wanted only if free: everything is granted. A company that was paid
 * for counts at its full cost until it is settled.
 */
export function grantUnseen({ kind, needed }: SpendRequest): Grant {
  const costs = new Map<string, number>();
  for (const identifier of needed) {
    const cost = costOf(kind, identifier);
    if (cost > 0) costs.set(identifier, cost);
  }
  return { granted: needed, refused: new Map(), credits: sumOf(costs.values()), costs };
}

/**
 * The grant of a host without access, or without exclusive access, to its ledger: under a limit it spends nothing.
 */
export function grantWithoutLedger(
  ledger: Ledger,
  request: SpendRequest,
  nowMs: number,
  why: 'limitNotKept' | 'ownerNeeded' = 'limitNotKept',
): Grant {
  const nothing = { ...ledger, ownerLimit: 0, counters: NO_SPENDING };
  const grant = decideGrant(nothing, request, nowMs);
  const refused = [...grant.refused.keys()].map((each) => [each, new TraceError(why, {})] as const);
  return { ...grant, refused: new Map(refused) };
}

/**
 * The most rows for a list of unknown length: one page or, if that was too few, as many whole pages as credits allow.
 * 0: there is no room for more than were read.
 */
function capOf(left: number, read: number): number {
  const most = left < ROWS_PER_PAGE ? left : Math.min(MAX_ROWS, left - (left % ROWS_PER_PAGE));
  if (read === 0) return Math.min(most, ROWS_PER_PAGE);
  return most > read ? most : 0;
}

/**
 * The credits that formulas may still spend. Approved credits come on top of the file's limit, and are all there is
 * if nothing may be spent unasked. The owner's own limit always applies; editors of the file cannot raise it.
 */
function creditsLeft({ policy, ownerLimit }: Ledger, counters: SpendCounters): number {
  const { formulas, formulasAgreed, agreed, reservations } = counters;
  const reserved = sumOf(reservations.map(({ credits }) => credits));
  const limit = mostUnasked(policy);
  const unasked = Math.max(0, limit - (formulas - formulasAgreed) - Math.max(0, reserved - agreed));
  const agreedLeft = Math.max(0, agreed - reserved);
  return Math.min(unasked + agreedLeft, Math.max(0, (ownerLimit ?? Infinity) - formulas - reserved));
}

/** The most that formulas will spend if a price may exceed what is left today; `null`: unknown. */
export function mostToday({ credits, isLeast }: Price, ledger: Ledger, nowMs: number): number | null {
  const most = Math.min(isLeast ? Infinity : credits, creditsLeft(ledger, today(ledger.counters, nowMs)));
  return most === Infinity ? null : most;
}

/** Whether today's limits allow what was counted. After a limit was lowered, doubtful charges may exceed it. */
function isWithin({ policy, ownerLimit }: Ledger, { formulas, formulasAgreed }: SpendCounters): boolean {
  const limit = mostUnasked(policy);
  return formulas <= (ownerLimit ?? Infinity) && formulas - formulasAgreed <= limit;
}

/**
 * The counters after a grant.
 * @param nowMs milliseconds since 1970
 */
export function withGrant(counters: SpendCounters, { credits, id = '', isRun }: Grant, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  return isRun === true ? now : { ...now, reservations: withReservation(now.reservations, id, credits, nowMs) };
}

/**
 * The counters after the outcomes of a grant arrived, and the cost of these outcomes alone. Approved credits are used
 * first. The ledger's list of paid companies then includes everything charged.
 */
export function toSettled(
  ledger: Ledger,
  { credits, id = '', isRun }: Grant,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): AnswersCost & { readonly counters: SpendCounters } {
  const now = today(ledger.counters, nowMs);
  if (isRun === true) {
    const cost = costOfRunAnswers(ledger.paid, kind, outcomes, nowMs);
    return { ...cost, counters: { ...now, runs: now.runs + cost.credits } };
  }
  const cost = costOfFormulaAnswers(ledger.paid, now.doubts, kind, outcomes, nowMs);
  const counters = {
    ...spend(now, cost.credits),
    reservations: release(now.reservations, id, credits),
    doubts: cost.doubts,
  };
  return { ...cost, counters };
}

function toRefusal({ policy, ownerLimit }: Ledger, credits: number): TraceError {
  if (policy.mode === 'onRequest') return new TraceError('waitsForConsent', { credits });
  const limit = Math.min(policy.mode === 'daily' ? policy.limit : Infinity, ownerLimit ?? Infinity);
  return new TraceError('dailyLimitReached', { limit, credits });
}
