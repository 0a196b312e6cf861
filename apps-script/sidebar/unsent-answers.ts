import type { SentKeeping } from '../keep-messages';

type Answers = Pick<SentKeeping, 'charged' | 'entries' | 'keepForSeconds'>;

export const NOTHING: Answers = { charged: [], entries: [], keepForSeconds: 0 };

/**
 * Payments to book and answers to save, on their way to the script: they go with the journal of their block or, where
 * none follows at once, by themselves. If they get lost, the answers are asked for again at no cost, and booked then.
 */
export class UnsentAnswers {
  private waiting: Answers = NOTHING;

  /** @param flush sends what waits; called once the current work has asked for nothing else */
  constructor(private readonly flush: () => void) {}

  get isEmpty(): boolean {
    return this.waiting.charged.length + this.waiting.entries.length === 0;
  }

  /** Whether entries with this lifetime can go together with those that wait. */
  canTake(keepForSeconds: number): boolean {
    return this.waiting.entries.length === 0 || this.waiting.keepForSeconds === keepForSeconds;
  }

  add({ charged, entries, keepForSeconds }: Answers): void {
    if (this.isEmpty) setTimeout(this.flush, 0);
    this.waiting = {
      charged: [...this.waiting.charged, ...charged],
      entries: [...this.waiting.entries, ...entries],
      keepForSeconds: entries.length > 0 ? keepForSeconds : this.waiting.keepForSeconds,
    };
  }

  take(): Answers {
    const taken = this.waiting;
    this.waiting = NOTHING;
    return taken;
  }
}
