import { TraceError } from '../errors/trace-error';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import type { Wish } from './ports';

/** A cell that waits for companies. Its functions must not throw. */
export interface WaitingCell {
  readonly wish: Wish;
  /** @param isRead others have read its record, which is gone. Its text is still there */
  take(identifier: string, outcome: LookupOutcome, isRead: boolean): void;
  /** Called for each company it waits for, after its outcome. */
  end(): void;
  /** Nothing more is asked for it. It still gets the outcome. */
  isGone?: boolean;
}

const CANCELLED: LookupOutcome = { is: 'failed', error: new TraceError('cancelled', {}) };

/** A company that cells wait for, from the first cell that asks until the answer. */
export class WaitingCompany {
  /** Its saved answer, once the store was read. */
  stored: LookupOutcome | undefined;
  /** What came for it and is not saved yet, and how many cells have read it. */
  private arrived: LookupOutcome | undefined;
  private readBy = 0;

  /**
   * @param asking the first cell. All companies that a cell asks for may share this list until another one joins. A cell has
   *   callbacks and no promise: the garbage collector moves a promise that waits long to its old space, and the record
   *   that it resolves with follows
   */
  constructor(
    readonly identifier: string,
    private asking: WaitingCell[],
  ) {}

  /** Whether its cells have their answer. It must not be joined any more. */
  get isSettled(): boolean {
    return this.asking.length === 0;
  }

  /** Adds another cell. */
  join(cell: WaitingCell): void {
    if (this.asking.length === 1) this.asking = [...this.asking, cell];
    else this.asking.push(cell);
  }

  /** What the waiting cells need together: a single one is enough for a look-up. If all are gone, nothing is needed. */
  verdictAt(nowMs: number): 'needed' | 'ifFree' | 'fresh' {
    let verdict: 'ifFree' | 'fresh' = 'fresh';
    for (const { wish, isGone } of this.asking) {
      const own = isGone === true ? 'fresh' : freshnessOf(this.stored, wish, nowMs);
      if (own === 'needed') return own;
      if (own === 'ifFree') verdict = own;
    }
    return verdict;
  }

  /** Whether all cells that wait need what only a batch has. */
  get needsBatch(): boolean {
    return this.asking.every(({ wish, isGone }) => isGone === true || wish.needsBatch === true);
  }

  /** Shows its cells what came, before it is saved: records that wait for that would keep the page busy. */
  read(arrived: LookupOutcome): void {
    this.arrived = arrived;
    for (; this.readBy < this.asking.length; this.readBy += 1)
      this.asking[this.readBy]!.take(this.identifier, arrived, false);
  }

  /** Where it failed, what had arrived is shown, or else the saved answer, even a stale one. Without any outcome it is `cancelled`. */
  finish(fetched: LookupOutcome = CANCELLED): void {
    const outcome = fetched.is === 'failed' ? (this.arrived ?? this.stored ?? fetched) : fetched;
    const isRead = outcome === this.arrived;
    const { asking } = this;
    // A cell that asks again at once must not join.
    this.asking = [];
    [this.arrived, this.stored] = [undefined, undefined];
    for (const cell of asking) {
      if (!isRead || this.readBy <= 0) cell.take(this.identifier, outcome, isRead);
      this.readBy -= 1;
      cell.end();
    }
  }
}
