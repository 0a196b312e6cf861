import { toTraceError } from '../errors/trace-error';
import type { Wish } from './ports';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import { BatchSender, toOutcome, type Pending, type SendingHost, type Settle, type Verdict } from './batch-sender';
import { QueuedCells } from './queued-cells';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What a queue needs: how to wait for other cells, how to ask, and how many batches may be under way. */
export interface QueueHost extends SendingHost {
  /** The saved answers, fresh or stale. Never rejects. */
  recall(identifiers: readonly string[]): Promise<Outcomes>;
}

/** Answers whoever waits for the look-ups that gather until the window ends, by identifier. */
type Window = Map<string, Settle>;

/** Excel calls all cells of one message in one loop; what the store knows is shown after it. */
const WINDOW_MS = 25;

/** Reading the store for ten thousand at once would block the page. */
const RECALLED_AT_ONCE = 1_000;

/** The look-ups of one kind, for one account, that wait to be asked together. */
export class BatchQueue {
  private window: Window | null = null;
  /** Gathering or under way, by identifier: further cells wait for the same answer. */
  private readonly gathered = new Map<string, Promise<LookupOutcome>>();
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

  /** Never rejects. A queue that breaks down answers the waiting cell, and can be asked again. */
  load(identifier: string): Promise<LookupOutcome> {
    return this.gathered.get(identifier) ?? this.gather(identifier);
  }

  private gather(identifier: string): Promise<LookupOutcome> {
    const window = (this.window ??= this.openWindow());
    const outcome = new Promise<LookupOutcome>((settle) => window.set(identifier, settle));
    this.gathered.set(identifier, outcome);
    return outcome;
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
    let stored: Outcomes;
    const verdicts = new Map<string, Verdict>();
    try {
      await end;
      this.window = null;
      // An identifier that left the queue meanwhile belongs to a new window when a cell asks again.
      const wanted = this.keepWanted([...window.keys()]);
      stored = await this.recallInParts(wanted);
      const nowMs = this.host.nowMs();
      for (const identifier of this.keepWanted(wanted)) {
        const answers = this.cells.wishes(identifier).map((wish) => freshnessOf(stored.get(identifier), wish, nowMs));
        if (answers.includes('needed')) verdicts.set(identifier, 'needed');
        else if (answers.includes('ifFree')) verdicts.set(identifier, 'ifFree');
        else this.gathered.delete(identifier);
      }
    } catch (thrown) {
      if (this.window === window) this.window = null;
      this.sender.endGathering(0);
      for (const [identifier, settle] of window) this.fail(identifier, settle, thrown);
      return;
    }
    const pending: Pending[] = [];
    for (const [identifier, settle] of window) {
      const [verdict, known] = [verdicts.get(identifier), stored.get(identifier)];
      if (verdict === undefined) {
        settle(toOutcome(undefined, known));
        continue;
      }
      const needsBatch = this.cells.wishes(identifier).every((wish) => wish.needsBatch === true);
      pending.push({ identifier, verdict, needsBatch, stored: known, settle });
    }
    this.sender.add(pending);
  }

  private fail(identifier: string, settle: Settle, thrown: unknown): void {
    this.gathered.delete(identifier);
    settle({ is: 'failed', error: toTraceError(thrown) });
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
