import { TraceError } from '../errors/trace-error';
import {
  freshnessOf,
  type LookupKind,
  type LookupOutcome,
  type ReadFields,
  type ReadOutcome,
  isPartial,
} from '../records/outcome';
import type { Lookup, Wish } from './ports';
import { readAgain } from './cache';

/** A cell that waits for companies. Its functions must not throw. */
export interface WaitingCell {
  readonly wish: Wish;
  /** @param isRead whether others have read its record, which is gone; its text remains */
  take(identifier: string, outcome: LookupOutcome, isRead: boolean): void;
  /** Called for each company the cell waits for, after its outcome. */
  end(): void;
  /** Nothing more is asked for the cell. It still receives the outcome. */
  isGone?: boolean;
}

const CANCELLED: LookupOutcome = { is: 'failed', error: new TraceError('cancelled', {}) };

/** A company that cells wait for, from the first request until the answer. */
export class WaitingCompany {
  /** Its saved answer, once the store has been read. */
  stored: LookupOutcome | undefined;
  /** What arrived for it and is not saved yet, and how many cells have read it. */
  private arrived: LookupOutcome | undefined;
  private readBy = 0;

  /**
   * @param asking the first cell. All companies of a cell may share this list until another cell joins one. Cells
   * have callbacks instead of promises: the garbage collector moves a long-lived promise to its old space, together
   * with the record that it resolves with
   */
  constructor(
    readonly identifier: string,
    private asking: WaitingCell[],
  ) {}

  /** Whether its cells have their answer. No other cell may join. */
  get isSettled(): boolean {
    return this.asking.length === 0;
  }

  /** Adds another cell. */
  join(cell: WaitingCell): void {
    if (this.asking.length === 1) this.asking = [...this.asking, cell];
    else this.asking.push(cell);
  }

  /** What the waiting cells need together: one cell is enough for a lookup. If all are gone, nothing is needed. */
  verdictAt(nowMs: number): 'needed' | 'ifFree' | 'fresh' {
    let verdict: 'ifFree' | 'fresh' = 'fresh';
    for (const { wish, isGone } of this.asking) {
      const own = isGone === true ? 'fresh' : freshnessOf(this.stored, wish, nowMs);
      if (own === 'needed') return own;
      if (own === 'ifFree') verdict = own;
    }
    return verdict;
  }

  /** Whether every waiting cell needs something that only a batch has. */
  get needsBatch(): boolean {
    return this.asking.every(({ wish, isGone }) => isGone === true || wish.needsBatch === true);
  }

  /** Shows cells what arrived before it is saved: records that wait would keep the page busy. */
  read(arrived: LookupOutcome): void {
    this.arrived = arrived;
    for (; this.readBy < this.asking.length; this.readBy += 1)
      this.asking[this.readBy]!.take(this.identifier, arrived, false);
  }

  /**
   * Settles its cells. After a failure they get what had arrived, or else the saved answer, even a stale one. Without
   * any outcome they get `cancelled`.
   */
  finish(fetched: LookupOutcome = CANCELLED): void {
    const outcome = fetched.is === 'failed' ? (this.arrived ?? this.stored ?? fetched) : fetched;
    const isRead = outcome === this.arrived;
    const { asking } = this;
    // A cell that asks again right now must not join this list.
    this.asking = [];
    [this.arrived, this.stored] = [undefined, undefined];
    for (const cell of asking) {
      if (!isRead || this.readBy <= 0) cell.take(this.identifier, outcome, isRead);
      this.readBy -= 1;
      cell.end();
    }
  }
}

export const NOTHING_YET: LookupOutcome = { is: 'notAsked' };
const UNREADABLE: LookupOutcome = { is: 'failed', error: new TraceError('unreadable', {}) };

/**
 * A lookup that waits for companies, with the outcomes so far. A class, because callbacks would be created again for
 * each cell, and V8 would compile their callers again for each column.
 */
export class WaitingLookup implements WaitingCell {
  isGone?: boolean;

  /**
   * @param outcomes known ones, or {@link NOTHING_YET} as a placeholder that the answer replaces
   * @param missing how many outcomes are still to come
   * @param done called with all outcomes
   */
  constructor(
    private readonly kind: LookupKind,
    readonly wish: Wish & Pick<Lookup, 'read'>,
    private readonly outcomes: Map<string, LookupOutcome | ReadOutcome>,
    private missing: number,
    private readonly done: (outcomes: ReadonlyMap<string, LookupOutcome | ReadOutcome>) => void,
  ) {}

  take(identifier: string, outcome: LookupOutcome, isRead: boolean): void {
    // A known answer replaces a new one that failed.
    if (outcome.is === 'failed' && this.outcomes.get(identifier) !== NOTHING_YET) return;
    const whole = isRead ? readAgain(this.kind, identifier, outcome) : outcome;
    this.outcomes.set(identifier, whole === null ? UNREADABLE : readEarly(whole, this.wish.read));
  }

  end(): void {
    this.missing -= 1;
    if (this.missing === 0) this.done(this.outcomes);
  }
}

/**
 * What a formula shows of a record. A record that is damaged or incomplete is passed on, so that the formula can say
 * so.
 */
function readEarly(outcome: LookupOutcome, read: ReadFields | undefined): LookupOutcome | ReadOutcome {
  if (outcome.is !== 'found') return outcome;
  try {
    if (read !== undefined && !isPartial(outcome.record))
      return { is: 'read', fields: read(outcome.record, outcome.asOfMs), asOfMs: outcome.asOfMs };
  } catch {
    // The formula will meet the same error.
  }
  // A copy, because the queue drops the record from its own outcome.
  return { ...outcome };
}
