import { toTraceError } from '../errors/trace-error';
import type { Wish } from './ports';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import {
  BatchSender,
  settleAll,
  toOutcome,
  type Pending,
  type SendingHost,
  type Settle,
  type Verdict,
} from './batch-sender';
import { QueuedCells } from './queued-cells';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What a queue needs: how to wait for other cells, how to ask, and how many batches may be under way. */
export interface QueueHost extends SendingHost {
  /** The saved answers, fresh or stale. Never rejects. */
  recall(identifiers: readonly string[]): Promise<Outcomes>;
}

/** Those who wait for the look-ups that gather until the window ends, by identifier. */
type Window = Map<string, Settle[]>;

/** Excel calls all cells of one message in one loop; what the store knows is shown after it. */
const WINDOW_MS = 25;

/** Reading the store for ten thousand at once would block the page. */
const RECALLED_AT_ONCE = 1_000;

/** The look-ups of one kind, for one account, that wait to be asked together. */
export class BatchQueue {
  private window: Window | null = null;
  /** Gathering or under way, by identifier: further cells wait for the same answer. */
  private readonly gathered = new Map<string, Settle[]>();
  private readonly cells = new QueuedCells();
  private readonly sender: BatchSender;

  constructor(private readonly host: QueueHost) {
    const forget = (identifier: string): void => void this.gathered.delete(identifier);
    this.sender = new BatchSender(host, (identifiers) => this.keepWanted(identifiers), forget);
  }

  /** Counts a cell as waiting for these companies, until the returned function is called. */
  hold(identifiers: readonly string[], wish: Wish): () => void {
    return this.cells.hold(identifiers, wish);
  }

  /**
   * A queue that breaks down answers the waiting cell, and can be asked again.
   *
   * @param settle called once for each identifier. No promise: one that has waited long is old to the garbage collector,
   * and what an old one refers to, such as a record of which only a field is read, becomes old with it.
   */
  load(identifier: string, settle: Settle): void {
    const others = this.gathered.get(identifier);
    if (others !== undefined) {
      others.push(settle);
      return;
    }
    const waiting = [settle];
    (this.window ??= this.openWindow()).set(identifier, waiting);
    this.gathered.set(identifier, waiting);
  }

  private openWindow(): Window {
    const window: Window = new Map();
    const end = new Promise<void>((resolve) => this.host.schedule(resolve, WINDOW_MS));
    this.sender.beginGathering();
    void this.dispatch(window, end);
    return window;
  }

  /** Answers from the store what it can, and cuts the rest into batches. */
  private async dispatch(window: Window, end: Promise<void>): Promise<void> {
    const pending: Pending[] = [];
    try {
      await end;
      this.window = null;
      // An identifier that left the queue meanwhile belongs to a new window when a cell asks again.
      const wanted = new Set(this.keepWanted([...window.keys()]));
      const outcomes = await this.recallInParts([...wanted]);
      const nowMs = this.host.nowMs();
      for (const [identifier, waiting] of window) {
        const stored = outcomes.get(identifier);
        const wishes = wanted.has(identifier) ? this.cells.wishes(identifier) : [];
        const verdict = verdictOn(stored, wishes, nowMs);
        const needsBatch = wishes.every((wish) => wish.needsBatch === true);
        if (verdict === 'fresh') this.answer(identifier, waiting, toOutcome(undefined, stored));
        else pending.push({ identifier, verdict, needsBatch, stored, waiting });
      }
    } catch (thrown) {
      if (this.window === window) this.window = null;
      this.sender.endGathering(0);
      for (const [identifier, waiting] of window)
        this.answer(identifier, waiting, { is: 'failed', error: toTraceError(thrown) });
      return;
    }
    this.sender.add(pending);
  }

  /** The next cell starts anew, unless one already has. */
  private answer(identifier: string, waiting: readonly Settle[], outcome: LookupOutcome): void {
    if (this.gathered.get(identifier) === waiting) this.gathered.delete(identifier);
    settleAll(identifier, waiting, outcome);
  }

  /** The page gets its turn between two parts. */
  private async recallInParts(identifiers: readonly string[]): Promise<Outcomes> {
    const outcomes = new Map<string, LookupOutcome>();
    for (let start = 0; start < identifiers.length; start += RECALLED_AT_ONCE) {
      const part = await this.host.recall(identifiers.slice(start, start + RECALLED_AT_ONCE));
      for (const [identifier, outcome] of part) outcomes.set(identifier, outcome);
    }
    return outcomes;
  }

  /** A company that no cell waits for leaves the queue at once, so that the next cell starts anew. */
  private keepWanted(identifiers: readonly string[]): readonly string[] {
    return identifiers.filter((identifier) => {
      const isWanted = this.cells.has(identifier);
      if (!isWanted) this.gathered.delete(identifier);
      return isWanted;
    });
  }
}

/** What those who wait need together: one of them is enough for a look-up. */
function verdictOn(stored: LookupOutcome | undefined, wishes: readonly Wish[], nowMs: number): Verdict | 'fresh' {
  const isWanted = (verdict: Verdict): boolean => wishes.some((wish) => freshnessOf(stored, wish, nowMs) === verdict);
  return isWanted('needed') ? 'needed' : isWanted('ifFree') ? 'ifFree' : 'fresh';
}
