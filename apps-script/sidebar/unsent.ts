import type { SentRider } from '../messages/bulk-messages';
import type { SentKeeping } from '../messages/keep-messages';

type Answers = Pick<SentKeeping, 'charged' | 'entries' | 'keepForSeconds'>;

/** Sends something with the next message. */
export type Later = (rider: SentRider) => void;

/** Calls back after so many milliseconds. */
export type StartTimer = (act: () => void, delayMs: number) => ReturnType<typeof setTimeout>;

export const NOTHING: Answers = { charged: [], entries: [], keepForSeconds: 0 };
/**
 * Answers wait for the write of their block. If they get lost, they are asked for again at no cost, and booked then.
 */
const WAIT_MS = 2_000;

/**
 * What is sent to the script with the next message or, if none follows soon, by itself: payments to book, answers to
 * save, and other messages whose answer is not awaited.
 */
export class Unsent {
  private answers: Answers = NOTHING;
  private riders: SentRider[] = [];
  private timer: ReturnType<StartTimer> | undefined;

  /** @param flush sends what waits */
  constructor(
    private readonly flush: () => void,
    private readonly startTimer: StartTimer,
  ) {}

  /** Whether entries with this lifetime can be sent together with those that wait. */
  canTake(keepForSeconds: number): boolean {
    return this.answers.entries.length === 0 || this.answers.keepForSeconds === keepForSeconds;
  }

  add({ charged, entries, keepForSeconds }: Answers): void {
    this.answers = {
      charged: [...this.answers.charged, ...charged],
      entries: [...this.answers.entries, ...entries],
      keepForSeconds: entries.length > 0 ? keepForSeconds : this.answers.keepForSeconds,
    };
    this.wait();
  }

  ride(rider: SentRider): void {
    this.riders.push(rider);
    this.wait();
  }

  /** @param account the account of the answers */
  take(account: string): readonly SentRider[] {
    const { riders, answers, timer } = this;
    if (timer !== undefined) clearTimeout(timer);
    [this.riders, this.answers, this.timer] = [[], NOTHING, undefined];
    const hasAnswers = answers.charged.length + answers.entries.length > 0;
    return hasAnswers ? [...riders, ['bulkKeep', { account, ...answers }]] : riders;
  }

  private wait(): void {
    this.timer ??= this.startTimer(this.flush, WAIT_MS);
  }
}
