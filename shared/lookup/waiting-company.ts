import { TraceError } from '../errors/trace-error';
import type { LookupOutcome } from '../records/outcome';
import type { Wish } from './ports';

/** Receives the outcome for one who waits. Must not throw. */
export type Settle = (identifier: string, outcome: LookupOutcome) => void;

export type Verdict = 'needed' | 'ifFree';

const CANCELLED: LookupOutcome = { is: 'failed', error: new TraceError('cancelled', {}) };

/** A company that cells wait for: one object from the first cell that asks to the answer. */
export class WaitingCompany {
  /** Once the store was read. */
  verdict!: Verdict;
  /** Its saved answer. */
  stored: LookupOutcome | undefined;
  /** How many cells still wait for it. */
  private cells = 1;
  /** Of these: the smallest age limit of each kind of wish. Empty: all are gone. */
  wishes: readonly Wish[];
  private settles: Settle[];

  /**
   * @param wish of the first cell
   * @param settle called once. No promise: one that has waited long is old to the garbage collector, and what an old one
   * refers to, such as a record of which only a field is read, becomes old with it.
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
    this.cells += 1;
    this.wishes = withWish(this.wishes, wish);
    this.settles.push(settle);
  }

  /** One of its cells is gone. It gets the outcome all the same, for which nothing more is asked. */
  leave(): void {
    this.cells -= 1;
    if (this.cells === 0) this.wishes = [];
  }

  /** A stale answer replaces a new one that failed. A company that left the queue may have none. */
  settle(fetched: LookupOutcome = CANCELLED): void {
    const { settles } = this;
    this.settles = [];
    const outcome = fetched.is === 'failed' ? (this.stored ?? fetched) : fetched;
    for (const settle of settles) settle(this.identifier, outcome);
  }
}

function withWish(wishes: readonly Wish[], wish: Wish): readonly Wish[] {
  const same = wishes.find((other) => other.isAgeAsked === wish.isAgeAsked && !other.needsBatch === !wish.needsBatch);
  if (same !== undefined && same.maxAgeMs <= wish.maxAgeMs) return wishes;
  return [...wishes.filter((other) => other !== same), wish];
}
