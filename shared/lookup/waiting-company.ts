import { TraceError } from '../errors/trace-error';
import { freshnessOf } from '../records/freshness';
import type { LookupKind, LookupOutcome, ReadFields, ReadOutcome } from '../records/outcome';
import type { Lookup, Wish } from './ports';
import { isPartial } from '../records/parts';
import { readAgain } from './cache';

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

export const NOTHING_YET: LookupOutcome = { is: 'notAsked' };
const UNREADABLE: LookupOutcome = { is: 'failed', error: new TraceError('unreadable', {}) };

/**
 * A look-up that waits for companies, with what it has of them. A class, since callbacks would be made anew for each cell,
 * and V8 compiles what calls them anew for each column.
 */
export class WaitingLookup implements WaitingCell {
  isGone?: boolean;

  /**
   * @param outcomes of what is known, or {@link NOTHING_YET}: each has its place, and what comes replaces it
   * @param missing how many are waited for
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

/** What a formula shows of a record. A record that is damaged, or not complete, is passed on, and the formula says so. */
function readEarly(outcome: LookupOutcome, read: ReadFields | undefined): LookupOutcome | ReadOutcome {
  if (outcome.is !== 'found') return outcome;
  try {
    if (read !== undefined && !isPartial(outcome.record))
      return { is: 'read', fields: read(outcome.record, outcome.asOfMs), asOfMs: outcome.asOfMs };
  } catch {
    // The formula will meet the same error.
  }
  // A copy, since the queue lets go of the record in its own.
  return { ...outcome };
}
