import type { LookupKind, LookupOutcome } from '../records/outcome';
import { readStored, toStored } from './cache-entry';

/** How far the number may exceed the maximum before the oldest go. */
const SLACK = 1.02;

/**
 * The answers of one session, for one account and kind. If there are too many, the least recently used ones go. Where the
 * service's text of a record is known, the text is kept and read again on demand: most never are, and 50,000 records as
 * objects would keep the page busy collecting garbage.
 */
export class LookupMemory {
  private readonly outcomes = new Map<string, LookupOutcome | string>();

  /** @param maxOutcomes how many are kept */
  constructor(
    private readonly kind: LookupKind,
    private readonly maxOutcomes = 50_000,
  ) {}

  recall(identifier: string): LookupOutcome | undefined {
    const kept = this.outcomes.get(identifier);
    const outcome = typeof kept === 'string' ? (readStored(this.kind, identifier, kept) ?? undefined) : kept;
    if (outcome === undefined) this.outcomes.delete(identifier);
    else this.keep(identifier, outcome);
    return outcome;
  }

  /** Only answers are kept. Failures are asked for again. */
  remember(identifier: string, outcome: LookupOutcome): void {
    if (outcome.is === 'failed' || outcome.is === 'notAsked') return;
    this.keep(identifier, (outcome.is === 'found' && outcome.text && toStored(identifier, outcome)) || outcome);
    // Many at once: each deleted key makes the first key of a map slower to find.
    if (this.outcomes.size <= this.maxOutcomes * SLACK) return;
    for (const oldest of this.outcomes.keys()) {
      if (this.outcomes.size <= this.maxOutcomes) return;
      this.outcomes.delete(oldest);
    }
  }

  /** Keeps it as the most recently used one. */
  private keep(identifier: string, kept: LookupOutcome | string): void {
    this.outcomes.delete(identifier);
    this.outcomes.set(identifier, kept);
  }
}
