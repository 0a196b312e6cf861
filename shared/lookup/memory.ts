import type { LookupOutcome } from '../records/outcome';

/** The answers of one session, for one account and kind. Where there are too many, the least recently used one goes. */
export class LookupMemory {
  private readonly outcomes = new Map<string, LookupOutcome>();

  /** @param maxOutcomes how many are kept */
  constructor(private readonly maxOutcomes = 50_000) {}

  recall(identifier: string): LookupOutcome | undefined {
    const outcome = this.outcomes.get(identifier);
    if (outcome === undefined) return undefined;
    this.outcomes.delete(identifier);
    this.outcomes.set(identifier, outcome);
    return outcome;
  }

  /** Only answers are kept. Failures are asked for again. */
  remember(identifier: string, outcome: LookupOutcome): void {
    if (outcome.is === 'failed' || outcome.is === 'notAsked') return;
    this.outcomes.delete(identifier);
    this.outcomes.set(identifier, outcome);
    if (this.outcomes.size <= this.maxOutcomes) return;
    const [oldest] = this.outcomes.keys();
    if (oldest !== undefined) this.outcomes.delete(oldest);
  }
}
