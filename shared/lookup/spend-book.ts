import { readCount, readObject } from '../client/json';
import { TraceError } from '../errors';
import { chargedCompanies, costOf } from './charges';
import type { LookupKind, LookupOutcome } from './outcome';
import { dayNumber, type PaidCompanies } from './paid-companies';
import type { SpendPolicy } from './spend-policy';

/** What is known of an account's spending when a look-up wants to be paid for. */
export interface SpendBook {
  readonly policy: SpendPolicy;
  /** The owner's own daily limit for formulas, in all files; `null`: none. */
  readonly ownerLimit: number | null;
  readonly paid: PaidCompanies;
  readonly counters: SpendCounters;
}

/** Credits, as far as they are known: the service does not tell what an answer cost. */
export interface SpendCounters {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly formulas: number;
  readonly runs: number;
  /** Of these, what a person had agreed to in the panel. */
  readonly formulasAgreed: number;
  /** What a person has agreed to today and formulas have not spent yet. */
  readonly agreed: number;
  /** Under way: granted, and not settled yet. */
  readonly reserved: number;
}

export const NO_SPENDING: SpendCounters = {
  day: 0,
  formulas: 0,
  runs: 0,
  formulasAgreed: 0,
  agreed: 0,
  reserved: 0,
};

/** Counters that were stored; what is missing or damaged is 0. */
export function readCounters(value: unknown): SpendCounters {
  const stored = readObject(value) ?? {};
  const read = Object.keys(NO_SPENDING).map((name) => [name, readCount(stored[name]) ?? 0]);
  return Object.fromEntries(read) as unknown as SpendCounters;
}

/** What formulas, or a run that a person has started, want to look up. */
export interface SpendRequest {
  readonly kind: LookupKind;
  readonly needed: readonly string[];
  /** Shown meanwhile from an older answer: looked up again only where that costs nothing. */
  readonly ifFree: readonly string[];
  /** A run spends by its own limit, in credits (`null`: none), and not by the formulas'. */
  readonly run?: { readonly left: number | null };
}

export interface Grant {
  /** To be looked up now. */
  readonly granted: readonly string[];
  /** Why the others are not. */
  readonly refused: ReadonlyMap<string, TraceError>;
  /** What was set aside for it, in credits. */
  readonly credits: number;
  readonly isRun?: true;
}

/** Decides what may be looked up, in the order asked for. What is paid for already is always granted. */
export function decideGrant(book: SpendBook, { kind, needed, ifFree, run }: SpendRequest, nowMs: number): Grant {
  const isFree = (identifier: string): boolean =>
    costOf(kind, identifier) === 0 || (kind !== 'rows' && book.paid.isPaid(identifier, nowMs));
  let left = run === undefined ? creditsLeft(book, today(book.counters, nowMs)) : (run.left ?? Infinity);
  let credits = 0;
  const granted = ifFree.filter(isFree);
  const refused = new Map<string, TraceError>();
  for (const identifier of needed) {
    const cost = isFree(identifier) ? 0 : costOf(kind, identifier);
    if (cost <= left) {
      granted.push(identifier);
      credits += cost;
      left -= cost;
    } else {
      const isCapped = run !== undefined;
      refused.set(identifier, isCapped ? new TraceError('runCapReached', { credits: cost }) : toRefusal(book, cost));
    }
  }
  return run === undefined ? { granted, refused, credits } : { granted, refused, credits, isRun: true };
}

/**
 * How many credits formulas may still spend. What a person has agreed to comes on top of the file's limit, and is all there
 * is where nothing may be spent unasked; the owner's own limit, which an editor of the file cannot raise, holds for all.
 */
function creditsLeft({ policy, ownerLimit }: SpendBook, counters: SpendCounters): number {
  const { formulas, formulasAgreed, agreed, reserved } = counters;
  const limit = policy.mode === 'freely' ? Infinity : policy.mode === 'daily' ? policy.limit : 0;
  const unasked = Math.max(0, limit - (formulas - formulasAgreed) - Math.max(0, reserved - agreed));
  const agreedLeft = Math.max(0, agreed - reserved);
  return Math.min(unasked + agreedLeft, Math.max(0, (ownerLimit ?? Infinity) - formulas - reserved));
}

/** The counters once a grant is under way. */
export function reserve(counters: SpendCounters, { credits, isRun }: Grant, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  if (isRun === true) return now;
  return { ...now, reserved: now.reserved + credits };
}

/**
 * The counters once the outcomes of a grant are there. Companies that had been paid for cost nothing; what a person
 * agreed to is used up first.
 */
export function settle(
  book: SpendBook,
  { credits, isRun }: Grant,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): SpendCounters {
  const now = today(book.counters, nowMs);
  const charged = [...outcomes].flatMap(([identifier, outcome]) => chargedCompanies(kind, identifier, outcome));
  const spent = book.paid.pay(charged, nowMs).length;
  if (isRun === true) return { ...now, runs: now.runs + spent };
  const fromAgreed = Math.min(now.agreed, spent);
  return {
    ...now,
    agreed: now.agreed - fromAgreed,
    formulas: now.formulas + spent,
    formulasAgreed: now.formulasAgreed + fromAgreed,
    reserved: Math.max(0, now.reserved - credits),
  };
}

/** The counters once a person has agreed to spend so many credits more; what was agreed to before is used up by this. */
export function agree(counters: SpendCounters, credits: number): SpendCounters {
  return { ...counters, agreed: credits };
}

/** What look-ups would cost at most, each once; those that were paid for cost nothing. In credits. */
export function priceOf(
  lookups: readonly { readonly kind: LookupKind; readonly identifiers: readonly string[] }[],
  paid: PaidCompanies,
  nowMs: number,
): number {
  const asked = new Map<string, number>();
  for (const { kind, identifiers } of lookups) {
    for (const identifier of identifiers) {
      const isPaid = kind !== 'rows' && paid.isPaid(identifier, nowMs);
      asked.set(`${kind}|${identifier}`, isPaid ? 0 : costOf(kind, identifier));
    }
  }
  return [...asked.values()].reduce((sum, credits) => sum + credits, 0);
}

/**
 * Counters of another day start anew; so do those of a day to come, whose clock was set back. What a person agreed to
 * holds for the day: nothing is spent on a word of last month.
 */
export function today(counters: SpendCounters, nowMs: number): SpendCounters {
  const day = dayNumber(nowMs);
  return counters.day === day ? counters : { ...NO_SPENDING, day, reserved: counters.reserved };
}

function toRefusal({ policy, ownerLimit }: SpendBook, credits: number): TraceError {
  if (policy.mode === 'onRequest') return new TraceError('waitsForConsent', { credits });
  const limit = Math.min(policy.mode === 'daily' ? policy.limit : Infinity, ownerLimit ?? Infinity);
  return new TraceError('dailyLimitReached', { limit, credits });
}
