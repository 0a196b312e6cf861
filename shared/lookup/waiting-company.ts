import { TraceError } from '../errors/trace-error';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import type { Wish } from './ports';

/** Receives the outcome for one who waits, once. Must not throw. */
export type Settle = (identifier: string, outcome: LookupOutcome) => void;

const CANCELLED: LookupOutcome = { is: 'failed', error: new TraceError('cancelled', {}) };

/** A company that cells wait for: one object from the first cell that asks to the answer. */
export class WaitingCompany {
  /** Its saved answer, once the store was read. */
  stored: LookupOutcome | undefined;
  /** One for each cell that still waits. */
  readonly wishes: Wish[];
  private settles: Settle[];

  /**
   * @param wish of the first cell
   * @param settle no promise: one that has waited long is old to the garbage collector, and what an old one refers to, such
   * as a record of which only a field is read, becomes old with it
   */
  constructor(
    readonly identifier: string,
    wish: Wish,
    settle: Settle,
  ) {
    // Most companies have one cell, and what is pushed to an empty list makes room for many.
    this.wishes = [wish];
    this.settles = [settle];
  }

  /** Another cell. */
  join(wish: Wish, settle: Settle): void {
    this.wishes.push(wish);
    this.settles.push(settle);
  }

  /** One of its cells is gone. It gets the outcome all the same, for which nothing more is asked. */
  leave(wish: Wish): void {
    this.wishes.splice(this.wishes.indexOf(wish), 1);
  }

  /** What those who wait need together: one of them is enough for a look-up. Where all are gone, nothing is needed. */
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
