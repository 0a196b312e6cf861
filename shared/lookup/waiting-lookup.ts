import { TraceError } from '../errors/trace-error';
import type { LookupKind, LookupOutcome, ReadFields, ReadOutcome } from '../records/outcome';
import { isPartial } from '../records/parts';
import { readAgain } from './cache-entry';
import type { Lookup, Wish } from './ports';
import type { WaitingCell } from './waiting-company';

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
