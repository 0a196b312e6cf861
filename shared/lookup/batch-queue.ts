import { toTraceError, TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { partOf, type Part } from '../records/parts';
import { everyOne } from '../records/every-one';
import type { Wish } from './ports';
import { freshnessOf } from '../records/freshness';
import type { AtOnce } from './at-once';
import { BATCH_SIZE } from './batch-requests';
import type { LookupOutcome } from '../records/outcome';
import { QueuedCells } from './queued-cells';
import { Quiet } from './quiet';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What a queue needs: how to wait for other cells, how to ask, and how many batches may be under way. */
export interface QueueHost {
  /** Calls back after so many milliseconds. */
  schedule(callback: () => void, afterMs: number): void;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** The saved answers, fresh or stale. Never rejects. */
  recall(identifiers: readonly string[]): Promise<Outcomes>;
  /**
   * One outcome for each needed identifier, and for each that turns out to be free. Never rejects.
   *
   * @param sent to call once a request is on its way
   */
  fetch(wanted: Wanted, sent: () => void): Promise<Outcomes>;
  readonly atOnce: AtOnce;
}

type Settle = (outcome: LookupOutcome) => void;

/** Answers whoever waits for the look-ups that gather until the window ends, by identifier. */
type Window = Map<string, Settle>;

/** What to look up, and what to look up only where it is free. */
interface Wanted {
  readonly needed: readonly string[];
  readonly ifFree: readonly string[];
  /** Lists that were not read to their end. */
  readonly read: ReadonlyMap<string, Part>;
  /** Needed look-ups that only a batch can answer. */
  readonly onlyInBatch: ReadonlySet<string>;
}

type Verdict = 'needed' | 'ifFree';

/** A company whose batch has not been sent. */
interface Pending {
  readonly identifier: string;
  readonly verdict: Verdict;
  readonly needsBatch: boolean;
  /** Its saved answer. */
  readonly stored: LookupOutcome | undefined;
  readonly settle: Settle;
}

/** Excel calls all cells of one message in one loop; what the store knows is shown after it. */
const WINDOW_MS = 25;

/** Reading the store for ten thousand at once would block the page. */
const RECALLED_AT_ONCE = 1_000;

const CANCELLED: LookupOutcome = { is: 'failed', error: new TraceError('cancelled', {}) };

/** The look-ups of one kind, for one account, that wait to be asked together. */
export class BatchQueue {
  private window: Window | null = null;
  /** Gathering or under way, by identifier: further cells wait for the same answer. */
  private readonly gathered = new Map<string, Promise<LookupOutcome>>();
  private readonly cells = new QueuedCells();
  private readonly pending: Pending[] = [];
  /** Windows whose look-ups are not pending yet, and one more while others may follow them. */
  private gathering = 0;
  private readonly quiet: Quiet;
  /** Batches that would not be full, and wait for more look-ups. */
  private held = 0;
  /** Whether pending look-ups have waited long enough, and go though others gather. */
  private isDue = false;
  /** An error that all pending look-ups would get too. */
  private stop: TraceError | null = null;

  constructor(private readonly host: QueueHost) {
    this.quiet = new Quiet(host, () => this.endQuiet());
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
    this.gathering += 1;
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
      this.endGathering(0);
      for (const [identifier, settle] of window) this.fail(identifier, settle, thrown);
      return;
    }
    for (const [identifier, settle] of window) {
      const [verdict, known] = [verdicts.get(identifier), stored.get(identifier)];
      if (verdict === undefined) {
        settle(toOutcome(undefined, known));
        continue;
      }
      const needsBatch = this.cells.wishes(identifier).every((wish) => wish.needsBatch === true);
      this.pending.push({ identifier, verdict, needsBatch, stored: known, settle });
    }
    this.sendBatches(verdicts.size);
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

  /**
   * Batches are cut only when one can be sent, and one that would not be full waits for what is still gathering or may
   * follow. So a slow machine sends no more requests than a fast one.
   */
  private sendBatches(companies: number): void {
    if (companies > 0 && this.quiet.come()) this.gathering += 1;
    this.endGathering(Math.ceil(companies / BATCH_SIZE));
  }

  private endQuiet(): void {
    this.isDue = this.pending.length > 0;
    this.endGathering(0);
  }

  private endGathering(batches: number): void {
    this.gathering -= 1;
    const sends = batches + this.held;
    this.held = 0;
    for (let sent = 0; sent < sends; sent += 1) void this.host.atOnce((sent) => this.sendNext(sent));
  }

  /** @returns what answers the cells of the batch; `null`: none was sent */
  private async sendNext(sent: () => void): Promise<(() => void) | null> {
    if (this.pending.length < BATCH_SIZE && this.gathering > 0 && !this.isDue) {
      this.held += 1;
      return null;
    }
    const batch = this.takePending();
    this.isDue &&= this.pending.length > 0;
    this.quiet.goOn();
    if (batch.length === 0) return null;
    const identifiers = batch.map(({ identifier }) => identifier);
    try {
      const outcomes =
        this.stop === null
          ? await this.host.fetch(toWanted(batch), sent)
          : everyOne(identifiers, { is: 'failed', error: this.stop });
      this.stop ??= commonFailure(outcomes, identifiers);
      if (this.pending.length === 0) this.stop = null;
      return () => {
        for (const { identifier, stored, settle } of batch) {
          this.gathered.delete(identifier);
          settle(toOutcome(outcomes.get(identifier), stored));
        }
      };
    } catch (thrown) {
      return () => {
        for (const { identifier, settle } of batch) this.fail(identifier, settle, thrown);
      };
    }
  }

  /** The next hundred that some cell still waits for. */
  private takePending(): readonly Pending[] {
    const batch: Pending[] = [];
    while (batch.length < BATCH_SIZE && this.pending.length > 0) {
      for (const next of this.pending.splice(0, BATCH_SIZE - batch.length)) {
        if (this.keepWanted([next.identifier]).length > 0) batch.push(next);
        else next.settle(toOutcome(undefined, next.stored));
      }
    }
    return batch;
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

function toWanted(batch: readonly Pending[]): Wanted {
  const withVerdict = (wanted: Verdict): readonly string[] =>
    batch.filter(({ verdict }) => verdict === wanted).map(({ identifier }) => identifier);
  const parts = batch.flatMap(({ identifier, stored }) => {
    const part = partOf(stored);
    return part === null ? [] : [[identifier, part] as const];
  });
  const onlyInBatch = new Set(batch.filter(({ needsBatch }) => needsBatch).map(({ identifier }) => identifier));
  return { needed: withVerdict('needed'), ifFree: withVerdict('ifFree'), read: new Map(parts), onlyInBatch };
}

/** A stale answer replaces a new one that failed. A company that left the queue has none. */
function toOutcome(fetched: LookupOutcome | undefined, stored: LookupOutcome | undefined): LookupOutcome {
  if (fetched !== undefined && (fetched.is !== 'failed' || stored === undefined)) return fetched;
  return stored ?? CANCELLED;
}

/** The failure that a whole batch shares and the next batches would get too. */
function commonFailure(outcomes: Outcomes, identifiers: readonly string[]): TraceError | null {
  const first = outcomes.get(identifiers[0] ?? '');
  return first?.is === 'failed' && traitsOf(first.error).ends === 'all' ? first.error : null;
}
