import type { SentRider } from '../messages/bulk-messages';
import type { SentKeeping } from '../messages/keep-messages';

type Answers = Pick<SentKeeping, 'charged' | 'entries' | 'keepForSeconds'>;

/** Sends something with the next message. */
export type Later = (rider: SentRider) => void;

export const NOTHING: Answers = { charged: [], entries: [], keepForSeconds: 0 };
/**
 * Answers wait for the write of their block. If they get lost, they are asked for again at no cost, and booked then.
 */
const ANSWERS_WAIT_MS = 2_000;

/**
 * What is sent to the script with the next message or, if none follows, by itself: payments to book, answers to save,
 * and other messages whose answer is not awaited.
 */
export class Unsent {
  private answers: Answers = NOTHING;
  private riders: SentRider[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param flush sends what waits */
  constructor(private readonly flush: () => void) {}

  /** Whether entries with this lifetime can be sent together with those that wait. */
  canTake(keepForSeconds: number): boolean {
    return this.answers.entries.length === 0 || this.answers.keepForSeconds === keepForSeconds;
  }

  add({ charged, entries, keepForSeconds }: Answers): void {
    if (!this.hasAnswers) this.timer = setTimeout(this.flush, ANSWERS_WAIT_MS);
    this.answers = {
      charged: [...this.answers.charged, ...charged],
      entries: [...this.answers.entries, ...entries],
      keepForSeconds: entries.length > 0 ? keepForSeconds : this.answers.keepForSeconds,
    };
  }

  ride(rider: SentRider): void {
    // Sent by itself if the current work asks for nothing else.
    if (this.riders.length === 0) setTimeout(this.flush, 0);
    this.riders.push(rider);
  }

  /** @param account the account of the answers */
  take(account: string): readonly SentRider[] {
    const { riders, answers, hasAnswers } = this;
    clearTimeout(this.timer);
    [this.riders, this.answers] = [[], NOTHING];
    return hasAnswers ? [...riders, ['bulkKeep', { account, ...answers }]] : riders;
  }

  private get hasAnswers(): boolean {
    return this.answers.charged.length + this.answers.entries.length > 0;
  }
}
