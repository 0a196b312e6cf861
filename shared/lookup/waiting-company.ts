import { TraceError } from '../errors/trace-error';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import type { Wish } from './ports';

/** Receives the outcome for one waiting cell, once. Must not throw. */
export type Settle = (identifier: string, outcome: LookupOutcome) => void;

const CANCELLED: LookupOutcome = { is: 'failed', error: new TraceError('cancelled', {}) };

/** A company that cells wait for, from the first cell that asks until the answer. */
export class WaitingCompany {
  /** Its saved answer, once the store was read. */
  stored: LookupOutcome | undefined;
  /** One for each cell that still waits. */
  readonly wishes: Wish[];
  private settles: Settle[];

  /**
   * @param wish of the first cell
   * @param settle a callback and no promise: the garbage collector moves a promise that waits long to its old space, and
   *   the record that it resolves with follows
   */
  constructor(
    readonly identifier: string,
    wish: Wish,
    settle: Settle,
  ) {
    // Most companies have one cell. Pushing to an empty list would reserve memory for many.
    this.wishes = [wish];
    this.settles = [settle];
  }

  /** Adds another cell. */
  join(wish: Wish, settle: Settle): void {
    this.wishes.push(wish);
    this.settles.push(settle);
  }

  /** Notes that a cell is gone. It still gets the outcome, but nothing more is asked for it. */
  leave(wish: Wish): void {
    this.wishes.splice(this.wishes.indexOf(wish), 1);
  }

  /** What the waiting cells need together: a single one is enough for a look-up. If all are gone, nothing is needed. */
  verdictAt(nowMs: number): 'needed' | 'ifFree' | 'fresh' {
    const isFor =
      (verdict: string) =>
      (wish: Wish): boolean =>
        freshnessOf(this.stored, wish, nowMs) === verdict;
    return this.wishes.some(isFor('needed')) ? 'needed' : this.wishes.some(isFor('ifFree')) ? 'ifFree' : 'fresh';
  }

  /** A stale answer replaces a new one that failed. Without an answer there is the saved one, or `cancelled`. */
  settle(fetched: LookupOutcome = CANCELLED): void {
    const { settles, stored } = this;
    [this.settles, this.stored] = [[], undefined];
    const outcome = fetched.is === 'failed' ? (stored ?? fetched) : fetched;
    for (const settle of settles) settle(this.identifier, outcome);
  }
}
