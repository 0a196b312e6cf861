import type { LookupKind, LookupOutcome } from '../records/outcome';
import { readStored, toStored } from './cache-entry';

/** How many more than the most are kept until the oldest go. */
const SLACK = 1.02;

/**
 * The answers of one session, for one account and kind. Where there are too many, the least recently used ones go. A
 * record of which the service's text is known is kept as what the store gets, and read when it is asked for again: most
 * never are, and 50,000 records as objects keep a page busy with collecting garbage.
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
    // Many at once: the first key of a map is the harder to find the more were deleted before it.
    if (this.outcomes.size <= this.maxOutcomes * SLACK) return;
    for (const oldest of this.outcomes.keys()) {
      if (this.outcomes.size <= this.maxOutcomes) return;
      this.outcomes.delete(oldest);
    }
  }

  /** As the one used last. */
  private keep(identifier: string, kept: LookupOutcome | string): void {
    this.outcomes.delete(identifier);
    this.outcomes.set(identifier, kept);
  }
}
