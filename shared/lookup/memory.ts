import type { LookupKind, LookupOutcome } from '../records/outcome';
import { readAgain } from './cache';

/** How far the number of outcomes may exceed the maximum before the oldest are dropped. */
const SLACK = 1.02;

/** A placeholder for a record of which only the text is kept. */
const UNREAD = {};

/**
 * The answers of one session, for one account and kind. The least recently used ones are dropped if there are too
 * many. If the service's text of a record is known, the text is kept and parsed on demand: most are never read again,
 * and 50,000 records as objects would keep the page busy collecting garbage.
 */
export class LookupMemory {
  private readonly byIdentifier = new Map<string, LookupOutcome>();

  /** @param maxOutcomes the most outcomes to keep */
  constructor(
    private readonly kind: LookupKind,
    private readonly maxOutcomes = 50_000,
  ) {}

  recall(identifier: string): LookupOutcome | undefined {
    const kept = this.byIdentifier.get(identifier);
    if (kept === undefined) return undefined;
    const isUnread = kept.is === 'found' && kept.record === UNREAD;
    const outcome = isUnread ? readAgain(this.kind, identifier, kept) : kept;
    if (outcome !== null) this.keep(identifier, outcome);
    return outcome ?? undefined;
  }

  /** Keeps answers only. Failures are asked for again. */
  remember(identifier: string, outcome: LookupOutcome): void {
    if (outcome.is === 'failed' || outcome.is === 'notAsked') return;
    if (outcome.is !== 'found' || outcome.text === undefined) this.keep(identifier, outcome);
    else this.keep(identifier, { ...outcome, record: UNREAD });
    // Many are deleted at once: each deleted key makes the first key of a map slower to find.
    if (this.byIdentifier.size <= this.maxOutcomes * SLACK) return;
    for (const oldest of this.byIdentifier.keys()) {
      if (this.byIdentifier.size <= this.maxOutcomes) return;
      this.byIdentifier.delete(oldest);
    }
  }

  /** Keeps it as the most recently used one. */
  private keep(identifier: string, kept: LookupOutcome): void {
    const { size } = this.byIdentifier;
    // Most keys are new, and a map of 50,000 is slow to search twice.
    if (this.byIdentifier.set(identifier, kept).size > size) return;
    this.byIdentifier.delete(identifier);
    this.byIdentifier.set(identifier, kept);
  }
}
