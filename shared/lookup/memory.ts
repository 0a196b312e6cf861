import type { LookupOutcome } from '../records/outcome';

/** The answers of one session, by store key. The least recently used one goes first where there are too many. */
export class LookupMemory {
  private readonly outcomes = new Map<string, LookupOutcome>();

  /** @param maxOutcomes how many are kept */
  constructor(private readonly maxOutcomes = 50_000) {}

  recall(key: string): LookupOutcome | undefined {
    const outcome = this.outcomes.get(key);
    if (outcome === undefined) return undefined;
    this.outcomes.delete(key);
    this.outcomes.set(key, outcome);
    return outcome;
  }

  /** Only answers are kept. Failures are asked for again. */
  remember(key: string, outcome: LookupOutcome): void {
    if (outcome.is === 'failed' || outcome.is === 'notAsked') return;
    this.outcomes.delete(key);
    this.outcomes.set(key, outcome);
    if (this.outcomes.size <= this.maxOutcomes) return;
    const [oldest] = this.outcomes.keys();
    if (oldest !== undefined) this.outcomes.delete(oldest);
  }
}
